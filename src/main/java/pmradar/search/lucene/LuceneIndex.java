package pmradar.search.lucene;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortedNumericSelector;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pmradar.posting.Posting;
import pmradar.posting.PostingId;
import pmradar.search.PostingIndex;
import pmradar.search.SearchSettings;

/// The open postings in their directory, and the others in one beside it, so that no search pays for them.
@Component
class LuceneIndex implements PostingIndex {

    /// Work on the index, or a look at it.
    @FunctionalInterface
    interface Work<S, T extends @Nullable Object> {
        T on(S subject) throws IOException;
    }

    private final Shelf open;
    private final Shelf closed;

    LuceneIndex(SearchSettings settings) {
        open = new Shelf(settings.directory(), OpenIndex.Purpose.SEARCH);
        closed = new Shelf(beside(settings.directory()), OpenIndex.Purpose.SELECTION);
    }

    private static Path beside(Path directory) {
        return directory.resolveSibling(directory.getFileName() + "-closed");
    }

    /// A posting is put where it belongs before it is taken from where it was.
    @Override
    public void put(Collection<Posting> postings) {
        var shut = postings.stream().filter(posting -> !posting.open()).toList();
        if (!shut.isEmpty()) put(closed, shut);
        var others = postings.stream().filter(Posting::open).toList();
        if (!others.isEmpty()) put(open, others);
        if (!shut.isEmpty()) open.remove(ids(shut));
        if (!others.isEmpty()) closed.remove(ids(others));
    }

    private static void put(Shelf shelf, List<Posting> postings) {
        shelf.with(index -> {
            for (var posting : postings)
                index.writer().updateDocument(Shelf.key(posting.id()), PostingDocument.of(posting));
            return true;
        });
    }

    private static List<PostingId> ids(List<Posting> postings) {
        return postings.stream().map(Posting::id).toList();
    }

    @Override
    public void remove(Collection<PostingId> ids) {
        open.remove(ids);
        closed.remove(ids);
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

    /// What closed shows there before it is gone here.
    @Override
    public void refresh() {
        closed.refresh();
        open.refresh();
    }

    @Override
    public void commit(long version, long generation) {
        long ofOpen = open.generation();
        long ofClosed = closed.generation();
        if (ofOpen + ofClosed != generation) throw new IllegalStateException("The index was opened anew in between");
        closed.commit(version, ofClosed);
        open.commit(version, ofOpen);
    }

    /// Of the one that knows less.
    @Override
    public long version() {
        return Math.min(open.version(), closed.version());
    }

    @Override
    public long generation() {
        return open.generation() + closed.generation();
    }

    @Override
    public void clear() {
        open.clear();
        closed.clear();
    }

    @Override
    public boolean sound() {
        return open.sound() && closed.sound();
    }

    /// Looks at the open postings as they are now.
    <T extends @Nullable Object> T look(Work<View, T> work) {
        return open.look(work);
    }

    /// Looks at those that are not open.
    <T extends @Nullable Object> T lookAtClosed(Work<View, T> work) {
        return closed.look(work);
    }

    @PreDestroy
    void close() {
        open.close();
        closed.close();
    }

    <T extends @Nullable Object> T with(Work<OpenIndex, T> work) {
        return open.with(work);
    }
}
