package pmradar.posting;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Records one page of drafts with a handful of statements, however many there are on it: what is known of them is read
/// at once, what is still the same costs one update, and the rest is written in batches.
@Component
class PageRecorder {
    private static final Limit CANDIDATES = Limit.of(5_000);

    private final PostingTable postings;
    private final SightingTable sightings;
    private final Versions versions;
    private final EntityManager entities;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;

    PageRecorder(
            PostingTable postings,
            SightingTable sightings,
            Versions versions,
            EntityManager entities,
            ApplicationEventPublisher events,
            JdbcClient jdbc) {
        this.postings = postings;
        this.sightings = sightings;
        this.versions = versions;
        this.entities = entities;
        this.events = events;
        this.jdbc = jdbc;
    }

    List<Recorded> record(String feedId, List<Judged> page, Instant now) {
        var entries = entries(feedId, page);
        var news = entries.values().stream().filter(entry -> !entry.same(now)).toList();
        var number = news.isEmpty() ? 0 : versions.take(news.size());
        noteSame(entries.values().stream().filter(entry -> entry.same(now)).toList(), now);
        if (!news.isEmpty()) new Writing(feedId, now, number).write(news);
        postings.flush();
        entities.clear();
        return outcomes(page, entries);
    }

    /// Notes that drafts that are stored word for word, and were judged by these rules, are still there.
    ///
    /// @return their external ids
    Set<String> stillSame(String feedId, List<Draft> page, String rulesVersion, Instant now) {
        var first = new HashMap<String, Draft>();
        for (var draft : page) first.putIfAbsent(draft.externalId(), draft);
        if (first.isEmpty()) return Set.of();
        var same = sightings.knownBy(feedId, first.keySet(), rulesVersion).stream()
                .filter(known ->
                        known.same(Identity.contentHash(Objects.requireNonNull(first.get(known.externalId()))), now))
                .toList();
        if (same.isEmpty()) return Set.of();
        sightings.seen(same.stream().map(KnownSighting::id).toList(), now);
        return same.stream().map(KnownSighting::externalId).collect(Collectors.toSet());
    }

    /// A feed that names one listing twice on a page means the first.
    private static List<Recorded> outcomes(List<Judged> page, Map<String, Entry> entries) {
        var outcomes = new ArrayList<Recorded>(page.size());
        for (var judged : page) {
            var entry = Objects.requireNonNull(entries.get(judged.draft().externalId()));
            outcomes.add(entry.judged == judged ? entry.outcome : Recorded.SAME);
        }
        return outcomes;
    }

    private Map<String, Entry> entries(String feedId, List<Judged> page) {
        var entries = new LinkedHashMap<String, Entry>();
        for (var judged : page) {
            entries.computeIfAbsent(judged.draft().externalId(), id -> new Entry(judged));
        }
        if (entries.isEmpty()) return entries;
        for (var known : sightings.known(feedId, entries.keySet())) {
            Objects.requireNonNull(entries.get(known.externalId())).known = known;
        }
        return entries;
    }

    private void noteSame(List<Entry> same, Instant now) {
        var ids = same.stream()
                .map(entry -> Objects.requireNonNull(entry.known).id())
                .toList();
        if (!ids.isEmpty()) sightings.seen(ids, now);
    }

    /// A draft on its way through this page.
    private static final class Entry {
        final Judged judged;
        final Identity identity;

        @Nullable
        KnownSighting known;

        Recorded outcome = Recorded.SAME;

        Entry(Judged judged) {
            this.judged = judged;
            this.identity = Identity.of(judged.draft());
        }

        boolean same(Instant now) {
            return known != null && known.same(identity.contentHash(), now);
        }
    }

    /// The part that changes postings; it holds the lock of [Versions].
    private final class Writing {
        private final String feedId;
        private final Instant now;
        private long number;
        private final Map<Long, List<Candidate>> byKey = new HashMap<>();
        private final List<StoredSighting> seen = new ArrayList<>();
        private final BlockMatcher blocks = BlockMatcher.of(jdbc);

        Writing(String feedId, Instant now, long number) {
            this.feedId = feedId;
            this.now = now;
            this.number = number;
        }

        /// Loads in two statements what `find` then takes from the persistence context.
        void write(List<Entry> entries) {
            var known = entries.stream()
                    .map(entry -> entry.known)
                    .filter(Objects::nonNull)
                    .toList();
            postings.findAllById(known.stream().map(KnownSighting::postingId).toList());
            sightings.findAllById(known.stream().map(KnownSighting::id).toList());
            loadCandidates(entries.stream().filter(entry -> entry.known == null).toList());
            for (var entry : entries) {
                entry.outcome = entry.known == null
                        ? meet(entry)
                        : seeAgain(
                                entry,
                                find(entry.known.postingId()),
                                entities.find(StoredSighting.class, entry.known.id()));
            }
            noteSeen();
        }

        /// Sightings follow all postings: Hibernate orders inserts by table and knows nothing of their foreign key.
        private void noteSeen() {
            seen.forEach(entities::persist);
            seen.clear();
        }

