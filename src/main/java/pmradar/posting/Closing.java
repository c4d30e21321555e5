package pmradar.posting;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pmradar.classify.Classification;
import pmradar.classify.Verdict;

/// Ends sightings, closes postings and takes them out of the open ones.
@Component
class Closing {
    private static final int MISSES = 2;
    /// What a person says stood in the rules' way; once it is taken back they are to be asked again.
    private static final String UNKNOWN_RULES = "";

    private static final Limit CHUNK = Limit.of(500);

    private final PostingTable postings;
    private final SightingTable sightings;
    private final Versions versions;
    private final PostingSettings settings;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;

    Closing(
            PostingTable postings,
            SightingTable sightings,
            Versions versions,
            PostingSettings settings,
            ApplicationEventPublisher events,
            JdbcClient jdbc) {
        this.postings = postings;
        this.sightings = sightings;
        this.versions = versions;
        this.settings = settings;
        this.events = events;
        this.jdbc = jdbc;
    }

    void readingEnded(String feedId, boolean complete, Instant started, Instant now) {
        versions.take(0);
        if (complete) {
            sightings.missed(feedId, started);
            for (var gone = sightings.gone(feedId, MISSES, CHUNK);
                    !gone.isEmpty();
                    gone = sightings.gone(feedId, MISSES, CHUNK)) {
                end(gone, "missing from two complete readings of " + feedId, now);
            }
        } else {
            var before = now.minus(settings.staleAfter());
            for (var stale = sightings.stale(feedId, before, CHUNK);
                    !stale.isEmpty();
                    stale = sightings.stale(feedId, before, CHUNK)) {
                end(
                        stale,
                        "not shown by %s for %d days"
                                .formatted(feedId, settings.staleAfter().toDays()),
                        now);
            }
        }
    }

    private void end(List<StoredSighting> ended, String why, Instant now) {
        ended.forEach(sighting -> sighting.end(now));
        var gone = new HashSet<>(ended.stream().map(StoredSighting::postingId).toList());
        var led = ended.stream()
                .filter(StoredSighting::leads)
                .map(StoredSighting::postingId)
                .toList();
        var leaderless = new HashSet<>(led);
        for (var live : sightings.live(gone)) {
            gone.remove(live.postingId());
            if (leaderless.remove(live.postingId())) live.succeed();
        }
        sightings.unseatEnded(led);
        for (var posting : postings.findAllById(gone)) close(posting, why, now);
    }

    /// Closes a posting whose own page says that it is gone.
    void pageGone(PostingId id, String why, Instant now) {
        versions.take(0);
        postings.findById(id.value()).ifPresent(posting -> close(posting, why, now));
    }

    int closeOverdue(Instant now) {
        var overdue = postings.overdue(now, CHUNK);
        if (overdue.isEmpty()) return 0;
        versions.take(0);
        for (var posting : postings.findAllById(overdue)) close(posting, "its closing date has passed", now);
        return overdue.size();
    }

    private void close(StoredPosting posting, String why, Instant now) {
        if (posting.closed() != null) return;
        posting.close(why, now);
        tell(posting, new PostingEvent.PostingClosed(new PostingId(posting.id())));
    }

    int removeSamples() {
        int removed = 0;
        versions.take(0);
        for (var ids = postings.samples(CHUNK); !ids.isEmpty(); ids = postings.samples(CHUNK)) {
            jdbc.sql("delete from posting_correction where posting_id in (:ids)")
                    .param("ids", ids)
                    .update();
            sightings.deleteOf(ids);
            postings.deleteAllById(ids);
            for (var id : ids) events.publishEvent(new PostingEvent.PostingClosed(new PostingId(id)));
            removed += ids.size();
        }
        return removed;
    }

    boolean rejudge(PostingId id, Verdict verdict, Instant now) {
        versions.take(0);
        var posting = postings.findById(id.value()).orElse(null);
        if (posting == null) return false;
        return switch (verdict) {
            case Verdict.OffTopic off -> refuse(posting, off, now);
            case Verdict.Tagged(var found) -> judge(posting, found, now);
        };
    }

    /// Closes postings whose listings, though still there, are none for project managers any more.
    void turnedOffTopic(String feedId, Map<String, Verdict.OffTopic> listings, Instant now) {
        var known = sightings.known(feedId, listings.keySet()).stream()
                .filter(one -> one.until() == null)
                .toList();
        if (known.isEmpty()) return;
        versions.take(0);
        for (var one : known) {
            var sighting = sightings.findById(one.id()).orElseThrow();
            sighting.turnedOffTopic(now);
            var posting = postings.findById(one.postingId()).orElseThrow();
            if (sighting.leads() && !posting.refused())
                refuse(posting, Objects.requireNonNull(listings.get(one.externalId())), now);
        }
    }

    private boolean refuse(StoredPosting posting, Verdict.OffTopic off, Instant now) {
        posting.judgedBy(off.rulesVersion());
        if (Boolean.TRUE.equals(StoredCorrections.gateOf(jdbc, posting.id()))) return false;
        var open = posting.closed() == null;
        posting.refuse("not project management by today's rules: " + off.reason(), now);
        tell(posting, new PostingEvent.PostingClosed(new PostingId(posting.id())));
        return open;
    }

    private boolean judge(StoredPosting posting, Classification found, Instant now) {
        var label = posting.label();
        posting.judge(found);
        var refused = Boolean.FALSE.equals(StoredCorrections.gateOf(jdbc, posting.id()));
        var accepted = !refused && accept(posting, now);
        tell(posting, new PostingEvent.PostingChanged(new PostingId(posting.id())));
        return accepted || label != posting.label();
    }

    private boolean accept(StoredPosting posting, Instant now) {
        return posting.accept(!sightings.stillSeen(List.of(posting.id())).isEmpty(), now);
    }

    /// Follows what a person said or took back.
    ///
    /// @param gate whether it is project management, if anybody said so
    void corrected(PostingId id, @Nullable Boolean gate, Instant now) {
        versions.take(0);
        var posting = postings.findById(id.value()).orElse(null);
        if (posting == null) return;
        if (Boolean.FALSE.equals(gate)) {
            posting.refuse("a person said that it is not project management", now);
            tell(posting, new PostingEvent.PostingClosed(id));
        } else {
            accept(posting, now);
            tell(posting, new PostingEvent.PostingChanged(id));
        }
    }

    /// Lets the rules speak again of a posting of which a person had.
    void askRulesAgain(PostingId id) {
        versions.take(0);
        postings.findById(id.value()).ifPresent(posting -> posting.judgedBy(UNKNOWN_RULES));
    }

    /// Takes a posting out again that only a person's word had brought in.
    void turnAway(PostingId id, Instant now) {
        versions.take(0);
        var posting = postings.findById(id.value()).orElse(null);
        if (posting == null || posting.refused()) return;
        posting.refuse("not project management by the rules; a person's word against it was taken back", now);
        tell(posting, new PostingEvent.PostingClosed(id));
    }

    private void tell(StoredPosting posting, PostingEvent event) {
        posting.number(versions.take(1) + 1);
        events.publishEvent(event);
    }
}
