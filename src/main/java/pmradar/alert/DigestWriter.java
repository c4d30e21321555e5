package pmradar.alert;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import pmradar.posting.Posting;
import pmradar.posting.PostingId;
import pmradar.posting.Postings;

/// Gathers what waits for one saved search into a digest, within the measure that the person wishes. The digest, what
/// became of each hit and the deliveries are committed together.
@Component
class DigestWriter {
    private static final int MOST_HITS = 2_000;
    /// Listed in one digest, whatever a person wishes: nobody reads more, and no store or mail server takes it.
    private static final int MOST_LINES = 150;

    private final JdbcClient jdbc;
    private final StoredSearches searches;
    private final Hits hits;
    private final Postings postings;
    private final DigestLines lines;
    private final StoredDigests digests;
    private final Notices notices;

    DigestWriter(
            JdbcClient jdbc,
            StoredSearches searches,
            Hits hits,
            Postings postings,
            DigestLines lines,
            StoredDigests digests,
            Notices notices) {
        this.jdbc = jdbc;
        this.searches = searches;
        this.hits = hits;
        this.postings = postings;
        this.lines = lines;
        this.digests = digests;
        this.notices = notices;
    }

    /// @return the digest, or nothing when there is nothing to be told just now
    @Transactional
    public Optional<Digest> write(long id, Instant now) {
        jdbc.sql("select id from alert_search where id = ? for update")
                .param(id)
                .query(Long.class)
                .optional();
        var search = searches.find(id).orElseThrow();
        if (!search.listens() || search.nextDue().isAfter(now)) return Optional.empty();
        var later = later(search, now);
        if (later.isPresent()) {
            dueNext(search, later.get());
            return Optional.empty();
        }
        var digest = new Gathering(search, now).digest();
        dueNext(search, search.schedule().next(now.plusMillis(1)));
        return digest;
    }

    /// When to ask again, if nothing may be sent now: not its turn, quiet hours, a day without news, or the day's
    /// measure is full.
    private Optional<Instant> later(SavedSearch search, Instant now) {
        var schedule = search.schedule();
        var turn = turn(search);
        if (turn.isAfter(now)) return Optional.of(turn);
        var free = schedule.free(now);
        if (free.isAfter(now)) return Optional.of(free);
        if (room(search, now) > 0) return Optional.empty();
        return Optional.of(schedule.next(schedule.nextDay(now)));
    }

    /// Whose turn passed with nothing to tell waits for the next one after something was found; what was found before
    /// it, while nobody was there to send it, is late.
    private Instant turn(SavedSearch search) {
        return Stream.concat(
                        hits.waiting(search.id(), 1).stream().map(Hit::foundAt),
                        notices.waiting(search.id(), 1).stream().map(Notices.Stored::foundAt))
                .min(Comparator.naturalOrder())
                .stream()
                .filter(found -> found.isAfter(search.nextDue()))
                .map(search.schedule()::next)
                .findFirst()
                .orElse(search.nextDue());
    }

    private int room(SavedSearch search, Instant now) {
        return search.wishes().perDay()
                - digests.listedSince(search.id(), search.schedule().dayBegins(now));
    }

    private void dueNext(SavedSearch search, Instant moment) {
        jdbc.sql("update alert_search set next_due = ? where id = ?")
                .params(Notation.at(moment), search.id())
                .update();
    }

    /// One digest being put together: the newest first, as many as there is room for; the rest is counted.
    private final class Gathering {
        private final SavedSearch search;
        private final Instant now;
        private final List<Hit> waiting;
        private final Map<Long, Posting> found;
        private final List<Long> told = new ArrayList<>();
        private final List<String> news = new ArrayList<>();
        private final List<Long> passed = new ArrayList<>();
        private final List<Digest.Line> listed = new ArrayList<>();
        private final Map<String, Integer> byEmployer = new HashMap<>();
        private final Map<String, Integer> moreOf = new TreeMap<>();
        private int beyond;

        Gathering(SavedSearch search, Instant now) {
            this.search = search;
            this.now = now;
            waiting = hits.waiting(search.id(), MOST_HITS);
            found =
                    postings
                            .find(waiting.stream()
                                    .map(hit -> new PostingId(hit.posting()))
                                    .distinct()
                                    .toList())
                            .stream()
                            .collect(Collectors.toMap(posting -> posting.id().value(), Function.identity()));
        }

        Optional<Digest> digest() {
            int room = room(search, now);
            for (var hit : waiting.reversed()) {
                var posting = found.get(hit.posting());
                if (posting == null || !wanted(hit, posting)) passed.add(hit.id());
                else take(hit, posting, room);
            }
            hits.pass(passed);
            var feeds = notices.waiting(search.id(), Math.min(room, MOST_LINES) - listed.size());
            if (listed.isEmpty() && feeds.isEmpty()) return Optional.empty();
            var digest = digests.add(
                    search,
                    now,
                    key(feeds),
                    listed,
                    more(),
                    feeds.stream().map(Notices.Stored::notice).toList());
            hits.tell(told, digest.id());
            notices.tell(feeds.stream().map(Notices.Stored::id).toList(), digest.id());
            return Optional.of(digest);
        }

        private boolean wanted(Hit hit, Posting posting) {
            if (hit.kind() == Hit.Kind.CLOSED) return !posting.open();
            if (!posting.open()
                    || posting.classification().score() < search.wishes().leastScore()) return false;
            boolean first = hit.kind() != Hit.Kind.NEW || hits.firstFor(search.owner(), hit.posting());
            return first || !search.wishes().onceForAll();
        }

        private void take(Hit hit, Posting posting, int room) {
            told.add(hit.id());
            news.add("%d %s %s".formatted(hit.posting(), hit.kind(), hit.mark()));
            var employer = Objects.requireNonNullElse(posting.company(), "");
            int before = byEmployer.merge(employer, 1, Integer::sum) - 1;
            boolean found = search.subject() == SavedSearch.Subject.SEARCH;
            if (found && !employer.isEmpty() && before >= search.wishes().perEmployer())
                moreOf.merge(employer, 1, Integer::sum);
            else if (listed.size() >= Math.min(room, MOST_LINES)) beyond++;
            else listed.add(lines.of(search, hit, posting));
        }

        /// The same news have the same key: what is told anew after an older backup was restored, a receiver can tell.
        private String key(List<Notices.Stored> feeds) {
            feeds.forEach(one -> news.add("%s %d %s".formatted(one.feed(), one.trouble(), one.kind())));
            news.sort(Comparator.naturalOrder());
            var all = "%d %s %s".formatted(search.id(), search.since(), String.join(", ", news));
            return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
        }

        private List<Digest.More> more() {
            var more = new ArrayList<Digest.More>();
            moreOf.forEach((employer, count) -> more.add(new Digest.More(employer, count)));
            @Nullable String unnamed = null;
            if (beyond > 0) more.add(new Digest.More(unnamed, beyond));
            return more;
        }
    }
}
