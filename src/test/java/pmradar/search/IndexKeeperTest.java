package pmradar.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static pmradar.search.lucene.Ads.ad;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import pmradar.posting.PostingEvent.PostingChanged;
import pmradar.posting.PostingEvent.PostingClosed;
import pmradar.posting.PostingId;
import pmradar.search.lucene.IndexInFolder;

class IndexKeeperTest {

    @TempDir
    Path folder;

    private final StoredInMemory store = new StoredInMemory();
    private IndexInFolder index;
    private IndexKeeper keeper;

    @AfterEach
    void close() {
        if (index != null) index.close();
    }

    @Test
    void putsWhatIsNewAndRemovesWhatClosed() {
        store.put(ad(1).posting());
        store.put(ad(2).posting());
        open().catchUp();
        assertThat(index.found()).containsExactly(1L, 2L);

        store.put(ad(1).version(3).closed().posting());
        store.put(ad(2).version(4).title("Changed title").posting());
        keeper.catchUp();
        assertThat(index.found()).containsExactly(2L);
        assertThat(index.found("title:changed")).containsExactly(2L);
        assertThat(keeper.state()).isEqualTo(new IndexState(true, 100));
    }

    @Test
    void leavesOutWhatIsBlockedUntilItsRuleIsTakenBack() {
        store.put(ad(1).posting());
        store.put(ad(2).posting());
        open().catchUp();
        store.put(ad(1).version(3).blocked(7).posting());
        keeper.catchUp();
        assertThat(index.found()).containsExactly(2L);
        store.put(ad(1).version(4).posting());
        keeper.catchUp();
        assertThat(index.found()).containsExactly(1L, 2L);
    }

    @Test
    void isCompleteAgainAfterACrashBeforeTheCommit() {
        store.put(ad(1).posting());
        open().catchUp();
        keeper.commit();
        store.put(ad(2).posting());
        store.put(ad(1).version(3).closed().posting());
        keeper.catchUp();
        index.crash();

        open();
        assertThat(index.found()).containsExactly(1L);
        keeper.catchUp();
        assertThat(index.found()).containsExactly(2L);
    }

    @Test
    void readsOnlyWhatChangedSinceTheLastCommit() {
        store.put(ad(1).posting());
        open().catchUp();
        keeper.commit();
        index.close();
        open();
        assertThat(index.version()).isEqualTo(1);
        assertThat(index.found()).containsExactly(1L);
    }

    @Test
    void comesBackAfterItsFilesAreDeleted() throws IOException {
        LongStream.rangeClosed(1, 30).forEach(id -> store.put(ad(id).posting()));
        open().catchUp();
        keeper.commit();
        index.close();
        deleteFiles();
        open().catchUp();
        assertThat(index.found()).hasSize(30);
    }

    @Test
    void comesBackAfterAnyFileIsDamagedOrCutOrLost() throws IOException {
        for (var damage : Damage.values()) {
            for (int file = 0; file < files().size() || file == 0; file++) {
                LongStream.rangeClosed(1, 30).forEach(id -> store.put(ad(id).posting()));
                open().catchUp();
                keeper.commit();
                index.close();
                damage.apply(files().get(Math.min(file, files().size() - 1)));
                open();
                keeper.start();
                await().atMost(Duration.ofSeconds(20))
                        .untilAsserted(() -> assertThat(index.found()).hasSize(30));
                keeper.stop();
                index.close();
            }
        }
    }

    private enum Damage {
        FLIPPED,
        CUT,
        LOST;

