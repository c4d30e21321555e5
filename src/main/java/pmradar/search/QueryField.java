package pmradar.search;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A field of the query language, and how its value is read.
enum QueryField {
    TEXT("", words(Clause.In.ANYWHERE)),
    TITLE("title", words(Clause.In.TITLE)),
    COMPANY("company", words(Clause.In.COMPANY)),
    PLACE("place", words(Clause.In.PLACE)),
    SKILL("skill", words(Clause.In.SKILL)),
    REQUIRES("requires", words(Clause.In.REQUIRES)),
    PREFERS("prefers", words(Clause.In.PREFERS)),
    CERT("cert", words(Clause.In.CERTIFICATE)),
    DEGREE("degree", (text, phrase) -> words(Clause.In.DEGREE).read(QueryValues.degree(text), phrase)),
    YEARS("years", (text, phrase) -> QueryValues.count(Clause.Measure.YEARS, text)),
    SCORE("score", (text, phrase) -> QueryValues.count(Clause.Measure.SCORE, text)),
    SURE("sure", (text, phrase) -> QueryFlags.sure(text)),
    IS("is", (text, phrase) -> QueryFlags.flag(text)),
    PAY("pay", (text, phrase) -> QueryValues.pay(text)),
    POSTED("posted", (text, phrase) -> QueryValues.posted(text)),
    LABEL("label", facet(Facet.LABEL)),
    DOMAIN("domain", facet(Facet.DOMAIN)),
    BAND("band", facet(Facet.BAND)),
    FAMILY("family", facet(Facet.FAMILY)),
    REMOTE("remote", facet(Facet.REMOTE)),
    FROM("from", facet(Facet.FROM)),
    COUNTRY("country", facet(Facet.COUNTRY)),
    EMPLOYMENT("employment", facet(Facet.EMPLOYMENT)),
    SENIORITY("seniority", facet(Facet.SENIORITY)),
    LANGUAGE("language", facet(Facet.LANGUAGE)),
    FEED("feed", facet(Facet.FEED));

    /// What became of a value.
    sealed interface Read {
        record Good(Clause clause) implements Read {}

        /// @param instead what to search for all the same; null to leave it out
        record Bad(String message, @Nullable Clause instead) implements Read {}
    }

    @FunctionalInterface
    interface ValueReader {
        Read read(String text, boolean phrase);
    }

    private final String key;
    private final ValueReader reader;

    QueryField(String key, ValueReader reader) {
        this.key = key;
        this.reader = reader;
    }

    Read read(String text, boolean phrase) {
        return reader.read(text, phrase);
    }

    static @Nullable QueryField named(String name) {
        var key = name.toLowerCase(Locale.ROOT);
        for (var field : values()) {
            if (field != TEXT && field.key.equals(key)) return field;
        }
        return switch (key) {
            case "employer" -> COMPANY;
            case "location", "city" -> PLACE;
            case "certificate" -> CERT;
            case "level" -> SENIORITY;
            case "lang" -> LANGUAGE;
            default -> null;
        };
    }

    static List<String> names() {
        return Stream.of(values())
                .filter(field -> field != TEXT)
                .map(field -> field.key)
                .toList();
    }

    static String unknown(String name) {
        var names = names().stream().map(key -> key + ":").collect(Collectors.joining(" "));
        return "There is no field “%s:”; it was read as words. The fields are %s".formatted(name, names);
    }

    private static ValueReader facet(Facet facet) {
        return (text, phrase) -> QueryValues.facet(facet, text);
    }

    private static ValueReader words(Clause.In in) {
        return (text, phrase) -> QueryValues.words(in, text, phrase);
    }
}
