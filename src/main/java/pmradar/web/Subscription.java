package pmradar.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
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
    private final Postings postings;

    Subscription(PostingSearch search, Postings postings) {
        this.search = search;
        this.postings = postings;
    }

    @GetMapping(path = "/api/postings.atom", produces = MediaType.APPLICATION_ATOM_XML_VALUE)
    @SearchParameters
    @Operation(
            operationId = "getAtomFeed", summary = "The 50 newest postings of a search, as an Atom feed (RFC 4287)",
            description = SearchParameters.DESCRIPTION + " Newest first unless sort says otherwise.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.APPLICATION_ATOM_XML_VALUE, schema = @Schema(type = "string")))
    @ApiResponse(responseCode = "304", content = @Content)
    ResponseEntity<byte[]> atom(@Parameter(hidden = true) HttpServletRequest request) {
        return answer(request, MediaType.APPLICATION_ATOM_XML, feed -> AtomFeed.of(feed).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping(path = "/api/postings.feed.json", produces = "application/feed+json")
    @SearchParameters
    @Operation(
            operationId = "getJsonFeed", summary = "The 50 newest postings of a search, as a JSON Feed (version 1.1)",
            description = SearchParameters.DESCRIPTION + " Newest first unless sort says otherwise.")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/feed+json",
                            schema = @Schema(implementation = JsonFeed.class)))
    @ApiResponse(responseCode = "304", content = @Content)
    ResponseEntity<byte[]> json(@Parameter(hidden = true) HttpServletRequest request) {
        return answer(request, MediaType.valueOf("application/feed+json"), feed -> JsonFeed.of(feed).bytes());
    }

    private ResponseEntity<byte[]> answer(
            HttpServletRequest request, MediaType type, Function<NewestPostings, byte[]> written) {
        var feed = newest(request);
        var answer = ResponseEntity.ok()
                .eTag(feed.tag())
                .lastModified(feed.updated())
                .contentType(new MediaType(type, StandardCharsets.UTF_8));
        // What the client has need not be written again.
        return new ServletWebRequest(request).checkNotModified(feed.tag(), feed.updated().toEpochMilli())
                ? ResponseEntity.status(304).eTag(feed.tag()).lastModified(feed.updated()).build()
                : answer.body(written.apply(feed));
    }

    private NewestPostings newest(HttpServletRequest request) {
        var parameters = request.getParameterMap();
        var address = AskedSearch.read(parameters, Set.of());
        var asked = parameters.containsKey("sort") ? address : address.newestFirst();
        var results = search.search(asked.criteria(), ENTRIES, null);
        return NewestPostings.of(
                title(results), asked, root(), request.getRequestURI() + query(request), found(results));
    }

    private List<Posting> found(Results results) {
        return postings.find(results.hits().stream().map(Results.Hit::id).toList());
    }

    private static String title(Results results) {
        return results.understood().isBlank() ? "Project-management postings" : "Postings: " + results.understood();
    }

    private static String root() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
    }

    private static String query(HttpServletRequest request) {
        return request.getQueryString() == null ? "" : "?" + request.getQueryString();
    }
}
