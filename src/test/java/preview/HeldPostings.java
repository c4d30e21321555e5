package preview;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import pmradar.classify.Classification;
import pmradar.classify.Verdict;
import pmradar.posting.Draft;
import pmradar.posting.Judged;
import pmradar.posting.Posting;
import pmradar.posting.PostingId;
import pmradar.posting.Postings;
import pmradar.posting.Recorded;

/// Postings in memory, to be shown and searched.
public class HeldPostings implements Postings {

    private final Map<PostingId, Posting> held = new LinkedHashMap<>();

    public HeldPostings(List<Posting> postings) {
        hold(postings);
    }

    public void hold(List<Posting> postings) {
        held.clear();
        postings.forEach(posting -> held.put(posting.id(), posting));
    }

    Stream<Posting> open() {
        return held.values().stream().filter(Posting::open);
    }

    @Override
    public Optional<Posting> find(PostingId id) {
        return Optional.ofNullable(held.get(id));
    }

    @Override
    public List<Posting> find(Collection<PostingId> ids) {
        return ids.stream().map(this::find).flatMap(Optional::stream).toList();
    }

    @Override
    public long countOpen() {
        return open().count();
    }

    @Override
    public long lastVersion() {
        return held.size();
    }

    @Override
    public List<Posting> changedAfter(long version, int limit) {
        return held.values().stream()
                .filter(posting -> posting.version() > version)
                .limit(limit)
                .toList();
    }

    @Override
    public Recorded record(String feedId, Draft draft, Classification classification, Instant now) {
        throw new UnsupportedOperationException("the preview only shows");
    }

    @Override
    public void readingEnded(String feedId, boolean complete, Instant started, Instant now) {
        throw new UnsupportedOperationException("the preview only shows");
    }

    @Override
    public List<Recorded> recordAll(String feedId, List<Judged> page, Instant now) {
        throw new UnsupportedOperationException("the preview only shows");
    }

    @Override
    public void stillThere(String feedId, Instant since, Instant now) {
        throw new UnsupportedOperationException("the preview only shows");
    }

    @Override
    public int closeOverdue(Instant now) {
        throw new UnsupportedOperationException("the preview only shows");
    }

    @Override
    public int removeSamples() {
        throw new UnsupportedOperationException("the preview only shows");
    }

    @Override
    public List<Posting> judgedOtherwise(String rulesVersion, PostingId after, int limit) {
        throw new UnsupportedOperationException("the preview only shows");
    }

    @Override
    public long countJudgedOtherwise(String rulesVersion) {
        throw new UnsupportedOperationException("the preview only shows");
    }

    @Override
    public boolean rejudge(PostingId id, Verdict verdict, Instant now) {
        throw new UnsupportedOperationException("the preview only shows");
    }
}
