package pmradar.feed;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Keeps each feed's history and tells once what is wrong: in the log, as `pmradar.feeds.trouble` among the metrics,
/// and
/// to whoever listens to [FeedEvent].
@Component
class StoredHealth implements FeedHealth {
    private static final Logger LOG = LoggerFactory.getLogger(StoredHealth.class);
    /// What a reading that brought something, or was told that nothing changed, ends.
    private static final Set<Trouble.Kind> UNREACHED =
            EnumSet.of(Trouble.Kind.MOVED, Trouble.Kind.GATED, Trouble.Kind.FAILING, Trouble.Kind.SAME);

    private final HealthRows rows;
    private final TroubleRows troubles;
    private final MovedBoards moved;
    private final HeardTerms heard;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    StoredHealth(
            HealthRows rows,
            TroubleRows troubles,
            MovedBoards moved,
            HeardTerms heard,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            MeterRegistry metrics) {
        this.rows = rows;
        this.troubles = troubles;
        this.moved = moved;
        this.heard = heard;
        this.transaction = transaction;
        this.events = events;
        for (var kind : Trouble.Kind.values()) {
            Gauge.builder("pmradar.feeds.trouble", () -> troubles.count(kind))
                    .description("Troubles of feeds that the owner was told of and has not acknowledged")
                    .tag("kind", kind.name().toLowerCase(Locale.ROOT))
                    .register(metrics);
        }
    }

    @Override
    @Transactional(readOnly = true)
    public boolean doubts(Feed feed, Reading reading, Instant now) {
        return reading instanceof Reading.Fresh fresh
                && history(feed.id()).doubts(fresh.listings() + fresh.unreadable(), feed.every(), now);
    }

    private YieldHistory history(String feedId) {
        return new YieldHistory(rows.runs(feedId, HealthRows.RUNS_KEPT));
    }

    @Override
    public void note(Feed feed, Reading reading, Instant now) {
        if (feed.origin() == Feed.Origin.SAMPLE) return;
        transaction.executeWithoutResult(status -> {
            bring(feed, reading, now);
            diagnose(feed, reading, now);
            heard.note(feed, reading);
        });
        moved.look(feed, troubles.goingOn(feed.id()), now);
    }

    private void bring(Feed feed, Reading reading, Instant now) {
        switch (reading) {
            case Reading.Fresh fresh -> {
                var found = fresh.listings() + fresh.unreadable();
                var doubted = history(feed.id()).doubts(found, feed.every(), now);
                rows.brought(feed.id(), fresh, doubted, now);
            }
            case Reading.Unchanged() -> rows.vouched(feed.id(), now);
            case Reading.Failed failed -> {}
        }
    }

    private void diagnose(Feed feed, Reading reading, Instant now) {
        var parts = rows.parts(feed.id());
        var known =
                troubles.goingOn(feed.id()).stream().map(TroubleRows.Row::kind).collect(Collectors.toSet());
        var symptoms = new Symptoms(history(feed.id()), parts, known, now).of(reading);
        for (var symptom : symptoms) {
            var row = troubles.seen(feed.id(), symptom.kind(), symptom.part(), symptom.words(), symptom.since(), now);
            var due = row.times() >= symptom.times() && row.length(now).compareTo(symptom.lasting()) >= 0;
            if (due && !row.told()) tell(feed, row, symptom, now);
        }
        if (reading instanceof Reading.Fresh fresh)
            rows.delivered(feed.id(), fresh.signs().parts(), now);
        recover(feed, reading, symptoms, now);
    }

    private void tell(Feed feed, TroubleRows.Row row, Symptoms.Symptom symptom, Instant now) {
        troubles.told(row.id(), now);
        LOG.warn(
                "Feed {} {}{}: {}",
                feed.id(),
                symptom.kind().word(),
                symptom.part().isEmpty() ? "" : ", " + symptom.part(),
                symptom.words());
        events.publishEvent(new FeedEvent.FeedInTrouble(feed.id()));
    }

    private void recover(Feed feed, Reading reading, List<Symptoms.Symptom> symptoms, Instant now) {
        if (reading instanceof Reading.Failed) return;
        var told = false;
        var left = false;
        for (var row : troubles.goingOn(feed.id())) {
            var seen = symptoms.stream()
                    .anyMatch(symptom ->
                            symptom.kind() == row.kind() && symptom.part().equals(row.part()));
            var goesOn = seen || (reading instanceof Reading.Unchanged && !UNREACHED.contains(row.kind()));
            if (goesOn) {
                left |= row.told();
                continue;
            }
            troubles.over(row, feed.id(), ending(row, reading), now);
            told |= row.told();
            if (row.told()) LOG.info("Feed {} has recovered: {}", feed.id(), ending(row, reading));
        }
        if (told && !left) events.publishEvent(new FeedEvent.FeedRecovered(feed.id()));
    }

    private static String ending(TroubleRows.Row row, Reading reading) {
        if (!(reading instanceof Reading.Fresh fresh)) return "Its server answers again: nothing has changed.";
        var found = Symptoms.postings(fresh.listings() + fresh.unreadable());
        return switch (row.kind()) {
            case EMPTY, MOVED, GATED, FAILING -> "It was read again and named %s.".formatted(found);
            case DROPPED -> "It named %s, which is no drop any more against what is usual now.".formatted(found);
            case SAME -> "It changes again.";
            case PART -> "This part was read again, or belongs to the feed no longer.";
        };
    }

    @Override
    public List<Trouble> troubles() {
        return troubles.all();
    }

    @Override
    public List<Trouble> troubles(String feedId) {
        return troubles.of(feedId);
    }

    @Override
    @Transactional
    public boolean acknowledge(String feedId, long trouble, String by, Instant now) {
        return troubles.acknowledge(feedId, trouble, by, now);
    }

    @Override
    @Transactional
    public boolean unacknowledge(String feedId, long trouble) {
        return troubles.unacknowledge(feedId, trouble);
    }

    @Override
    public List<YieldRun> history(String feedId, int limit) {
        return rows.runs(feedId, limit);
    }

    @Override
    public FeedTerms terms(String feedId) {
        return heard.of(feedId);
    }

    @Override
    public List<Proposal> proposals(String feedId) {
        return moved.proposals(feedId);
    }

    @Override
    public Optional<Look> lastLook(String feedId) {
        return moved.lastLook(feedId);
    }

    @Override
    @Transactional
    public boolean accept(String feedId, long proposal, String by, Instant now) {
        return moved.accept(feedId, proposal, by, now);
    }

    @Override
    @Transactional
    public boolean decline(String feedId, long proposal, Instant now) {
        return moved.decline(feedId, proposal, now);
    }

    @Override
    public Optional<FeedMove> move(String feedId) {
        return moved.move(feedId);
    }

    @Override
    @Transactional
    public boolean takeBack(String feedId) {
        return moved.takeBack(feedId);
    }
}
