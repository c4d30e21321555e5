package pmradar.web;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import pmradar.search.Criteria;
import pmradar.search.Facet;

/// Reads a search from the parameters of the API, where a mistyped one is an error and not passed over: a program would
/// never notice.
final class AskedSearch {

    private static final Set<String> EVERYWHERE = Set.of("q", "sort", SearchAddress.HIDDEN);
    private static final Set<String> HIDDEN = Set.of("show", "leave-out");
    private static final int MAX_QUERY = 4096;

    private AskedSearch() {}

    /// @param own names of further parameters
    /// @throws BadRequest naming what makes no sense
    static SearchAddress read(Map<String, String[]> parameters, Set<String> own) {
        if (first(parameters, "q").length() > MAX_QUERY) {
            throw new BadRequest("A query has at most 4096 characters.");
        }
        var sort = first(parameters, "sort");
        if (parameters.containsKey("sort")
                && Arrays.stream(Criteria.Sort.values())
                        .noneMatch(one -> Wording.tag(one).equals(sort))) {
            throw new BadRequest("sort must be relevance, newest, pay or score.");
        }
        if (parameters.containsKey(SearchAddress.HIDDEN) && !HIDDEN.contains(first(parameters, SearchAddress.HIDDEN))) {
            throw new BadRequest("hidden must be show or leave-out.");
        }
        var unknown = new TreeSet<>(parameters.keySet());
        unknown.removeAll(EVERYWHERE);
        unknown.removeAll(own);
        for (var facet : Facet.values()) {
            unknown.remove(facet.key());
            unknown.remove(SearchAddress.NOT + facet.key());
        }
        if (!unknown.isEmpty()) throw new BadRequest("There is no parameter '%s'.".formatted(unknown.first()));
        return SearchAddress.of(parameters);
    }

    private static String first(Map<String, String[]> parameters, String name) {
        var values = parameters.get(name);
        return values == null || values.length == 0 ? "" : values[0];
    }
}
