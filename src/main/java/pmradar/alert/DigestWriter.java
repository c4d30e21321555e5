package pmradar.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import pmradar.posting.Posting;
import pmradar.posting.PostingId;
import pmradar.posting.Postings;

/// Gathers what waits for saved searches into digests, one for each, within the measure that its person wishes. The
/// digests, what became of each hit and the deliveries are committed together: a commit, and a question to the
/// database, cost more than a digest.
@Component
class DigestWriter {
    /// Of one search, gathered at once.
    static final int MOST_HITS = 2_000;

    private final StoredSearches searches;
    private final Hits hits;
    private final Postings postings;
    private final DigestLines lines;
    private final StoredDigests digests;
    private final Notices notices;

    DigestWriter(
            StoredSearches searches,
            Hits hits,
            Postings postings,
            DigestLines lines,
            StoredDigests digests,
            Notices notices) {
        this.searches = searches;
        this.hits = hits;
        this.postings = postings;
        this.lines = lines;
        this.digests = digests;
        this.notices = notices;
    }

    /// @param ids of searches; those that are not due, or are due later, are left for then
    /// @return the digests of those that have something to tell just now
    @Transactional
    public List<Digest> write(Collection<Long> ids, Instant now) {
        var due = searches.locked(ids).stream()
                .filter(search -> search.listens() && !search.nextDue().isAfter(now))
                .toList();
        return due.isEmpty() ? List.of() : new Round(due, now).write();
    }

    /// Some searches that are due, and what is known of all of them.
    private final class Round {
        private final List<SavedSearch> due;
        private final Instant now;
        private final Map<Long, List<Hit>> waiting;
        private final Map<Long, List<Notices.Stored>> feeds = new HashMap<>();
        private final Map<Long, Integer> listedToday = new HashMap<>();
        private final Map<Long, Instant> dueNext = new LinkedHashMap<>();

        Round(List<SavedSearch> due, Instant now) {
            this.due = due;
            this.now = now;
            waiting = hits.waiting(due.stream().map(SavedSearch::id).toList(), MOST_HITS);
            for (var search : due) {
                if (search.subject() == SavedSearch.Subject.FEEDS)
                    feeds.put(search.id(), notices.waiting(search.id(), Gathering.MOST_LINES));
            }
            due.stream()
                    .collect(Collectors.groupingBy(search -> search.schedule().dayBegins(now)))
                    .forEach((day, some) -> listedToday.putAll(digests.listedSince(
                            some.stream().map(SavedSearch::id).toList(), day)));
        }

        List<Digest> write() {
            var ready = new ArrayList<SavedSearch>();
            for (var search : due) {
                later(search).ifPresentOrElse(moment -> dueNext.put(search.id(), moment), () -> ready.add(search));
            }
            for (var search : ready) dueNext.put(search.id(), search.schedule().next(now.plusMillis(1)));
            var made = gather(ready);
            searches.dueNext(dueNext);
            return made;
        }

        private List<Digest> gather(List<SavedSearch> ready) {
            var found = found(ready);
            var told = hits.toldBefore(
                    ready.stream().map(SavedSearch::owner).distinct().toList(), found.keySet());
            var gathered = ready.stream()
                    .map(search -> new Gathering(search, lines, found, told)
                            .take(waitingFor(search), feedsFor(search), room(search)))
                    .toList();
            for (int i = 0; i < ready.size(); i++)
                if (gathered.get(i).goesOn()) dueNext.put(ready.get(i).id(), now);
            hits.tellFirst(told);
            hits.pass(gathered.stream().flatMap(one -> one.passed().stream()).toList());
            var full = gathered.stream().filter(one -> !one.isEmpty()).toList();
            var made = digests.add(full.stream().map(Gathering::ready).toList(), now);
            var digestOf = new LinkedHashMap<Long, Long>();
            for (int i = 0; i < made.size(); i++) {
                long digest = made.get(i).id();
                full.get(i).told().forEach(hit -> digestOf.put(hit, digest));
                notices.tell(full.get(i).notices(), digest);
            }
            hits.tell(digestOf);
            return made;
        }

        private Map<Long, Posting> found(List<SavedSearch> ready) {
            var ids = ready.stream()
                    .flatMap(search -> waitingFor(search).stream())
                    .map(hit -> new PostingId(hit.posting()))
                    .distinct()
                    .toList();
            return postings.find(ids).stream()
                    .collect(Collectors.toMap(posting -> posting.id().value(), Function.identity()));
        }

        private List<Hit> waitingFor(SavedSearch search) {
            return waiting.getOrDefault(search.id(), List.of());
        }

        private List<Notices.Stored> feedsFor(SavedSearch search) {
            return feeds.getOrDefault(search.id(), List.of());
        }

        private int room(SavedSearch search) {
            return search.wishes().perDay() - listedToday.getOrDefault(search.id(), 0);
        }

        /// When to ask again, if nothing may be sent now: not its turn, quiet hours, a day without news, or the day's
        /// measure is full.
        private Optional<Instant> later(SavedSearch search) {
            var schedule = search.schedule();
            var turn = turn(search);
            if (turn.isAfter(now)) return Optional.of(turn);
            var free = schedule.free(now);
            if (free.isAfter(now)) return Optional.of(free);
            if (room(search) > 0) return Optional.empty();
            return Optional.of(schedule.next(schedule.nextDay(now)));
        }

        /// Whose turn passed with nothing to tell waits for the next one after something was found; what was found
        /// before it, while nobody was there to send it, is late.
        private Instant turn(SavedSearch search) {
            return Stream.concat(
                            waitingFor(search).stream().limit(1).map(Hit::foundAt),
                            feedsFor(search).stream().limit(1).map(Notices.Stored::foundAt))
                    .min(Comparator.naturalOrder())
                    .filter(first -> first.isAfter(search.nextDue()))
                    .map(search.schedule()::next)
                    .orElse(search.nextDue());
        }
    }
}
