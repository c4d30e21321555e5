package preview;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import pmradar.posting.Posting;
import pmradar.posting.PostingId;
import pmradar.posting.Sightings;

/// Postings in memory, to be shown and searched: the part of `Postings` that pages use.
public class HeldPostings implements Sightings {

    private final Map<PostingId, Posting> held = new LinkedHashMap<>();

    public HeldPostings(List<Posting> postings) {
        hold(postings);
    }

    public void hold(List<Posting> postings) {
        held.clear();
        postings.forEach(posting -> held.put(posting.id(), posting));
    }

    void change(PostingId id, UnaryOperator<Posting> change) {
        held.computeIfPresent(id, (_, posting) -> change.apply(posting));
    }

    Stream<Posting> all() {
        return held.values().stream();
    }

    Stream<Posting> open() {
        return held.values().stream().filter(Posting::open);
    }

    @Override
    public Optional<PostingId> posting(String feedId, String externalId) {
        return held.values().stream()
                .filter(posting -> posting.sightings().stream()
                        .anyMatch(one ->
                                one.feedId().equals(feedId) && one.externalId().equals(externalId)))
                .map(Posting::id)
                .findFirst();
    }

    public Optional<Posting> find(PostingId id) {
        return Optional.ofNullable(held.get(id));
    }

    public List<Posting> find(Collection<PostingId> ids) {
        return ids.stream().map(this::find).flatMap(Optional::stream).toList();
    }

    /// Nothing happens by itself.
    public List<Posting> changedAfter(long version, int limit) {
        return List.of();
    }

    public long lastVersion() {
        return 0;
    }

    public long countOpen() {
        return open().count();
    }
}
