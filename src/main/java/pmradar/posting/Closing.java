package pmradar.posting;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
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
    private final Contents contents;
    private final Vouchers vouchers;
    private final PostingSettings settings;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;

    Closing(
            PostingTable postings,
            SightingTable sightings,
            Versions versions,
            Contents contents,
            Vouchers vouchers,
            PostingSettings settings,
            ApplicationEventPublisher events,
            JdbcClient jdbc) {
        this.postings = postings;
        this.sightings = sightings;
        this.versions = versions;
        this.contents = contents;
        this.vouchers = vouchers;
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
                end(gone, posting -> posting.close("missing from two complete readings of " + feedId, now), now);
            }
        } else {
            var before = now.minus(settings.staleAfter());
            var why = "not shown by %s for %d days"
                    .formatted(feedId, settings.staleAfter().toDays());
            for (var stale = sightings.stale(feedId, before, CHUNK);
                    !stale.isEmpty();
                    stale = sightings.stale(feedId, before, CHUNK)) {
                end(stale, posting -> posting.close(why, now, true), now);
            }
        }
        vouchers.note(feedId, complete);
    }

    void feedRemoved(String feedId, Instant now) {
        versions.take(0);
        var why = "its feed %s was removed".formatted(feedId);
        for (var all = sightings.shown(feedId, CHUNK); !all.isEmpty(); all = sightings.shown(feedId, CHUNK)) {
            end(all, posting -> posting.close(why, now, true), now);
            all.forEach(StoredSighting::unwatched);
        }
    }

    private void end(List<StoredSighting> ended, Consumer<StoredPosting> closing, Instant now) {
        ended.forEach(sighting -> sighting.end(now));
        var of = ended.stream().map(StoredSighting::postingId).collect(Collectors.toSet());
        var live = sightings.live(of).stream().collect(Collectors.groupingBy(StoredSighting::postingId));
        var kept = new HashMap<Long, Judged>();
        for (var posting : postings.findAllById(of)) {
            var others = live.getOrDefault(posting.id(), List.of());
            if (others.isEmpty()) close(posting, closing);
            else goOn(posting, ended, others, kept);
        }
        postings.flush();
        contents.keep(kept);
    }

    /// With the sightings that are left: the first follows a leader that ended, and the places are theirs.
    private void goOn(
            StoredPosting posting, List<StoredSighting> ended, List<StoredSighting> others, Map<Long, Judged> kept) {
        for (var one : ended) {
            if (one.postingId() != posting.id() || !one.leads()) continue;
            kept.put(one.id(), posting.judged(one));
            one.follow();
            others.getFirst().succeed();
        }
        if (posting.unite(others)) tell(posting, new PostingEvent.PostingChanged(new PostingId(posting.id())));
    }

    int closeOverdue(Instant now) {
        var overdue = postings.overdue(now, CHUNK);
        if (overdue.isEmpty()) return 0;
        versions.take(0);
        for (var posting : postings.findAllById(overdue))
            close(posting, one -> one.close("its closing date has passed", now));
        return overdue.size();
    }

    private void close(StoredPosting posting, Consumer<StoredPosting> closing) {
        if (posting.closed() != null) return;
        closing.accept(posting);
        tell(posting, new PostingEvent.PostingClosed(new PostingId(posting.id())));
    }

    int removeSamples() {
        int removed = 0;
        versions.take(0);
        for (var ids = postings.samples(CHUNK); !ids.isEmpty(); ids = postings.samples(CHUNK)) {
            for (var table : List.of("posting_correction", "posting_revision", "posting_split")) {
                jdbc.sql("delete from %s where posting_id in (:ids)".formatted(table))
                        .param("ids", ids)
                        .update();
            }
            jdbc.sql("delete from posting_split where split_id in (:ids)")
                    .param("ids", ids)
                    .update();
            contents.forgetOf(ids);
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
        var label = posting.classification().label();
        posting.judge(found);
        var refused = Boolean.FALSE.equals(StoredCorrections.gateOf(jdbc, posting.id()));
        var accepted = !refused && accept(posting, now);
        tell(posting, new PostingEvent.PostingChanged(new PostingId(posting.id())));
        return accepted || label != posting.classification().label();
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

    void checked(PostingId id, Postings.PageCheck outcome, Instant now) {
        versions.take(0);
        var posting = postings.findById(id.value()).orElse(null);
        if (posting == null) return;
        switch (outcome) {
            case Postings.PageCheck.StillOpen() -> posting.checked("its page still shows it", true, false, now);
            case Postings.PageCheck.Unknown(var why) -> posting.checked(why, false, false, now);
            case Postings.PageCheck.Gone(var why) -> {
                if (posting.refused()) return;
                posting.checked(why, false, true, now);
                if (posting.closed() == null) posting.close(why, now);
                else posting.closedForSure(why);
                tell(posting, new PostingEvent.PostingClosed(id));
            }
        }
    }

    private void tell(StoredPosting posting, PostingEvent event) {
        posting.number(versions.take(1) + 1);
        events.publishEvent(event);
    }
}
