package preview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import pmradar.classify.Evidence;
import pmradar.posting.Place;
import pmradar.posting.Posting;
import pmradar.posting.PostingId;
import pmradar.search.Results;
import pmradar.search.SimilarPostings;
import pmradar.search.Suggestions;

/// Suggests by looking at every posting; those with the same label are alike.
class HeldSuggestions implements Suggestions, SimilarPostings {

    private final HeldPostings postings;

    HeldSuggestions(HeldPostings postings) {
        this.postings = postings;
    }

    @Override
    public List<Suggestion> suggest(String typed, int size) {
        var begin = typed.strip().toLowerCase(Locale.ROOT);
        if (begin.length() < 2) return List.of();
        Map<Suggestion, Long> counts = new LinkedHashMap<>();
        postings.open()
                .forEach(posting -> names(posting)
                        .filter(name -> begins(name.text(), begin))
                        .distinct()
                        .forEach(name -> counts.merge(name, 1L, Long::sum)));
        return counts.entrySet().stream()
                .map(one -> new Suggestion(one.getKey().kind(), one.getKey().text(), one.getValue()))
                .sorted(Comparator.comparingLong(Suggestion::count).reversed().thenComparing(Suggestion::text))
                .limit(size)
                .toList();
    }

    private static boolean begins(String name, String begin) {
        var low = name.toLowerCase(Locale.ROOT);
        return low.startsWith(begin) || low.contains(" " + begin);
    }

    private static Stream<Suggestion> names(Posting posting) {
        var found = new ArrayList<Suggestion>();
        found.add(new Suggestion(Kind.TITLE, posting.title(), 0));
        if (posting.company() != null) found.add(new Suggestion(Kind.COMPANY, posting.company(), 0));
        posting.places().stream()
                .map(Place::city)
                .filter(Objects::nonNull)
                .forEach(city -> found.add(new Suggestion(Kind.PLACE, city, 0)));
        posting.classification().evidence().stream()
                .map(Evidence::requirement)
                .filter(Objects::nonNull)
                .forEach(skill -> found.add(new Suggestion(Kind.SKILL, skill, 0)));
        return found.stream();
    }

    @Override
    public List<Results.Hit> like(PostingId id, int size) {
        var label = postings.find(id).map(one -> one.classification().label());
        return postings.open()
                .filter(posting -> label.isPresent() && !posting.id().equals(id))
                .filter(posting -> posting.classification().label() == label.get())
                .map(posting -> new Results.Hit(posting.id(), List.of()))
                .limit(size)
                .toList();
    }
}
