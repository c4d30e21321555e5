package pmradar.posting;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pmradar.classify.Domain;
import pmradar.classify.Facts;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// How values that no query looks into are written into one column.
final class Notation {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Place>> PLACES = new TypeReference<>() {};
    private static final TypeReference<List<String>> WORDS = new TypeReference<>() {};

    /// The most frequent list by far, which need not be parsed.
    private static final String NONE = "[]";

    private Notation() {}

    static String places(List<Place> places) {
        return JSON.writeValueAsString(places);
    }

    static List<Place> places(String column) {
        return column.equals(NONE) ? List.of() : JSON.readValue(column, PLACES);
    }

    static String words(List<String> words) {
        return JSON.writeValueAsString(words);
    }

    static List<String> words(String column) {
        return column.equals(NONE) ? List.of() : JSON.readValue(column, WORDS);
    }

    static String facts(Facts facts) {
        return JSON.writeValueAsString(facts);
    }

    static Facts facts(String column) {
        return JSON.readValue(column, Facts.class);
    }

    static String domains(List<Domain> domains) {
        return domains.stream().map(Domain::tag).collect(Collectors.joining(","));
    }

    static List<Domain> domains(String column) {
        return column.isEmpty()
                ? List.of()
                : Arrays.stream(column.split(",")).map(Domain::ofTag).toList();
    }

    /// Names in their declared order, so that equal sets are equal columns.
    static <E extends Enum<E>> String names(Collection<E> values) {
        return values.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
    }

    static <E extends Enum<E>> Set<E> names(String column, Class<E> type) {
        var values = new LinkedHashSet<E>();
        if (!column.isEmpty()) for (var name : column.split(",")) values.add(Enum.valueOf(type, name));
        return values;
    }

    static @Nullable String cut(@Nullable String text, int length) {
        return text == null || text.length() <= length ? text : text.substring(0, length);
    }
}
