package pmradar.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;
import pmradar.feed.Feed;
import pmradar.feed.Feeds;

/// Turns whatever goes wrong into a page in plain words, or for the API into problem details (RFC 9457).
@Controller
@ControllerAdvice
class CalmErrors implements ErrorController {

    /// The request attribute with a sentence for people about what is refused before a controller is reached.
    static final String SAID = CalmErrors.class.getName() + ".said";

    private static final Logger LOG = LoggerFactory.getLogger(CalmErrors.class);

    private final Feeds feeds;

    CalmErrors(Feeds feeds) {
        this.feeds = feeds;
    }

    /// What was thrown while a request was answered.
    @ExceptionHandler(Exception.class)
    Object thrown(Exception thrown, HttpServletRequest request, HttpServletResponse response) {
        return switch (thrown) {
            case NotThere gone -> answer(404, text(gone.getMessage()), HttpHeaders.EMPTY, request);
            case BadRequest bad -> answer(400, text(bad.getMessage()), HttpHeaders.EMPTY, request);
            case Changed changed -> answer(412, text(changed.getMessage()), HttpHeaders.EMPTY, request);
            case LoginThrottle.TooManyTries many -> tooMany(many, request, response);
            case BoundedBody.TooLarge large -> answer(413, text(large.getMessage()), HttpHeaders.EMPTY, request);
            case ErrorResponse known -> answer(known.getStatusCode().value(), "", known.getHeaders(), request);
            case MethodArgumentTypeMismatchException bad ->
                answer(
                        400,
                        "The value of '%s' is of another kind.".formatted(bad.getName()),
                        HttpHeaders.EMPTY,
                        request);
            case HttpMessageNotReadableException cut
            when cut.getRootCause() instanceof BoundedBody.TooLarge large ->
                answer(413, text(large.getMessage()), HttpHeaders.EMPTY, request);
            case HttpMessageNotReadableException _ ->
                answer(400, "The body is not the JSON that this address takes.", HttpHeaders.EMPTY, request);
            default -> {
                LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), thrown);
                yield answer(500, "", HttpHeaders.EMPTY, request);
            }
        };
    }

    private Object tooMany(LoginThrottle.TooManyTries many, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(many.seconds()));
        return answer(429, text(many.getMessage()), HttpHeaders.EMPTY, request);
    }

    /// What was refused before a controller was reached.
    @RequestMapping("/error")
    Object refused(HttpServletRequest request) {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var said = request.getAttribute(SAID) instanceof String sentence ? sentence : "";
        return answer(code instanceof Integer status ? status : 404, said, HttpHeaders.EMPTY, request);
    }

    private Object answer(int code, String said, HttpHeaders headers, HttpServletRequest request) {
        var answer = Answers.of(code, said);
        return path(request).startsWith("/api/") ? problem(answer, headers, request) : page(answer, request);
    }

    private static ResponseEntity<ProblemDetail> problem(
            Answers answer, HttpHeaders headers, HttpServletRequest request) {
        var problem = ProblemDetail.forStatusAndDetail(answer.status(), answer.detail());
        problem.setTitle(answer.title());
        problem.setInstance(URI.create(path(request)));
        return ResponseEntity.status(answer.status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private ModelAndView page(Answers answer, HttpServletRequest request) {
        var page = new ModelAndView("error", answer.status());
        page.addObject("heading", answer.title());
        page.addObject("detail", answer.detail());
        page.addObject(Surroundings.THEME, Surroundings.theme(request));
        page.addObject("here", "/");
        page.addObject("samples", samples());
        if (answer.status() == HttpStatus.FORBIDDEN) page.addObject("back", before(request));
        return page;
    }

    /// The page of this installation that led here; null where none did, or where it would lead here again.
    private static @Nullable String before(HttpServletRequest request) {
        var named = request.getHeader(HttpHeaders.REFERER);
        if (named == null) return null;
        try {
            var from = new URI(named);
            var path = from.getRawPath() + (from.getRawQuery() == null ? "" : "?" + from.getRawQuery());
            boolean own = request.getServerName().equals(from.getHost()) && PlainPages.ownPath(path);
            return own && !path.equals(path(request)) ? path : null;
        } catch (URISyntaxException odd) {
            return null;
        }
    }

    /// The banner is not worth a second failure.
    private boolean samples() {
        try {
            return feeds.states().stream().anyMatch(state -> state.feed().origin() == Feed.Origin.SAMPLE);
        } catch (RuntimeException unknown) {
            return false;
        }
    }

    /// The path that was asked for, also while the container forwards to `/error`.
    private static String path(HttpServletRequest request) {
        var asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return asked instanceof String path ? path : request.getRequestURI();
    }

    private static String text(@Nullable String message) {
        return message == null ? "" : message;
    }
}
