package preview;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pmradar.classify.Domain;
import pmradar.classify.Evidence;
import pmradar.posting.Place;
import pmradar.posting.Posting;
import pmradar.search.Criteria;
import pmradar.search.Criteria.Condition;
import pmradar.search.Facet;
import pmradar.search.Results;

/// Finds by looking at every posting: words of the query by AND, a leading minus for NOT.
public class HeldSearch {

    private final HeldPostings postings;

    public HeldSearch(HeldPostings postings) {
        this.postings = postings;
    }

    public Results search(Criteria criteria, int size, @Nullable String cursor) {
        int from = cursor == null ? 0 : Integer.parseInt(cursor);
        var found = matching(criteria).sorted(order(criteria.sort())).toList();
        var page = found.stream()
                .skip(from)
                .limit(size)
                .map(posting -> new Results.Hit(posting.id(), snippets(posting, criteria.query())))
                .toList();
        return new Results(
                found.size(),
                page,
                from + size < found.size() ? String.valueOf(from + size) : null,
                facets(criteria),
                criteria.query().isBlank() ? "" : "must contain " + criteria.query(),
                mistakes(criteria.query()),
                found.isEmpty() ? removedBy(criteria) : List.of(),
                found.isEmpty() && criteria.query().contains("kuberntes")
                        ? criteria.query().replace("kuberntes", "kubernetes")
                        : null);
    }

    boolean finds(Criteria criteria, Posting posting) {
        return matching(criteria).anyMatch(one -> one.id().equals(posting.id()));
    }

    private static List<Results.Mistake> mistakes(String query) {
        int bracket = query.indexOf('(');
        if (bracket < 0 || query.indexOf(')') >= 0) return List.of();
        return List.of(new Results.Mistake(
                bracket, bracket + 1, "This bracket is never closed; it was read as if it stood at the end."));
    }

    private Stream<Posting> matching(Criteria criteria) {
        return postings.open()
                .filter(posting -> !criteria.without().contains(posting.id()))
                .filter(posting -> meetsQuery(posting, criteria.query()))
                .filter(posting -> Arrays.stream(Facet.values()).allMatch(facet -> meets(posting, facet, criteria)));
    }

    private static boolean meetsQuery(Posting posting, String query) {
        var text = (posting.title() + " " + posting.company() + " " + posting.text()).toLowerCase(Locale.ROOT);
        for (var word : query.toLowerCase(Locale.ROOT).replaceAll("[\"()]", "").split("\\s+")) {
            if (word.startsWith("-") ? text.contains(word.substring(1)) : !text.contains(word)) return false;
        }
        return true;
    }

    private static boolean meets(Posting posting, Facet facet, Criteria criteria) {
        if (facet == Facet.AGE) return youngEnough(posting, criteria);
        var values = values(posting, facet);
        var own = criteria.conditions().stream()
                .filter(one -> one.facet() == facet)
                .toList();
        var wanted = own.stream()
                .filter(one -> !one.unwanted())
                .map(Condition::value)
                .toList();
        return (wanted.isEmpty() || wanted.stream().anyMatch(values::contains))
                && own.stream().filter(Condition::unwanted).noneMatch(one -> values.contains(one.value()));
    }

    /// Days only, such as `7d`.
    private static boolean youngEnough(Posting posting, Criteria criteria) {
        return criteria.conditions().stream()
                .filter(one -> one.facet() == Facet.AGE)
                .map(one -> Duration.ofDays(Long.parseLong(one.value().replace("d", ""))))
                .allMatch(most -> posting.life().firstSeen().isAfter(PreviewApplication.NOW.minus(most)));
    }

