package pmradar.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.Parameters;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import pmradar.posting.PostingId;
import pmradar.posting.Postings;
import pmradar.search.Criteria;
import pmradar.search.Facet;
import pmradar.search.PostingSearch;
import pmradar.search.Results;

/// Postings for programs: the same criteria as the search page, in the same parameters.
@RestController
@RequestMapping(path = "/api/postings", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Postings")
class PostingApi {

    private static final Set<String> OWN = Set.of("q", "sort", "size", "cursor", "facets");

    private final PostingSearch search;
    private final Postings postings;

    PostingApi(PostingSearch search, Postings postings) {
        this.search = search;
        this.postings = postings;
    }

    /// @param total of all postings that meet the criteria; @param next cursor of the following page
    /// @param understood the query in words
    @Schema(name = "Postings")
    record Found(
            long total,
            List<PostingJson> postings,
            @Nullable String next,
            String understood,
            List<MistakeJson> mistakes,

            @Schema(description = "counts per facet and value, where asked for")
            @com.fasterxml.jackson.annotation.JsonInclude(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL)
            @Nullable
            Map<String, List<CountJson>> facets) {}

    @Schema(name = "Mistake")
    record MistakeJson(int start, int end, String message) {}

    @Schema(name = "Count")
    record CountJson(String value, long count) {}

    @GetMapping
    @Operation(
            summary = "Finds open postings",
            description =
                    "Beside the parameters named here, each facet is one: label, domain, band, family, remote, country, "
                            + "place, pay, company, requires, prefers, cert, years, employment, language, feed, age. A facet may "
                            + "stand several times (alternatives); with not_ before its name it excludes.")
    @Parameters({
        @Parameter(
                name = "label",
                in = ParameterIn.QUERY,
                schema = @Schema(allowableValues = {"technical", "general"})),
        @Parameter(name = "domain", in = ParameterIn.QUERY, schema = @Schema(type = "string")),
        @Parameter(name = "feed", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    })
    Found find(
            @Parameter(description = "in the query language, see /query-help") @RequestParam(defaultValue = "")
                    String q,
            @Parameter(schema = @Schema(allowableValues = {"relevance", "newest", "pay", "score"}))
                    @RequestParam(required = false)
                    @Nullable
                    String sort,
            @Parameter(description = "1 to 100") @RequestParam(defaultValue = "25") int size,
            @Parameter(description = "`next` of the page before") @RequestParam(required = false) @Nullable
                    String cursor,
            @Parameter(description = "whether to count facets too") @RequestParam(defaultValue = "false")
                    boolean facets,
            @Parameter(hidden = true) HttpServletRequest request) {
        check(q, sort, size, request.getParameterMap());
        var address = SearchAddress.of(request.getParameterMap());
        var results = ask(address.criteria(), size, cursor);
        var ids = results.hits().stream().map(Results.Hit::id).toList();
        return new Found(
                results.total(),
                postings.find(ids).stream().map(PostingJson::of).toList(),
                results.next(),
                results.understood(),
                results.mistakes().stream()
                        .map(mistake -> new MistakeJson(mistake.start(), mistake.end(), mistake.message()))
                        .toList(),
                facets ? counts(results) : null);
    }

    private Results ask(Criteria criteria, int size, @Nullable String cursor) {
        try {
            return search.search(criteria, size, cursor == null || cursor.isBlank() ? null : cursor);
        } catch (IllegalArgumentException wrong) {
            throw new BadRequest("The cursor belongs to another search or is mistyped. Ask again without it.");
        }
    }

    private static Map<String, List<CountJson>> counts(Results results) {
        var counts = new TreeMap<String, List<CountJson>>();
        results.facets()
                .forEach((facet, values) -> counts.put(
                        facet.key(),
                        values.stream()
                                .map(one -> new CountJson(one.value(), one.count()))
                                .toList()));
        return counts;
    }

    private static void check(String q, @Nullable String sort, int size, Map<String, String[]> parameters) {
        if (q.length() > 4096) throw new BadRequest("A query has at most 4096 characters.");
        if (size < 1 || size > 100) throw new BadRequest("size must be from 1 to 100.");
        if (sort != null
                && Arrays.stream(Criteria.Sort.values())
                        .noneMatch(one -> Wording.tag(one).equals(sort))) {
            throw new BadRequest("sort must be relevance, newest, pay or score.");
        }
        var unknown = new TreeSet<>(parameters.keySet());
        unknown.removeAll(OWN);
        for (var facet : Facet.values()) {
            unknown.remove(facet.key());
            unknown.remove(SearchAddress.NOT + facet.key());
        }
        if (!unknown.isEmpty()) throw new BadRequest("There is no parameter '%s'.".formatted(unknown.first()));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One posting with its text, evidence, facts and history")
    PostingJson.Whole one(@PathVariable String id) {
        if (!id.matches("\\d{1,18}")) throw new BadRequest("A posting's id is a number.");
        return postings.find(new PostingId(Long.parseLong(id)))
                .map(PostingJson.Whole::of)
                .orElseThrow(() -> new NotThere("There is no posting with the id %s.".formatted(id)));
    }
}
