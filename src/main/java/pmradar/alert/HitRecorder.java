package pmradar.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import pmradar.posting.Posting;
import pmradar.posting.PostingId;
import pmradar.posting.Postings;
import pmradar.pursuit.Pursuit;
import pmradar.search.Criteria;
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
    private final OwnNews own;
    private final Map<Long, SavedSearch> listening = new HashMap<>();
    private final Map<Long, SavedSearch> ownOf = new HashMap<>();
    private long revision;

    HitRecorder(Postings postings, CriteriaMatcher matcher, Progress progress, Hits hits, OwnNews own) {
        this.postings = postings;
        this.matcher = matcher;
        this.progress = progress;
        this.hits = hits;
        this.own = own;
    }

    /// Takes the next changes. One at a time on this machine, by the lock on all.
    ///
    /// @return whether there may be more
    @Transactional
    public synchronized boolean step(Instant now) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status != STATUS_COMMITTED) forget();
            }
        });
        own.begin(progress.locked().pursuit(), now);
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

    /// What was read and then rolled back never was.
    private synchronized void forget() {
        listening.clear();
        ownOf.clear();
        revision = 0;
    }

    private void renew(long latest) {
        boolean anew = matcher.stale();
        if (revision != latest) progress.changedAfter(revision).forEach(search -> renew(search, !anew));
        revision = latest;
        if (anew) matcher.replaceAll(criteria());
    }

    private Map<Long, Criteria> criteria() {
        var criteria = new HashMap<Long, Criteria>();
        listening.forEach((id, search) -> {
            if (search.subject() == SavedSearch.Subject.SEARCH) criteria.put(id, search.criteria());
        });
        return criteria;
    }

    private void renew(SavedSearch search, boolean file) {
        boolean searches = file && search.subject() == SavedSearch.Subject.SEARCH;
        if (search.subject() == SavedSearch.Subject.OWN) ownOf.put(search.owner(), search);
        if (search.listens()) {
            listening.put(search.id(), search);
            if (searches) matcher.put(search.id(), search.criteria());
        } else {
            listening.remove(search.id());
            if (searches) matcher.remove(search.id());
        }
    }

    private @Nullable SavedSearch ownOf(long account) {
        var search = ownOf.get(account);
        return search == null || !search.listens() ? null : search;
    }

    private final class Round {
        private final List<Posting> changes;
        private final Instant now;
        private final Map<Long, Map<Long, Hit>> met;
        private final Map<PostingId, List<Pursuit>> followers;
        private final List<Hits.Found> found = new ArrayList<>();

        Round(List<Posting> changes, Instant now) {
            this.changes = changes.stream().filter(posting -> !posting.sample()).toList();
            this.now = now;
            followers = own.followers(this.changes);
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
                own.changed(
                        posting, followers.getOrDefault(posting.id(), List.of()), before, HitRecorder.this::ownOf, now);
            }
            hits.found(found, now);
        }

        /// What was there before the search was is no news, unless it was changed since.
        private static boolean news(SavedSearch search, Posting posting) {
            var life = posting.life();
            var changed = life.changed();
            return !life.firstSeen().isBefore(search.since()) || changed != null && !changed.isBefore(search.since());
        }

        /// Of what waits to be told as new, the digest will say what it says by then.
        private void changed(@Nullable SavedSearch search, Posting posting, Hit last) {
            if (search == null || search.subject() != SavedSearch.Subject.SEARCH) return;
            boolean known =
                    last.state() == Hit.State.TOLD || last.state() == Hit.State.WAITING && last.kind() != Hit.Kind.NEW;
            if (known) Change.of(search, posting, last).ifPresent(change -> change.tell(hits, now));
        }
    }
}
