package pmradar.posting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Takes over what earlier answers say when they are read again. It changes words and judgement of postings, and
/// nothing of their life.
@Component
class Mending {
    private final PostingTable postings;
    private final SightingTable sightings;
    private final PageRecorder recorder;
    private final Versions versions;
    private final ApplicationEventPublisher events;

    Mending(
            PostingTable postings,
            SightingTable sightings,
            PageRecorder recorder,
            Versions versions,
            ApplicationEventPublisher events) {
        this.postings = postings;
        this.sightings = sightings;
        this.recorder = recorder;
        this.versions = versions;
        this.events = events;
    }

    List<Recorded> mend(String feedId, List<Judged> page, Instant seen, Instant upTo) {
        Map<String, KnownSighting> known = new HashMap<>();
        var ids = new HashSet<>(
                page.stream().map(judged -> judged.draft().externalId()).toList());
        if (!ids.isEmpty()) sightings.known(feedId, ids).forEach(one -> known.put(one.externalId(), one));
        var outcomes = new ArrayList<Recorded>();
        var done = new HashSet<String>();
        for (var judged : page) {
            var sighting = known.get(judged.draft().externalId());
            var first = done.add(judged.draft().externalId());
            var changed = first && sighting != null && mend(sighting, judged, seen, upTo);
            outcomes.add(changed ? Recorded.CHANGED : Recorded.SAME);
        }
        postings.flush();
        record(feedId, page, known, outcomes, seen);
        return outcomes;
    }

    private boolean mend(KnownSighting known, Judged judged, Instant seen, Instant upTo) {
        var identity = Identity.of(judged.draft());
        if (known.contentHash().equals(identity.contentHash())) return false;
        var sighting = sightings.findById(known.id()).orElseThrow();
        if (sighting.lastSeen().isAfter(upTo)) return false;
        sighting.mend(judged.draft(), identity.contentHash());
        if (!speaks(sighting)) return false;
        var posting = postings.findById(known.postingId()).orElseThrow();
        posting.change(judged.draft(), judged.classification(), identity, seen);
        posting.unite(sightings.findByPostingIdInOrderById(List.of(posting.id())));
        posting.number(versions.take(1) + 1);
        events.publishEvent(new PostingEvent.PostingChanged(new PostingId(posting.id())));
        return true;
    }

    /// Whether the posting carries the words of this sighting. Of one that is gone everywhere nobody leads; it carries
    /// the words that were seen last.
    private boolean speaks(StoredSighting sighting) {
        if (sighting.leads()) return true;
        var all = sightings.findByPostingIdInOrderById(List.of(sighting.postingId()));
        return all.stream().noneMatch(other -> other.leads() || other.lastSeen().isAfter(sighting.lastSeen()));
    }

    /// What was not known yet is recorded like any listing, as seen when its answer came.
    private void record(
            String feedId, List<Judged> page, Map<String, KnownSighting> known, List<Recorded> outcomes, Instant seen) {
        var fresh = new ArrayList<Judged>();
        var places = new ArrayList<Integer>();
        for (int i = 0; i < page.size(); i++) {
            if (known.containsKey(page.get(i).draft().externalId())) continue;
            fresh.add(page.get(i));
            places.add(i);
        }
        if (fresh.isEmpty()) return;
        var recorded = recorder.record(feedId, fresh, seen);
        for (int i = 0; i < places.size(); i++) {
            outcomes.set(Objects.requireNonNull(places.get(i)), recorded.get(i));
        }
    }
}
