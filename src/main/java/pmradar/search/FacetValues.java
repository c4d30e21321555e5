package pmradar.search;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import pmradar.classify.Domain;
import pmradar.classify.Evidence;
import pmradar.classify.Facts;
import pmradar.classify.Family;
import pmradar.classify.Label;
import pmradar.posting.EmploymentType;
import pmradar.posting.Pay;
import pmradar.posting.Place;
import pmradar.posting.Posting;
import pmradar.posting.Remote;
import pmradar.posting.Seniority;
import pmradar.posting.Sighting;

/// The values that a posting has of each facet. Public for the engines of this room only.
@NamedInterface("engine")
public final class FacetValues {

    /// Ages by PM Radar's own first sight, each including the younger ones; what is older than all is `older`.
    public static final Map<String, Duration> AGES = ages();

    public static final String OLDER = "older";
    public static final Duration OLDEST = Duration.ofDays(90);

    private static final List<String> BANDS = List.of("0", "1-24", "25-49", "50-74", "75-100");
    private static final int[] PAY_STEPS = {40, 60, 80, 100, 130, 160, 200};

    private FacetValues() {}

    /// What the posting has; [Facet#AGE] is left out because it changes with time.
    public static Set<String> of(Facet facet, Posting posting) {
        var judged = posting.classification();
        return switch (facet) {
            case LABEL -> Set.of(name(judged.label()));
            case DOMAIN -> judged.domains().stream().map(Domain::tag).collect(Collectors.toSet());
            case BAND -> Set.of(band(judged.score()));
            case FAMILY -> Set.of(name(judged.family()));
            case REMOTE -> Set.of(name(posting.remote()));
            case FROM -> some(posting.workFrom().stream());
            case COUNTRY -> countries(posting);
            case PLACE -> places(posting);
            case PAY -> Set.of(payBand(posting.pay()));
            case COMPANY -> some(Stream.ofNullable(posting.company()));
            case REQUIRES -> requirements(posting, Evidence.Necessity.MUST);
            case PREFERS -> requirements(posting, Evidence.Necessity.PREFERRED);
            case CERTIFICATE -> some(judged.facts().certificates().stream().map(Facts.Certificate::name));
            case YEARS -> Set.of(yearsBand(judged.facts().years()));
            case EMPLOYMENT ->
                posting.employment().stream().map(FacetValues::name).collect(Collectors.toSet());
            case SENIORITY -> posting.seniority() == null ? Set.of() : Set.of(name(posting.seniority()));
            case LANGUAGE -> Set.of(judged.language());
            case FEED ->
                some(posting.sightings().stream().filter(s -> s.until() == null).map(Sighting::feedId));
            case AGE -> Set.of();
        };
    }

    /// The value as it is counted, for one that somebody typed.
    public static String normal(Facet facet, String value) {
        var text = value.strip();
        var low = text.toLowerCase(Locale.ROOT).replace('_', '-');
        return switch (facet) {
            case LABEL, DOMAIN, BAND, LANGUAGE, AGE -> low;
            case FAMILY, EMPLOYMENT, SENIORITY -> low.replace(' ', '-');
            case REMOTE ->
                switch (low) {
                    case "yes", "true" -> "remote";
                    case "no", "false", "onsite" -> "on-site";
                    default -> low;
                };
            case COUNTRY -> country(text);
            case FROM -> from(text);
            case PLACE, PAY, COMPANY, REQUIRES, PREFERS, CERTIFICATE, YEARS, FEED -> text;
        };
    }

    /// All values of a closed facet, empty for an open one.
    public static List<String> all(Facet facet) {
        return switch (facet) {
            case LABEL -> names(Label.values());
            case DOMAIN -> Arrays.stream(Domain.values()).map(Domain::tag).toList();
            case BAND -> BANDS;
            case FAMILY -> names(Family.values());
            case REMOTE -> names(Remote.values());
            case EMPLOYMENT -> names(EmploymentType.values());
            case SENIORITY -> names(Seniority.values());
            case AGE -> Stream.concat(AGES.keySet().stream(), Stream.of(OLDER)).toList();
            case FROM, COUNTRY, PLACE, PAY, COMPANY, REQUIRES, PREFERS, CERTIFICATE, YEARS, LANGUAGE, FEED -> List.of();
        };
    }

    static boolean possible(Facet facet, String value) {
        var all = all(facet);
        return all.isEmpty() ? !value.isEmpty() : all.contains(value);
    }

    public static String band(int score) {
        if (score <= 0) return BANDS.getFirst();
        return BANDS.get(Math.min(4, 1 + score / 25));
    }

    /// The highest yearly amount decides, in thousands of its currency.
    public static String payBand(@Nullable Pay pay) {
        if (pay == null) return "none";
        var top = Objects.requireNonNull(pay.yearlyMax() == null ? pay.yearlyMin() : pay.yearlyMax());
        int low = 0;
        for (int step : PAY_STEPS) {
            if (top.compareTo(BigDecimal.valueOf(step * 1000L)) < 0) return low + "-" + step + "k " + pay.currency();
            low = step;
        }
        return low + "k+ " + pay.currency();
    }

    static String yearsBand(Facts.@Nullable Years years) {
        if (years == null) return "none";
        int min = years.min();
        if (min <= 2) return "0-2";
        if (min <= 5) return "3-5";
        return min <= 9 ? "6-9" : "10+";
    }

    /// What a unit of evidence can be searched by: the name of its requirement, and its own words, because one clause
    /// often names several.
    public static List<String> asked(Evidence evidence) {
        return evidence.requirement() == null
                ? List.of(evidence.quote())
                : List.of(evidence.requirement(), evidence.quote());
    }

    private static Set<String> requirements(Posting posting, Evidence.Necessity necessity) {
        return some(posting.classification().evidence().stream()
                .filter(evidence -> evidence.necessity() == necessity)
                .map(Evidence::requirement));
    }

    private static Set<String> countries(Posting posting) {
        return some(posting.places().stream().map(Place::country));
    }

    private static Set<String> places(Posting posting) {
        return some(posting.places().stream().map(place -> place.city() != null ? place.city() : place.region()));
    }

    private static Set<String> some(Stream<? extends @Nullable String> values) {
        var set = new TreeSet<String>();
        values.forEach(value -> {
            if (value != null && !value.isBlank()) set.add(cut(value.strip()));
        });
        return set;
    }

    private static String cut(String value) {
        return value.length() <= 200 ? value : value.substring(0, 200);
    }

    /// Countries and their groups by their codes, zones as they are written.
    private static String from(String text) {
        var code = country(WorkAreas.named(text));
        return code.matches("[A-Za-z]{2,12}|(?i:utc|gmt)?[+-]?\\d{1,2}(:\\d\\d)?")
                ? code.toUpperCase(Locale.ROOT)
                : code;
    }

    private static String country(String text) {
        if (text.length() == 2) return text.toUpperCase(Locale.ROOT);
        for (var code : Locale.getISOCountries()) {
            if (Locale.of("", code).getDisplayCountry(Locale.ENGLISH).equalsIgnoreCase(text)) return code;
        }
        return text;
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(FacetValues::name).toList();
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Map<String, Duration> ages() {
        var ages = new LinkedHashMap<String, Duration>();
        for (int days : new int[] {1, 3, 7, 14, 30, 90}) ages.put(days + "d", Duration.ofDays(days));
        return java.util.Collections.unmodifiableMap(ages);
    }
}
