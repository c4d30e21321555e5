package pmradar.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import pmradar.search.Criteria;
import pmradar.search.Criteria.Condition;
import pmradar.search.Criteria.Sort;
import pmradar.search.Facet;

/// A search as its URL says it: the whole state of the search page, and of a search by the API.
///
/// `q` is the query, `label=technical` wants a value, `not_label=general` does not; `sort`, `cursor` and `selected`
/// speak for themselves.
///
/// @param selected the posting shown beside the list
record SearchAddress(
        String query,
        List<Condition> conditions,
        Sort sort,
        @Nullable String cursor,
        @Nullable Long selected) {

    static final String NOT = "not_";
    private static final int MAX_QUERY = 4096;
    private static final int MAX_CONDITIONS = 64;
    private static final int MAX_VALUE = 200;

    SearchAddress {
        conditions = List.copyOf(conditions);
    }

    /// Reads what a URL says and passes over what it says wrongly.
    static SearchAddress of(Map<String, String[]> parameters) {
        var query = first(parameters, "q").strip();
        return new SearchAddress(
                query.substring(0, Math.min(query.length(), MAX_QUERY)),
                conditions(parameters),
                sort(first(parameters, "sort"), query),
                blankToNull(first(parameters, "cursor")),
                number(first(parameters, "selected")));
    }

    private static List<Condition> conditions(Map<String, String[]> parameters) {
        var found = new ArrayList<Condition>();
        for (var facet : Facet.values()) {
            values(parameters, facet.key()).forEach(value -> found.add(new Condition(facet, value, false)));
            values(parameters, NOT + facet.key()).forEach(value -> found.add(new Condition(facet, value, true)));
        }
        return found.stream().distinct().limit(MAX_CONDITIONS).toList();
    }

    private static List<String> values(Map<String, String[]> parameters, String name) {
        return Arrays.stream(parameters.getOrDefault(name, new String[0]))
                .map(String::strip)
                .filter(value -> !value.isEmpty() && value.length() <= MAX_VALUE)
                .toList();
    }

    private static String first(Map<String, String[]> parameters, String name) {
        var values = parameters.get(name);
        return values == null || values.length == 0 ? "" : values[0];
    }

    private static @Nullable String blankToNull(String text) {
        return text.isBlank() ? null : text;
    }

    private static @Nullable Long number(String text) {
        return text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }

    private static Sort sort(String name, String query) {
        for (var sort : Sort.values()) {
            if (sort.name().equals(name.toUpperCase(Locale.ROOT))) return sort;
        }
        return usual(query);
    }

    /// With words to weigh, the best match comes first; without, the newest.
    private static Sort usual(String query) {
        return query.isBlank() ? Sort.NEWEST : Sort.RELEVANCE;
    }

    Criteria criteria() {
        return new Criteria(query, conditions, sort);
    }

    public boolean everything() {
        return query.isBlank() && conditions.isEmpty();
    }

    boolean wants(Condition condition) {
        return conditions.contains(condition);
    }

    /// With one more condition, or one fewer where it is there; its opposite goes in either case.
    SearchAddress toggled(Condition condition) {
        var rest = new ArrayList<>(conditions);
        rest.remove(new Condition(condition.facet(), condition.value(), !condition.unwanted()));
        if (!rest.remove(condition)) rest.add(condition);
        return new SearchAddress(query, rest, sort, null, null);
    }

    SearchAddress without(Condition condition) {
        var rest = new ArrayList<>(conditions);
        rest.remove(condition);
        return new SearchAddress(query, rest, sort, null, null);
    }

    /// With another query.
    SearchAddress asking(String other) {
        return other.isBlank() ? withoutQuery() : new SearchAddress(other, conditions, sort, null, null);
    }

    private SearchAddress withoutQuery() {
        return new SearchAddress("", conditions, sort == Sort.RELEVANCE ? Sort.NEWEST : sort, null, null);
    }

    SearchAddress sortedBy(Sort other) {
        return new SearchAddress(query, conditions, other, null, null);
    }

    SearchAddress from(@Nullable String otherCursor) {
        return new SearchAddress(query, conditions, sort, otherCursor, null);
    }

    SearchAddress selecting(long posting) {
        return new SearchAddress(query, conditions, sort, cursor, posting);
    }

    /// The address on the page at `path`, with everything encoded.
    String link(String path) {
        var uri = UriComponentsBuilder.fromPath(path);
        var values = new ArrayList<Object>();
        if (!query.isBlank()) add(uri, values, "q", query);
        for (var condition : conditions) {
            add(
                    uri,
                    values,
                    (condition.unwanted() ? NOT : "") + condition.facet().key(),
                    condition.value());
        }
        if (sort != usual(query)) add(uri, values, "sort", Wording.tag(sort));
        if (cursor != null) add(uri, values, "cursor", cursor);
        if (selected != null) add(uri, values, "selected", selected.toString());
        return uri.encode().buildAndExpand(values.toArray()).toUriString();
    }

    private static void add(UriComponentsBuilder uri, List<Object> values, String name, String value) {
        uri.queryParam(name, "{v" + values.size() + "}");
        values.add(value);
    }
}
