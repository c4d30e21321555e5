package pmradar.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// The formats of what is subscribed to, and how one is answered: with 304 where the reader has it already.
enum FeedFormat {
    ATOM(MediaType.APPLICATION_ATOM_XML, feed -> AtomFeed.of(feed).getBytes(StandardCharsets.UTF_8)),
    JSON(MediaType.valueOf("application/feed+json"), feed -> JsonFeed.of(feed).bytes());

    private final MediaType type;
    private final Function<NewestPostings, byte[]> written;

    FeedFormat(MediaType type, Function<NewestPostings, byte[]> written) {
        this.type = new MediaType(type, StandardCharsets.UTF_8);
        this.written = written;
    }

    ResponseEntity<byte[]> answer(HttpServletRequest request, NewestPostings feed) {
        var known = new ServletWebRequest(request)
                .checkNotModified(feed.tag(), feed.updated().toEpochMilli());
        var answer = ResponseEntity.status(known ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .eTag(feed.tag())
                .lastModified(feed.updated());
        return known ? answer.build() : answer.contentType(type).body(written.apply(feed));
    }

    /// The address of this server as it was asked.
    static String root() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
    }
}
