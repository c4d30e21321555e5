package pmradar.search;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import pmradar.classify.Classification;
import pmradar.classify.Verdict;
import pmradar.posting.Draft;
import pmradar.posting.Judged;
import pmradar.posting.Posting;
import pmradar.posting.PostingId;
import pmradar.posting.Postings;
import pmradar.posting.Recorded;

/// A store that only remembers, for tests of what reads from it.
public final class StoredInMemory implements Postings {

    private final Map<PostingId, Posting> postings = new HashMap<>();

    public synchronized void put(Posting posting) {
        postings.put(posting.id(), posting);
    }

    /// As the samples leave: without a trace.
    public synchronized void forget(long id) {
        postings.remove(new PostingId(id));
    }

    @Override
    public synchronized Optional<Posting> find(PostingId id) {
        return Optional.ofNullable(postings.get(id));
    }

    @Override
    public synchronized List<Posting> find(Collection<PostingId> ids) {
        return ids.stream().map(postings::get).filter(Objects::nonNull).toList();
    }

    @Override
    public synchronized List<Posting> changedAfter(long version, int limit) {
        return postings.values().stream()
                .filter(posting -> posting.version() > version)
                .sorted(Comparator.comparingLong(Posting::version))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized long lastVersion() {
        return postings.values().stream().mapToLong(Posting::version).max().orElse(0);
    }

    @Override
    public synchronized long countOpen() {
        return postings.values().stream().filter(Posting::open).count();
    }

    @Override
    public Recorded record(String feedId, Draft draft, Classification classification, Instant now) {
        throw new UnsupportedOperationException("only remembers");
    }

    @Override
    public Set<String> stillSame(String feedId, List<Draft> page, String rulesVersion, Instant now) {
        throw new UnsupportedOperationException("only remembers");
    }

    @Override
    public void turnedOffTopic(String feedId, Map<String, Verdict.OffTopic> listings, Instant now) {
        throw new UnsupportedOperationException("only remembers");
    }

    @Override
    public void readingEnded(String feedId, boolean complete, Instant started, Instant now) {
        throw new UnsupportedOperationException("only remembers");
    }

    @Override
    public List<Recorded> recordAll(String feedId, List<Judged> page, Instant now) {
        throw new UnsupportedOperationException("only remembers");
    }

    @Override
    public void stillThere(String feedId, Instant since, Instant now) {
        throw new UnsupportedOperationException("only remembers");
    }

    @Override
    public int closeOverdue(Instant now) {
        throw new UnsupportedOperationException("only remembers");
    }

    @Override
    public int removeSamples() {
        throw new UnsupportedOperationException("only remembers");
    }

    @Override
    public List<Posting> judgedOtherwise(String rulesVersion, PostingId after, int limit) {
        throw new UnsupportedOperationException("only remembers");
    }

    @Override
    public long countJudgedOtherwise(String rulesVersion) {
        throw new UnsupportedOperationException("only remembers");
    }

    @Override
    public boolean rejudge(PostingId id, Verdict verdict, Instant now) {
        throw new UnsupportedOperationException("only remembers");
    }

    @Override
    public List<Recorded> mendAll(String feedId, List<Judged> page, Instant seen, Instant upTo) {
        throw new UnsupportedOperationException("only remembers");
    }

    @Override
    public void feedRemoved(String feedId, Instant now) {
        throw new UnsupportedOperationException("only remembers");
    }

    @Override
    public List<Posting> unvouched(Instant notCheckedSince, int limit) {
        throw new UnsupportedOperationException("only remembers");
    }

    @Override
    public void checked(PostingId id, PageCheck outcome, Instant now) {
        throw new UnsupportedOperationException("only remembers");
    }
}