        void apply(Path file) throws IOException {
            if (this == LOST) Files.delete(file);
            else
                try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
                    long middle = bytes.length() / 2;
                    if (this == CUT) bytes.setLength(middle);
                    else {
                        bytes.seek(middle);
                        int old = bytes.read();
                        bytes.seek(middle);
                        bytes.write(~old);
                    }
                }
        }
    }

    @Test
    void beginsAnewForAnotherStore() {
        store.put(ad(1).version(1000).posting());
        open().catchUp();
        keeper.commit();
        index.close();
        var other = new StoredInMemory();
        other.put(ad(7).posting());
        index = IndexInFolder.open(folder);
        new IndexKeeper(other, index.index(), index.settings()).catchUp();
        assertThat(index.found()).containsExactly(7L);
    }

    @Test
    void rebuildsWhenAsked() {
        LongStream.rangeClosed(1, 1200).forEach(id -> store.put(ad(id).posting()));
        open().catchUp();
        keeper.rebuild();
        assertThat(keeper.state()).isEqualTo(new IndexState(false, 0));
        assertThat(index.found()).isEmpty();
        keeper.catchUp();
        assertThat(index.found()).hasSize(100);
    }

    @Test
    void putsAPostingWhoseChangeBecameVisibleBehindALaterOne() {
        store.put(ad(2).version(10).posting());
        open().catchUp();
        store.put(ad(1).version(9).posting());
        keeper.on(new PostingChanged(new PostingId(1)));
        keeper.catchUp();
        assertThat(index.found()).containsExactly(1L, 2L);
    }

    @Test
    void removesWhatLeftTheStoreWithoutATrace() {
        store.put(ad(1).posting());
        store.put(ad(2).posting());
        open().catchUp();
        store.forget(2);
        keeper.on(new PostingClosed(new PostingId(2)));
        keeper.catchUp();
        assertThat(index.found()).containsExactly(1L);
    }

    @Test
    void hearsOfAChangeOnlyWhenItIsCommitted() {
        store.put(ad(1).posting());
        store.put(ad(2).posting());
        open().catchUp();
        TransactionSynchronizationManager.initSynchronization();
        try {
            keeper.published(new PostingClosed(new PostingId(2)));
            store.forget(2);
            keeper.catchUp();
            assertThat(index.found()).containsExactly(1L, 2L);
            TransactionSynchronizationManager.getSynchronizations().forEach(TransactionSynchronization::afterCommit);
        } finally {
            TransactionSynchronizationManager.clearSynchronization();
        }
        keeper.catchUp();
        assertThat(index.found()).containsExactly(1L);
    }

    @Test
    void removesWhatLeftTheStoreWhileNobodyListened() {
        LongStream.rangeClosed(1, 1200).forEach(id -> store.put(ad(id).posting()));
        open().catchUp();
        keeper.commit();
        index.close();
        LongStream.rangeClosed(6, 1199).forEach(store::forget);
        open().catchUp();
        assertThat(index.found()).containsExactly(1L, 2L, 3L, 4L, 5L, 1200L);
    }

    @Test
    void showsAChangeSoonAfterItsEvent() {
        open();
        keeper.start();
        store.put(ad(1).posting());
        keeper.on(new PostingChanged(new PostingId(1)));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(index.found()).containsExactly(1L));
        keeper.stop();
        assertThat(index.version()).isEqualTo(1);
    }

    @Test
    void goesOnAfterTheIndexClosedItself() {
        store.put(ad(1).posting());
        open().catchUp();
        keeper.commit();
        store.put(ad(2).posting());
        keeper.catchUp();
        index.failWriting();
        assertThat(index.found()).containsExactly(1L);
        keeper.catchUp();
        assertThat(index.found()).containsExactly(1L, 2L);
    }

    private IndexKeeper open() {
        index = IndexInFolder.open(folder);
        keeper = new IndexKeeper(store, index.index(), index.settings());
        return keeper;
    }

    private List<Path> files() throws IOException {
        if (!Files.exists(folder.resolve("index"))) return List.of();
        try (var files = Files.list(folder.resolve("index"))) {
            return files.filter(file -> !file.endsWith("write.lock")).sorted().toList();
        }
    }

    private void deleteFiles() throws IOException {
        try (var files = Files.walk(folder.resolve("index"))) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
