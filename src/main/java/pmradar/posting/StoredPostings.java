package pmradar.posting;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import pmradar.classify.Classification;
import pmradar.classify.Verdict;

/// The store in the database.
@Component
@Transactional
class StoredPostings implements Postings {
    private static final int CHUNK = 500;

    private final PostingTable postings;
    private final SightingTable sightings;
    private final Versions versions;
    private final PageRecorder recorder;
    private final Closing closing;
    private final JdbcClient jdbc;
    private final Mending mending;

    StoredPostings(
            PostingTable postings,
            SightingTable sightings,
            Versions versions,
            PageRecorder recorder,
            Closing closing,
            JdbcClient jdbc,
            Mending mending) {
        this.mending = mending;
        this.postings = postings;
        this.sightings = sightings;
        this.versions = versions;
        this.recorder = recorder;
        this.closing = closing;
        this.jdbc = jdbc;
    }

    @Override
    public Recorded record(String feedId, Draft draft, Classification classification, Instant now) {
        return recordAll(feedId, List.of(new Judged(draft, classification)), now)
                .getFirst();
    }

    @Override
    public List<Recorded> recordAll(String feedId, List<Judged> page, Instant now) {
        return recorder.record(feedId, page, now);
    }

    @Override
    public List<Recorded> mendAll(String feedId, List<Judged> page, Instant seen, Instant upTo) {
        return mending.mend(feedId, page, seen, upTo);
    }

    @Override
    public Set<String> stillSame(String feedId, List<Draft> page, String rulesVersion, Instant now) {
        return recorder.stillSame(feedId, page, rulesVersion, now);
    }

    @Override
    public void stillThere(String feedId, Instant since, Instant now) {
        sightings.stillThere(feedId, since, now);
    }

    @Override
    public void readingEnded(String feedId, boolean complete, Instant started, Instant now) {
        closing.readingEnded(feedId, complete, started, now);
    }

    @Override
    public void feedRemoved(String feedId, Instant now) {
        closing.feedRemoved(feedId, now);
    }

    @Override
    public int closeOverdue(Instant now) {
        return closing.closeOverdue(now);
    }

    @Override
    public int removeSamples() {
        return closing.removeSamples();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Posting> judgedOtherwise(String rulesVersion, PostingId after, int limit) {
        return snapshots(postings.judgedOtherwise(rulesVersion, after.value(), Limit.of(limit)));
    }

    @Override
    @Transactional(readOnly = true)
    public long countJudgedOtherwise(String rulesVersion) {
        return postings.countJudgedOtherwise(rulesVersion);
    }

    @Override
    public boolean rejudge(PostingId id, Verdict verdict, Instant now) {
        return closing.rejudge(id, verdict, now);
    }

    @Override
    public void turnedOffTopic(String feedId, Map<String, Verdict.OffTopic> listings, Instant now) {
        if (!listings.isEmpty()) closing.turnedOffTopic(feedId, listings, now);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Posting> find(PostingId id) {
        return find(List.of(id)).stream().findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Posting> find(Collection<PostingId> ids) {
        var found = new HashMap<Long, Posting>();
        var values = ids.stream().map(PostingId::value).distinct().toList();
        for (int from = 0; from < values.size(); from += CHUNK) {
            var chunk = values.subList(from, Math.min(values.size(), from + CHUNK));
            for (var posting : snapshots(postings.findAllById(chunk)))
                found.put(posting.id().value(), posting);
        }
        return ids.stream()
                .map(id -> found.get(id.value()))
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Posting> changedAfter(long version, int limit) {
        return snapshots(postings.findByVersionGreaterThanOrderByVersion(version, Limit.of(limit)));
    }

    @Override
    @Transactional(readOnly = true)
    public long lastVersion() {
        return versions.last();
    }

    @Override
    @Transactional(readOnly = true)
    public long countOpen() {
        return postings.countOpen();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Posting> unvouched(Instant notCheckedSince, int limit) {
        return snapshots(postings.unvouched(notCheckedSince, Limit.of(limit)));
    }

    @Override
    public void checked(PostingId id, PageCheck outcome, Instant now) {
        closing.checked(id, outcome, now);
    }

    private List<Posting> snapshots(List<StoredPosting> rows) {
        if (rows.isEmpty()) return List.of();
        Map<Long, List<StoredSighting>> seen =
                sightings
                        .findByPostingIdInOrderById(
                                rows.stream().map(StoredPosting::id).toList())
                        .stream()
                        .collect(Collectors.groupingBy(StoredSighting::postingId));
        Function<StoredPosting, List<Sighting>> sightingsOf = row -> seen.getOrDefault(row.id(), List.of()).stream()
                .map(StoredSighting::snapshot)
                .toList();
        var corrections = StoredCorrections.holding(
                jdbc, rows.stream().map(StoredPosting::id).toList());
        return rows.stream()
                .map(row -> Snapshot.of(row, sightingsOf.apply(row), corrections.getOrDefault(row.id(), List.of())))
                .toList();
    }
}
