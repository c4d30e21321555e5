package pmradar.trend;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import pmradar.classify.CurrentTaxonomy;
import pmradar.posting.FeedSpans;
import pmradar.posting.FeedSpans.FeedSpan;
import pmradar.posting.Outline;
import pmradar.posting.Outlines;
import pmradar.posting.PostingId;
import pmradar.posting.Postings;

/// Folds what changed in the store into the ledger: each posting as it is now, so that a recount is always the same,
/// and after a change of rules the past is counted by the new ones.
@Component
class Counting {

    private static final Logger LOG = LoggerFactory.getLogger(Counting.class);
    private static final int AT_ONCE = 500;
    private static final int HELD = 20_000;

    private final Postings postings;
    private final Outlines outlines;
    private final FeedSpans spans;
    private final CurrentTaxonomy taxonomy;
    private final LedgerTable table;
    private final Clock clock;
    private volatile Ledger ledger = Ledger.empty();
    /// Up to which change of the store it is counted right now; negative while it is not.
    private volatile long going = -1;

    Counting(
            Postings postings,
            Outlines outlines,
            FeedSpans spans,
            CurrentTaxonomy taxonomy,
            LedgerTable table,
            Clock clock) {
        this.postings = postings;
        this.outlines = outlines;
        this.spans = spans;
        this.taxonomy = taxonomy;
        this.table = table;
        this.clock = clock;
    }

    /// What was counted last, here or by another node; counts first if nobody ever did.
    Ledger ledger() {
        var note = table.note();
        var known = ledger;
        if (note.version() == known.version() && note.counted().equals(known.counted()) && !known.never()) return known;
        return renewed();
    }

    private synchronized Ledger renewed() {
        ledger = table.since(ledger);
        if (ledger.never()) count();
        return ledger;
    }

    /// Counts what changed since the last time.
    synchronized void count() {
        ledger = table.since(ledger);
        if (!table.note().readable() || ledger.version() > postings.lastVersion()) {
            table.clear();
            ledger = Ledger.empty();
        }
        var fold = new Fold();
        try {
            fold.walk();
        } finally {
            going = -1;
        }
    }

    /// Asks nothing of whoever is counting.
    Trends.Progress progress() {
        long reached = going;
        var last = table.note().counted();
        return new Trends.Progress(
                last.equals(Instant.EPOCH) ? null : last,
                reached >= 0,
                Math.max(0, reached),
                reached < 0 ? 0 : postings.lastVersion());
    }

    private final class Fold {
        private final Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        private final List<FeedSpan> feeds = spans.spans();
        private final CompletableFuture<List<FeedChange>> changes = postings.lastVersion() == ledger.version()
                ? CompletableFuture.completedFuture(ledger.changes())
                : beside(() -> FeedChange.of(spans.turnovers()));
        private final FactsReader reader = new FactsReader(
                ledger.names(),
                feeds.stream().collect(Collectors.toMap(FeedSpan::feedId, FeedSpan::first)),
                taxonomy.now());
        private final Map<Long, Map<Integer, Facts>> fresh = new HashMap<>();
        private long version = ledger.version();
        private int held;

        void walk() {
            going = version;
            var changes = changedAfter(version).join();
            while (!changes.isEmpty()) {
                var next = changedAfter(changes.getLast().version());
                for (var posting : changes) put(posting.id().value(), reader.of(posting));
                version = changes.getLast().version();
                going = version;
                if (held >= HELD) keep();
                changes = next.join();
            }
            forgetSamples();
            keep();
        }

        /// Read while the ones before are counted.
        private CompletableFuture<List<Outline>> changedAfter(long version) {
            return beside(() -> outlines.changedAfter(version, AT_ONCE));
        }

        private static <T> CompletableFuture<T> beside(Supplier<T> reading) {
            return CompletableFuture.supplyAsync(
                    reading,
                    task -> Thread.ofPlatform()
                            .daemon()
                            .name("read for the count")
                            .start(task));
        }

        private void put(long id, Facts facts) {
            fresh.computeIfAbsent(Slice.of(id), _ -> new HashMap<>()).put(Slice.row(id), facts);
            held++;
        }

        /// The only ones that leave the store.
        private void forgetSamples() {
            var ids = new ArrayList<PostingId>();
            for (var slice : ledger.slices().values()) {
                for (int row = 0; row < Slice.SIZE; row++) {
                    if (slice.state(row) == Facts.State.SAMPLE) ids.add(new PostingId(slice.id(row)));
                }
            }
            outlines.gone(ids).forEach(id -> put(id.value(), ABSENT));
        }

        private void keep() {
            var slices = new TreeMap<>(ledger.slices());
            var changed = new ArrayList<Slice>();
            fresh.forEach((number, rows) -> {
                var slice = merged(number, slices.get(number), rows);
                slices.put(number, slice);
                changed.add(slice);
            });
            var after = new Ledger(ledger.names(), slices, feeds, changes.join(), version, now);
            if (table.save(ledger.version(), after, changed)) {
                if (held > 0) LOG.info("Counted {} changed postings up to version {}", held, version);
                ledger = after;
            } else throw new IllegalStateException("Another node is counting the market; it is done there");
            fresh.clear();
            held = 0;
        }

        private static Slice merged(long number, @Nullable Slice before, Map<Integer, Facts> rows) {
            var merged = new ArrayList<@Nullable Facts>(Slice.SIZE);
            if (before == null) for (int row = 0; row < Slice.SIZE; row++) merged.add(null);
            else merged.addAll(before.rows());
            rows.forEach((row, facts) -> merged.set(row, facts == ABSENT ? null : facts));
            return new Slice(number, merged);
        }
    }

    private static final Facts ABSENT =
            new Facts(Facts.State.ABSENT, 0, false, Facts.NEVER, Facts.NEVER, Facts.NEVER, Facts.NEVER, 0, new int[0]);
}
