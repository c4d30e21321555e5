package pmradar.posting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.data.domain.Limit;

/// The known postings that the drafts of one page may speak of, read with a few statements for all of them.
final class Candidates {
    private static final Limit MOST = Limit.of(5_000);

    private final PostingTable postings;
    private final SightingTable sightings;
    private final Map<Long, Candidate> known = new LinkedHashMap<>();
    private final Map<Long, List<Candidate>> byKey = new HashMap<>();
    private final Map<Long, SamePosting.Known> texts = new HashMap<>();
    private final Map<Long, List<StoredSighting>> seen = new HashMap<>();

    Candidates(PostingTable postings, SightingTable sightings) {
        this.postings = postings;
        this.sightings = sightings;
    }

    void load(List<Entry> fresh) {
        look(fresh, entry -> Stream.ofNullable(entry.identity.urlKey()), postings::byUrl);
        look(fresh, entry -> Stream.of(entry.identity.sameKey()), postings::byEmployer);
        look(fresh, entry -> band(entry, 0), postings::byBand1);
        look(fresh, entry -> band(entry, 1), postings::byBand2);
        look(fresh, entry -> band(entry, 2), postings::byBand3);
        look(fresh, entry -> band(entry, 3), postings::byBand4);
        loadLikely(fresh);
    }

    private static Stream<Long> band(Entry entry, int number) {
        return entry.identity.fingerprint().bands().stream().skip(number).limit(1);
    }

    private void look(
            List<Entry> fresh,
            Function<Entry, Stream<Long>> key,
            BiFunction<Collection<Long>, Limit, List<Candidate>> query) {
        var keys = fresh.stream().flatMap(key).distinct().toList();
        if (!keys.isEmpty()) query.apply(keys, MOST).forEach(this::file);
    }

    /// The postings whose text is going to be compared.
    private void loadLikely(List<Entry> fresh) {
        var likely = new LinkedHashSet<Long>();
        for (var entry : fresh) {
            var same = new SamePosting(entry.draft(), entry.identity);
            for (var candidate : of(entry.identity)) if (same.likely(candidate)) likely.add(candidate.id());
        }
        loadSightings(likely);
        if (!likely.isEmpty()) postings.findAllById(likely);
    }

    void loadSightings(Collection<Long> of) {
        var fresh = of.stream().filter(id -> !seen.containsKey(id)).toList();
        if (fresh.isEmpty()) return;
        for (var sighting : sightings.findByPostingIdInOrderById(fresh))
            seen(sighting.postingId()).add(sighting);
    }

    /// All sightings of a posting that was loaded or made on this page.
    List<StoredSighting> seen(long posting) {
        return seen.computeIfAbsent(posting, id -> new ArrayList<>());
    }

    void file(Candidate candidate) {
        if (known.putIfAbsent(candidate.id(), candidate) != null) return;
        for (long key : candidate.keys())
            byKey.computeIfAbsent(key, one -> new ArrayList<>()).add(candidate);
    }

    /// Each once.
    Collection<Candidate> of(Identity identity) {
        var found = new LinkedHashMap<Long, Candidate>();
        Stream.concat(
                        Stream.of(identity.urlKey(), identity.sameKey()).filter(Objects::nonNull),
                        identity.fingerprint().bands().stream())
                .flatMap(key -> byKey.getOrDefault(key, List.of()).stream())
                .forEach(one -> found.putIfAbsent(one.id(), one));
        return found.values();
    }

    SamePosting.Known text(StoredPosting posting) {
        return texts.computeIfAbsent(posting.id(), id -> new SamePosting.Known(posting.body()));
    }

    /// Its words are others from now on.
    void forget(StoredPosting posting) {
        texts.remove(posting.id());
    }
}
