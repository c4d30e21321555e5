package pmradar.search;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import pmradar.posting.Posting;
import pmradar.posting.PostingEvent;
import pmradar.posting.PostingId;
import pmradar.posting.Postings;

/// Keeps the index equal to the store.
///
/// It walks the store's changes in their order, so that "complete up to this version" is all that must be remembered.
/// An event only wakes it; a posting that an event names and the walk did not pass is read by itself.
@Component
class IndexKeeper implements SmartLifecycle, IndexWatch {

    private static final Logger LOG = LoggerFactory.getLogger(IndexKeeper.class);
    private static final int AT_ONCE = 500;
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);

    /// How long changes are gathered before they are found: opening a new view of the index costs as much as putting
    /// a batch, and small segments have to be merged again.
    private static final Duration FOUND_WITHIN = Duration.ofMillis(300);

    private final Postings postings;
    private final PostingIndex index;
    private final SearchSettings settings;
    private final Semaphore wake = new Semaphore(0);
    private final ToldChanges told = new ToldChanges();
    private volatile IndexState state = new IndexState(false, 0);
    private volatile boolean running;
    private @Nullable Thread thread;
    private long done;
    private long generation = -1;
    private boolean uncommitted;
    private volatile boolean compared;
    private long committedAt = System.nanoTime();
    private long refreshedAt = System.nanoTime();

    IndexKeeper(Postings postings, PostingIndex index, SearchSettings settings) {
        this.postings = postings;
        this.index = index;
        this.settings = settings;
    }

    /// Hears of a change when it is committed. No note of it is kept in the database, as there is for listeners that
    /// must
    /// not miss an event: what a crash leaves untold, the walk and the comparison at the next start find.
    @EventListener
    void published(PostingEvent event) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    on(event);
                }
            });
        } else on(event);
    }

    void on(PostingEvent event) {
        if (!told.add(event.id())) compared = false;
        wake.release();
    }

    @Override
    public IndexState state() {
        return state;
    }

    /// Builds the index anew, from the store.
    @Override
    public void rebuild() {
        synchronized (this) {
            index.clear();
            state = new IndexState(false, 0);
        }
        wake.release();
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = Thread.ofPlatform().name("index-keeper").daemon().start(this::keep);
    }

    @Override
    public void stop() {
        running = false;
        var keeping = thread;
        if (keeping == null) return;
        wake.release();
        try {
            keeping.join(Duration.ofSeconds(10));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void keep() {
        boolean checked = false;
        while (running) {
            try {
                catchUp();
                if (!checked) {
                    checked = true;
                    check();
                }
                rest();
            } catch (RuntimeException e) {
                compared = false;
                LOG.warn("The index could not be brought up to date; trying again soon", e);
                pause(PAUSE_AFTER_FAILURE);
            }
        }
        close();
    }

    private void close() {
        try {
            if (uncommitted) commit();
        } catch (RuntimeException e) {
            LOG.warn("The last changes of the index were not kept; they are indexed again at the next start", e);
        }
    }

    /// Brings all changes of the store into the index. Called by one thread; tests call it themselves.
    synchronized void catchUp() {
        agree();
        // Told before the walk begins: what the walk meets then is read as it was told, or later.
        var ids = told.taken();
        var changes = postings.changedAfter(done, AT_ONCE);
        while (!changes.isEmpty()) {
            index.put(changes);
            if (!ids.isEmpty()) changes.forEach(posting -> ids.remove(posting.id()));
            done = changes.getLast().version();
            told.put(changes);
            step();
            changes = postings.changedAfter(done, AT_ONCE);
        }
        missed(List.copyOf(ids));
        if (!compared) compare();
        refresh();
        if (due()) commit();
        state = new IndexState(true, 100);
    }

    /// Goes back to what the index still has. One that knows more than the store belongs to another store.
    private void agree() {
        if (index.version() > postings.lastVersion()) {
            LOG.warn("The index belongs to another store and is built anew");
            index.clear();
        }
        long now = index.generation();
        if (now == generation) return;
        generation = now;
        compared = false;
        told.forget();
        done = index.version();
        if (done < postings.lastVersion()) state = progress();
    }

    private IndexState progress() {
        return new IndexState(false, (int) Math.min(99, done * 100 / Math.max(1, postings.lastVersion())));
    }

    private void step() {
        uncommitted = true;
        if (!state.ready()) state = progress();
        if (System.nanoTime() - refreshedAt >= FOUND_WITHIN.toNanos()) refresh();
        if (due()) commit();
    }

    private void refresh() {
        index.refresh();
        refreshedAt = System.nanoTime();
    }

    /// Postings that events told of: one that has left the store, or whose change became visible behind a later one.
    private void missed(List<PostingId> ids) {
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            var some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
            var found = postings.find(some);
            removeAllBut(found, some);
            var news = found.stream().filter(posting -> !told.known(posting)).toList();
            if (news.isEmpty()) continue;
            index.put(news);
            told.put(news);
            uncommitted = true;
        }
    }

    private void removeAllBut(List<Posting> found, List<PostingId> ids) {
        if (found.size() == ids.size()) return;
        var gone = new LinkedHashSet<>(ids);
        found.forEach(posting -> gone.remove(posting.id()));
        index.remove(gone);
        uncommitted = true;
    }

    /// Removes what left the store while nobody listened: the store's changes do not tell of that.
    private void compare() {
        compared = true;
        index.refresh();
        if (index.size() <= postings.countOpen()) return;
        var ids = index.ids(new PostingId(0), AT_ONCE);
        while (!ids.isEmpty()) {
            removeAllBut(postings.find(ids).stream().filter(Posting::open).toList(), ids);
            ids = index.ids(ids.getLast(), AT_ONCE);
        }
    }

    private boolean due() {
        return uncommitted
                && System.nanoTime() - committedAt >= settings.commitEvery().toNanos();
    }

    synchronized void commit() {
        index.commit(done, generation);
        uncommitted = false;
        committedAt = System.nanoTime();
    }

    private void check() {
        if (index.sound()) return;
        LOG.warn("The index is damaged and is built anew");
        rebuild();
        catchUp();
    }

    private void rest() {
        var longest = uncommitted ? settings.commitEvery() : settings.lookEvery();
        try {
            boolean woken = wake.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
            var left = FOUND_WITHIN.minusNanos(System.nanoTime() - refreshedAt);
            if (woken && running && left.isPositive()) Thread.sleep(left);
            wake.drainPermits();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