        private void unseat(StoredPosting posting) {
            noteSeen();
            sightings.unseat(posting.id());
        }

        private Recorded seeAgain(Entry entry, StoredPosting posting, StoredSighting sighting) {
            var closed = posting.closed() != null;
            sighting.seenAgain(entry.judged.draft(), entry.identity.contentHash(), now);
            if (!sighting.leads() && !closed) return Recorded.SAME;
            if (!sighting.leads()) {
                unseat(posting);
                sighting.lead();
            }
            lead(entry, posting);
            tell(posting, closed);
            return Recorded.CHANGED;
        }

        private Recorded meet(Entry entry) {
            var same = new SamePosting(entry.judged.draft(), entry.identity);
            for (var candidate : candidates(entry.identity)) {
                var why = same.why(candidate, id -> find(id).body());
                if (why.isPresent()) return join(entry, find(candidate.id()), why.get());
            }
            return add(entry);
        }

        private Recorded join(Entry entry, StoredPosting posting, String why) {
            var closed = posting.closed() != null;
            if (closed) unseat(posting);
            sight(entry, posting, closed, why);
            if (closed) lead(entry, posting);
            tell(posting, closed);
            return Recorded.CHANGED;
        }

        /// Complete before it is persisted: what changes afterwards would cost a second statement.
        private Recorded add(Entry entry) {
            var judged = entry.judged;
            var posting = new StoredPosting(judged.draft(), judged.classification(), entry.identity, now);
            posting.closeIfOverdue(now);
            block(posting, judged.draft());
            posting.number(++number);
            entities.persist(posting);
            sight(entry, posting, true, "first seen here");
            file(Candidate.of(posting.id(), judged.draft(), entry.identity));
            events.publishEvent(new PostingEvent.PostingPublished(new PostingId(posting.id())));
            return Recorded.NEW;
        }

        private void lead(Entry entry, StoredPosting posting) {
            posting.change(entry.judged.draft(), entry.judged.classification(), entry.identity, now);
            if (posting.refused() && !Boolean.FALSE.equals(StoredCorrections.gateOf(jdbc, posting.id()))) {
                posting.accept(true, now);
            }
            posting.reopen(now);
            posting.closeIfOverdue(now);
            block(posting, entry.judged.draft());
        }

        private void block(StoredPosting posting, Draft draft) {
            posting.block(blocks.by(draft.title(), draft.company(), draft.text()));
        }

        private void sight(Entry entry, StoredPosting posting, boolean leads, String why) {
            var hash = entry.identity.contentHash();
            seen.add(new StoredSighting(posting.id(), feedId, entry.judged.draft(), hash, leads, why, now));
        }

        private void tell(StoredPosting posting, boolean wasClosed) {
            posting.number(++number);
            var reopened = wasClosed && posting.closed() == null;
            var id = new PostingId(posting.id());
            events.publishEvent(reopened ? new PostingEvent.PostingPublished(id) : new PostingEvent.PostingChanged(id));
        }

        private void loadCandidates(List<Entry> entries) {
            var urls = entries.stream()
                    .map(entry -> entry.identity.urlKey())
                    .filter(Objects::nonNull)
                    .toList();
            var sames = entries.stream()
                    .map(entry -> entry.identity.sameKey())
                    .filter(Objects::nonNull)
                    .toList();
            var found = new LinkedHashMap<Long, Candidate>();
            if (!urls.isEmpty()) postings.byUrl(urls, CANDIDATES).forEach(one -> found.put(one.id(), one));
            if (!sames.isEmpty()) postings.byEmployer(sames, CANDIDATES).forEach(one -> found.put(one.id(), one));
            found.values().forEach(this::file);
            loadLikely(entries);
        }

        /// In one statement the postings whose text is going to be compared.
        private void loadLikely(List<Entry> entries) {
            var likely = new LinkedHashSet<Long>();
            for (var entry : entries) {
                var same = new SamePosting(entry.judged.draft(), entry.identity);
                for (var candidate : candidates(entry.identity)) if (same.likely(candidate)) likely.add(candidate.id());
            }
            if (!likely.isEmpty()) postings.findAllById(likely);
        }

        private void file(Candidate candidate) {
            if (candidate.urlKey() != null)
                byKey.computeIfAbsent(candidate.urlKey(), key -> new ArrayList<>())
                        .add(candidate);
            if (candidate.sameKey() != null)
                byKey.computeIfAbsent(candidate.sameKey(), key -> new ArrayList<>())
                        .add(candidate);
        }

        private List<Candidate> candidates(Identity identity) {
            var found = new ArrayList<Candidate>();
            if (identity.urlKey() != null) found.addAll(byKey.getOrDefault(identity.urlKey(), List.of()));
            if (identity.sameKey() != null) found.addAll(byKey.getOrDefault(identity.sameKey(), List.of()));
            return found;
        }

        private StoredPosting find(long id) {
            return entities.find(StoredPosting.class, id);
        }
    }
}
