package pmradar.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import pmradar.posting.Posting;
import pmradar.posting.PostingId;
import pmradar.posting.Postings;
import pmradar.search.Criteria;
import pmradar.search.PostingSearch;
import pmradar.search.Results;
import pmradar.search.SimilarPostings;

/// Postings for programs: the same criteria as the search page, in the same parameters.
@RestController
@RequestMapping(path = "/api/postings", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Postings")
class PostingApi {

    private static final Set<String> OWN = Set.of("size", "cursor", "facets");

    private final PostingSearch search;
    private final MineMarks marks;
    private final Postings postings;
    private final SimilarPostings alike;

    PostingApi(PostingSearch search, MineMarks marks, Postings postings, SimilarPostings alike) {
        this.search = search;
        this.marks = marks;
        this.postings = postings;
        this.alike = alike;
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

            @Schema(description = "the query with words that occur nowhere replaced by near ones; null where all occur")
            @JsonProperty("did_you_mean")
            @Nullable
            String didYouMean,

            @Schema(description = "counts per facet and value, where asked for")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            Map<String, List<CountJson>> facets) {}

    @Schema(name = "Mistake")
    record MistakeJson(int start, int end, String message) {}

    @Schema(name = "Count")
    record CountJson(String value, long count) {}

    @GetMapping
    @Operation(
            operationId = "searchPostings",
            summary = "Finds open postings",
            description = SearchParameters.DESCRIPTION)
    @SearchParameters
    Found find(
            @Parameter(description = "1 to 100") @RequestParam(defaultValue = "25") int size,
            @Parameter(description = "`next` of the page before") @RequestParam(required = false) @Nullable
                    String cursor,
            @Parameter(description = "whether to count facets too") @RequestParam(defaultValue = "false")
                    boolean facets,
            @Parameter(hidden = true) HttpServletRequest request) {
        if (size < 1 || size > 100) throw new BadRequest("size must be from 1 to 100.");
        var address = AskedSearch.read(request.getParameterMap(), OWN);
        var results = ask(marks.criteria(address), size, cursor);
        var ids = results.hits().stream().map(Results.Hit::id).toList();
        return new Found(
                results.total(),
                postings.find(ids).stream().map(PostingJson::of).toList(),
                results.next(),
                results.understood(),
                results.mistakes().stream()
                        .map(mistake -> new MistakeJson(mistake.start(), mistake.end(), mistake.message()))
                        .toList(),
                results.didYouMean(),
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

    @GetMapping("/{id}")
    @Operation(
            operationId = "getPosting",
            summary = "One posting with its text, evidence, facts and history",
            description =
                    "Its ETag names the posting as it is; send it as If-Match with a correction, so that none is made "
                            + "of a posting that has changed meanwhile.")
    ResponseEntity<PostingJson.Whole> one(@PathVariable String id) {
        var posting = known(id);
        return ResponseEntity.ok().eTag(tag(posting)).body(PostingJson.Whole.of(posting));
    }

    /// Names the posting as it is now.
    static String tag(Posting posting) {
        return "\"%s-%d-%d\""
                .formatted(
                        posting.id(), posting.version(), posting.corrections().size());
    }

    @GetMapping("/{id}/similar")
    @Operation(
            operationId = "getSimilarPostings",
            summary = "Open postings most like this one, best first; none for one that is closed")
    Similar similar(
            @PathVariable String id,
            @Parameter(schema = @Schema(minimum = "1", maximum = "20")) @RequestParam(defaultValue = "10") int size) {
        if (size < 1 || size > 20) throw new BadRequest("size must be from 1 to 20.");
        var like =
                alike.like(known(id).id(), size).stream().map(Results.Hit::id).toList();
        return new Similar(postings.find(like).stream().map(PostingJson::of).toList());
    }

    @Schema(name = "Similar")
    record Similar(List<PostingJson> postings) {}

    private Posting known(String id) {
        if (!id.matches("\\d{1,18}")) throw new BadRequest("A posting's id is a number.");
        return postings.find(new PostingId(Long.parseLong(id)))
                .orElseThrow(() -> new NotThere("There is no posting with the id %s.".formatted(id)));
    }
}
