package pmradar.search.lucene;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import pmradar.posting.Posting;
import pmradar.posting.PostingId;
import pmradar.search.PostingIndex;
import pmradar.search.SearchSettings;

/// The index in its directory. What cannot be read is set aside and begun anew; after a failed write it is opened again
/// as of its last commit.
@Component
class LuceneIndex implements PostingIndex {

    /// Work on the index, or a look at it.
    @FunctionalInterface
    interface Work<S, T extends @Nullable Object> {
        T on(S subject) throws IOException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(LuceneIndex.class);

    private final IndexDirectory directory;
    private volatile OpenIndex open;
    private long generation;

    LuceneIndex(SearchSettings settings) {
        directory = new IndexDirectory(settings.directory());
        open = directory.open();
    }

    @Override
    public void put(Collection<Posting> postings) {
        with(index -> {
            for (var posting : postings) put(index, posting);
            return true;
        });
    }

    @Override
    public void remove(Collection<PostingId> ids) {
        with(index -> index.writer()
                .deleteDocuments(ids.stream().map(LuceneIndex::key).toArray(Term[]::new)));
    }

    @Override
    public List<PostingId> ids(PostingId after, int limit) {
        return look(view -> {
            var query = LongField.newRangeQuery(LuceneFields.ID, Math.addExact(after.value(), 1), Long.MAX_VALUE);
            var field = LongField.newSortField(LuceneFields.ID, false, SortedNumericSelector.Type.MIN);
            var found = view.search(query, limit, new Sort(field)).scoreDocs;
            return Arrays.stream(found)
                    .map(doc -> new PostingId((Long) ((FieldDoc) doc).fields[0]))
                    .toList();
        });
    }

    @Override
    public long size() {
        return look(view -> (long) view.getIndexReader().numDocs());
    }

    private static Term key(PostingId id) {
        return new Term(LuceneFields.KEY, id.toString());
    }

    private static void put(OpenIndex index, Posting posting) throws IOException {
        var key = key(posting.id());
        if (posting.open()) index.writer().updateDocument(key, PostingDocument.of(posting));
        else index.writer().deleteDocuments(key);
    }

    @Override
    public void refresh() {
        with(index -> index.views().maybeRefresh());
    }

    @Override
    public void commit(long version, long generation) {
        try {
            of(generation).commit(version);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public long version() {
        return with(OpenIndex::version);
    }

    @Override
    public synchronized long generation() {
        return generation;
    }

    @Override
    public synchronized void clear() {
        open.close();
        open = directory.renewed();
        generation++;
    }

    @Override
    public boolean sound() {
        try {
            return look(view -> {
                for (var leaf : view.getIndexReader().leaves()) check(leaf.reader());
                return true;
            });
        } catch (UncheckedIOException e) {
            LOG.warn("The index is damaged: {}", e.getMessage());
            return false;
        }
    }

    private static void check(LeafReader leaf) throws IOException {
        leaf.checkIntegrity();
    }

    /// Looks at the index as it is now.
    <T extends @Nullable Object> T look(Work<View, T> work) {
        return with(index -> {
            var view = (View) index.views().acquire();
            try {
                return work.on(view);
            } finally {
                index.views().release(view);
            }
        });
    }

    @PreDestroy
    synchronized void close() {
        open.close();
    }

    <T extends @Nullable Object> T with(Work<OpenIndex, T> work) {
        var index = current();
        try {
            return work.on(index);
        } catch (AlreadyClosedException e) {
            return again(index, work, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Another thread may have opened the index anew in between; else this one does.
    private <T extends @Nullable Object> T again(
            OpenIndex closed, Work<OpenIndex, T> work, AlreadyClosedException cause) {
        try {
            return work.on(reopened(closed));
        } catch (IOException e) {
            e.addSuppressed(cause);
            throw new UncheckedIOException(e);
        }
    }

    private synchronized OpenIndex of(long generation) {
        if (generation == this.generation) return open;
        throw new IllegalStateException("The index was opened anew in between");
    }

    private OpenIndex current() {
        var index = open;
        return index.writer().isOpen() ? index : reopened(index);
    }

    private synchronized OpenIndex reopened(OpenIndex closed) {
        if (open == closed) {
            LOG.warn("The index closed itself after a failed write; it is opened as of its last commit");
            closed.close();
            open = directory.open();
            generation++;
        }
        return open;
    }
}
