package pmradar.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import pmradar.posting.Posting;
import pmradar.posting.Postings;
import pmradar.search.PostingSearch;
import pmradar.search.Results;

/// Any search as a feed to subscribe to: its newest postings, in Atom and as JSON Feed. The URL holds the whole search.
@RestController
@Tag(name = "Take along")
class Subscription {

    private static final int ENTRIES = 50;

    private final PostingSearch search;
    private final MineMarks marks;
    private final Postings postings;

    Subscription(PostingSearch search, MineMarks marks, Postings postings) {
        this.search = search;
        this.marks = marks;
        this.postings = postings;
    }

    @GetMapping(path = "/api/postings.atom", produces = MediaType.APPLICATION_ATOM_XML_VALUE)
    @SearchParameters
    @Operation(
            operationId = "getAtomFeed",
            summary = "The 50 newest postings of a search, as an Atom feed (RFC 4287)",
            description = SearchParameters.DESCRIPTION + " Newest first unless sort says otherwise.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.APPLICATION_ATOM_XML_VALUE, schema = @Schema(type = "string")))
    @ApiResponse(responseCode = "304", content = @Content)
    ResponseEntity<byte[]> atom(@Parameter(hidden = true) HttpServletRequest request) {
        return FeedFormat.ATOM.answer(request, newest(request));
    }

    @GetMapping(path = "/api/postings.feed.json", produces = "application/feed+json")
    @SearchParameters
    @Operation(
            operationId = "getJsonFeed",
            summary = "The 50 newest postings of a search, as a JSON Feed (version 1.1)",
            description = SearchParameters.DESCRIPTION + " Newest first unless sort says otherwise.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/feed+json", schema = @Schema(implementation = JsonFeed.class)))
    @ApiResponse(responseCode = "304", content = @Content)
    ResponseEntity<byte[]> json(@Parameter(hidden = true) HttpServletRequest request) {
        return FeedFormat.JSON.answer(request, newest(request));
    }

    private NewestPostings newest(HttpServletRequest request) {
        var parameters = request.getParameterMap();
        var address = AskedSearch.read(parameters, Set.of());
        var asked = parameters.containsKey("sort") ? address : address.newestFirst();
        var results = search.search(marks.criteria(asked), ENTRIES, null);
        return NewestPostings.of(
                title(results), asked, FeedFormat.root(), request.getRequestURI() + query(request), found(results));
    }

    private List<Posting> found(Results results) {
        return postings.find(results.hits().stream().map(Results.Hit::id).toList());
    }

    private static String title(Results results) {
        return results.understood().isBlank() ? "Project-management postings" : "Postings: " + results.understood();
    }

    private static String query(HttpServletRequest request) {
        return request.getQueryString() == null ? "" : "?" + request.getQueryString();
    }
}