    private static List<String> values(Posting posting, Facet facet) {
        var found = posting.classification();
        return switch (facet) {
            case LABEL -> List.of(tag(found.label()));
            case DOMAIN -> found.domains().stream().map(Domain::tag).toList();
            case BAND -> List.of(band(found.score()));
            case FAMILY -> List.of(tag(found.family()));
            case REMOTE -> List.of(tag(posting.remote()));
            case FROM -> List.copyOf(posting.workFrom());
            case SENIORITY -> posting.seniority() == null ? List.of() : List.of(tag(posting.seniority()));
            case COUNTRY ->
                posting.places().stream()
                        .map(Place::country)
                        .filter(code -> code != null)
                        .distinct()
                        .toList();
            case COMPANY -> posting.company() == null ? List.of() : List.of(posting.company());
            case REQUIRES -> requirements(posting, Evidence.Necessity.MUST);
            case PREFERS -> requirements(posting, Evidence.Necessity.PREFERRED);
            case EMPLOYMENT ->
                posting.employment().stream().map(HeldSearch::tag).toList();
            case LANGUAGE -> List.of(found.language());
            case FEED ->
                posting.sightings().stream().map(one -> one.feedId()).distinct().toList();
            case PLACE, PAY, CERTIFICATE, YEARS, AGE -> List.of();
        };
    }

    private static List<String> requirements(Posting posting, Evidence.Necessity necessity) {
        return posting.classification().evidence().stream()
                .filter(unit -> unit.necessity() == necessity)
                .map(Evidence::requirement)
                .filter(requirement -> requirement != null)
                .distinct()
                .toList();
    }

    private static String tag(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String band(int score) {
        if (score == 0) return "0";
        return List.of("1-24", "25-49", "50-74", "75-100", "75-100").get(score / 25);
    }

    private Map<Facet, List<Results.FacetCount>> facets(Criteria criteria) {
        var counts = new EnumMap<Facet, List<Results.FacetCount>>(Facet.class);
        for (var facet : Facet.values()) {
            var others = criteria.conditions().stream()
                    .filter(one -> one.facet() != facet)
                    .toList();
            var byValue = matching(new Criteria(criteria.query(), others, criteria.sort(), criteria.without()))
                    .flatMap(posting -> values(posting, facet).stream())
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
            counts.put(
                    facet,
                    byValue.entrySet().stream()
                            .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                                    .thenComparing(Map.Entry.comparingByKey()))
                            .map(entry -> new Results.FacetCount(entry.getKey(), entry.getValue()))
                            .toList());
        }
        return counts;
    }

    private List<Results.Removed> removedBy(Criteria criteria) {
        var removed = new ArrayList<Results.Removed>();
        for (var condition : criteria.conditions()) {
            var rest = criteria.conditions().stream()
                    .filter(one -> one != condition)
                    .toList();
            var without = matching(new Criteria(criteria.query(), rest, criteria.sort(), criteria.without()))
                    .count();
            removed.add(new Results.Removed(condition, condition.value(), without, criteria.query()));
        }
        if (!criteria.query().isBlank()) {
            var without = matching(new Criteria("", criteria.conditions(), criteria.sort(), criteria.without()))
                    .count();
            removed.add(new Results.Removed(null, criteria.query(), without, ""));
        }
        return removed;
    }

    private static Comparator<Posting> order(Criteria.Sort sort) {
        Comparator<Posting> newest =
                Comparator.comparing(posting -> posting.life().firstSeen(), Comparator.reverseOrder());
        return switch (sort) {
            case RELEVANCE, NEWEST -> newest;
            case SCORE ->
                Comparator.<Posting>comparingInt(
                                posting -> -posting.classification().score())
                        .thenComparing(newest);
            case PAY ->
                Comparator.comparing(HeldSearch::pay, Comparator.reverseOrder()).thenComparing(newest);
        };
    }

    private static BigDecimal pay(Posting posting) {
        var pay = posting.pay();
        var yearly = pay == null ? null : pay.yearlyMax() == null ? pay.yearlyMin() : pay.yearlyMax();
        return yearly == null ? BigDecimal.ZERO : yearly;
    }

    private static List<String> snippets(Posting posting, String query) {
        var word = query.replaceAll("[\"()]", "").strip();
        int at = word.isEmpty() ? -1 : posting.text().toLowerCase(Locale.ROOT).indexOf(word.toLowerCase(Locale.ROOT));
        if (at < 0) return List.of();
        int from = Math.max(0, at - 50);
        int to = Math.min(posting.text().length(), at + word.length() + 60);
        var text = posting.text();
        return List.of("…" + text.substring(from, at) + '\uE000' + text.substring(at, at + word.length()) + '\uE001'
                + text.substring(at + word.length(), to) + "…");
    }
}
