package pmradar.search.lucene;

import java.io.IOException;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pmradar.search.Criteria;

/// An index that is open for writing and reading.
record OpenIndex(Directory directory, IndexWriter writer, SearcherManager views) {

    private static final Logger LOG = LoggerFactory.getLogger(OpenIndex.class);
    private static final String VERSION = "version";
    private static final String FORMAT = "format";

    /// What its documents are there for: to be searched, with counts of facets ready, or only to be named.
    enum Purpose {
        SEARCH(64),
        SELECTION(16);

        private final double bufferMegabytes;

        Purpose(double bufferMegabytes) {
            this.bufferMegabytes = bufferMegabytes;
        }
    }

    static OpenIndex of(Directory directory, Purpose purpose) throws IOException {
        var config = new IndexWriterConfig(new Apart());
        config.setRAMBufferSizeMB(purpose.bufferMegabytes);
        config.setCommitOnClose(false);
        config.setIndexSort(Ranking.order(Criteria.Sort.NEWEST));
        var columns = new LeafColumns();
        if (purpose == Purpose.SEARCH) config.setMergedSegmentWarmer(columns::warm);
        var writer = new IndexWriter(directory, config);
        try {
            if (fresh(directory)) note(writer, 0);
            return new OpenIndex(directory, writer, new SearcherManager(writer, new Views(columns, purpose)));
        } catch (IOException | RuntimeException e) {
            writer.rollback();
            throw e;
        }
    }

    private static boolean fresh(Directory directory) throws IOException {
        return !DirectoryReader.indexExists(directory);
    }

    /// Whether this program wrote it, in the form that it reads.
    boolean readable() {
        return LuceneFields.FORMAT.equals(noted(FORMAT));
    }

    long version() {
        var version = noted(VERSION);
        return version == null ? 0 : Long.parseLong(version);
    }

    void commit(long version) throws IOException {
        note(writer, version);
    }

    private static void note(IndexWriter writer, long version) throws IOException {
        writer.setLiveCommitData(Map.of(VERSION, Long.toString(version), FORMAT, LuceneFields.FORMAT)
                .entrySet());
        writer.commit();
    }

    private @Nullable String noted(String name) {
        for (var entry : writer.getLiveCommitData()) if (entry.getKey().equals(name)) return entry.getValue();
        return null;
    }

    /// What was not committed is forgotten: the note of the last commit says from where to go on.
    void close() {
        try (directory) {
            views.close();
            writer.rollback();
        } catch (IOException | RuntimeException e) {
            LOG.warn("The index did not close cleanly: {}", e.toString());
        }
    }

    private static final class Views extends SearcherFactory {
        private final LeafColumns columns;
        private final Purpose purpose;

        Views(LeafColumns columns, Purpose purpose) {
            this.columns = columns;
            this.purpose = purpose;
        }

        @Override
        public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader before) throws IOException {
            var view = new View(reader, columns);
            if (purpose == Purpose.SEARCH) view.ordinals().warm();
            return view;
        }
    }

    /// Keeps the pieces of one field apart, so that no phrase is found across two of them.
    static final class Apart extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            throw new IllegalStateException("each field brings its own words");
        }

        @Override
        public int getPositionIncrementGap(String field) {
            return 100;
        }
    }
}
