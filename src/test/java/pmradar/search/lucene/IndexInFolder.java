package pmradar.search.lucene;

import java.nio.file.Path;
import java.util.List;
import pmradar.search.PostingIndex;
import pmradar.search.PostingSelection;
import pmradar.search.SearchSettings;
import pmradar.search.Synonyms;

/// The engine in a folder, for tests of what keeps it.
public final class IndexInFolder {

    private final TestIndex test;
    private final SearchSettings settings;

    private IndexInFolder(Path folder) {
        settings = TestIndex.settings(folder);
        test = new TestIndex(folder, Synonyms.NONE, List.of());
    }

    public static IndexInFolder open(Path folder) {
        return new IndexInFolder(folder);
    }

    public PostingIndex index() {
        return test.index;
    }

    public SearchSettings settings() {
        return settings;
    }

    public PostingSelection selection() {
        return test.selection;
    }

    /// The ids of the first hundred, lowest first.
    public List<Long> found() {
        return test.ids("");
    }

    public List<Long> found(String query) {
        return test.ids(query);
    }

    public long version() {
        return test.index.version();
    }

    /// What was not committed is gone.
    public void crash() {
        test.index.close();
    }

    /// As after a write that failed, on a full disk.
    public void failWriting() {
        test.index.with(open -> {
            open.writer().rollback();
            return true;
        });
    }

    public void close() {
        test.close();
    }
}
