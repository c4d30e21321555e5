package pmradar.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pmradar.posting.PostingId;
import pmradar.search.lucene.LuceneIndex.Work;

/// Documents of postings in one directory. What cannot be read is set aside and begun anew; after a failed write it is
/// opened again as of its last commit.
final class Shelf {

    private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);

    private final IndexDirectory directory;
    private volatile OpenIndex open;
    private long generation;

    Shelf(Path path, OpenIndex.Purpose purpose) {
        directory = new IndexDirectory(path, purpose);
        open = directory.open();
    }

    void remove(Collection<PostingId> ids) {
        with(index ->
                index.writer().deleteDocuments(ids.stream().map(Shelf::key).toArray(Term[]::new)));
    }

    static Term key(PostingId id) {
        return new Term(LuceneFields.KEY, id.toString());
    }

    void refresh() {
        with(index -> index.views().maybeRefresh());
    }

    long version() {
        return with(OpenIndex::version);
    }

    synchronized void commit(long version, long generation) {
        if (generation != this.generation) throw new IllegalStateException("The index was opened anew in between");
        try {
            open.commit(version);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized long generation() {
        return generation;
    }

    synchronized void clear() {
        open.close();
        open = directory.renewed();
        generation++;
    }

    boolean sound() {
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

    /// Looks at the documents as they are now.
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
