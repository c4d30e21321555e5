package pmradar.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import pmradar.posting.Posting;
import pmradar.posting.Postings;
import pmradar.search.CriteriaMatcher;

/// Matches the store's changes, in their order, against all saved searches. What was found and how far it got are
/// committed together: after a crash nothing is missed and nothing is found twice.
@Component
class HitRecorder {
    private static final int AT_ONCE = 200;

    private final Postings postings;
    private final CriteriaMatcher matcher;
    private final Progress progress;
    private final Hits hits;
    private final Map<Long, SavedSearch> listening = new HashMap<>();
    private long revision;

    HitRecorder(Postings postings, CriteriaMatcher matcher, Progress progress, Hits hits) {
        this.postings = postings;
        this.matcher = matcher;
        this.progress = progress;
        this.hits = hits;
    }

    /// Takes the next changes. One at a time on this machine, by the lock on all.
    ///
    /// @return whether there may be more
    @Transactional
    public synchronized boolean step(Instant now) {
        var mark = progress.locked();
        renew(mark.revision());
        if (listening.isEmpty()) {
            progress.matchedUpTo(postings.lastVersion());
            return false;
        }
        var changes = postings.changedAfter(mark.version(), AT_ONCE);
        if (changes.isEmpty()) return false;
        new Round(changes, now).record();
        progress.matchedUpTo(changes.getLast().version());
        return changes.size() == AT_ONCE;
    }

    private void renew(long latest) {
        if (revision == latest) return;
        for (var search : progress.changedAfter(revision)) {
            if (search.listens()) {
                listening.put(search.id(), search);
                matcher.put(search.id(), search.criteria());
            } else {
                listening.remove(search.id());
                matcher.remove(search.id());
            }
        }
        revision = latest;
    }

    private final class Round {
        private final List<Posting> changes;
        private final Instant now;
        private final Map<Long, Map<Long, Hit>> met;
        private final List<Hits.Found> found = new ArrayList<>();

        Round(List<Posting> changes, Instant now) {
            this.changes = changes.stream().filter(posting -> !posting.sample()).toList();
            this.now = now;
            met = hits.latest(this.changes.stream().map(one -> one.id().value()).toList());
        }

        void record() {
            for (var posting : changes) {
                var before = met.getOrDefault(posting.id().value(), Map.of());
                for (long finder : matcher.findersOf(posting)) {
                    var search = listening.get(finder);
                    if (search != null && !before.containsKey(finder) && news(search, posting))
                        found.add(new Hits.Found(finder, posting.id().value(), KnownFacts.of(posting)));
                }
                before.forEach((search, hit) -> changed(listening.get(search), posting, hit));
            }
            hits.found(found, now);
        }

        /// What was there before the search was is no news, unless it was changed since.
        private static boolean news(SavedSearch search, Posting posting) {
            var life = posting.life();
            var changed = life.changed();
            return !life.firstSeen().isBefore(search.since()) || changed != null && !changed.isBefore(search.since());
        }

        private void changed(@Nullable SavedSearch search, Posting posting, Hit hit) {
            if (search == null || hit.state() != Hit.State.TOLD) return;
            var wished = search.wishes().changes();
            var facts = KnownFacts.of(posting);
            if (!posting.open()) {
                if (hit.kind() != Hit.Kind.CLOSED && wished.contains(Wishes.Change.CLOSING))
                    tell(search, posting, facts, Hit.Kind.CLOSED, closing(posting));
                return;
            }
            var said = KnownFacts.difference(hit.facts(), facts, wished);
            if (!said.isEmpty()) tell(search, posting, facts, Hit.Kind.CHANGED, said);
        }

        private void tell(SavedSearch search, Posting posting, Hit.Facts facts, Hit.Kind kind, String said) {
            var one = new Hits.Found(search.id(), posting.id().value(), facts);
            hits.told(one, kind, Long.toString(posting.version()), said, now);
        }

        private static String closing(Posting posting) {
            var why = posting.life().closedWhy();
            return why == null ? "It has closed." : "It has closed: %s.".formatted(why);
        }
    }
}
