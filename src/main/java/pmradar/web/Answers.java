package pmradar.web;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/// What went wrong with a request, in words; the same for pages and for the API.
record Answers(HttpStatus status, String title, String detail) {

    static Answers of(int code, String said) {
        var status = HttpStatus.resolve(code);
        if (status == null || status.is5xxServerError()) status = HttpStatus.INTERNAL_SERVER_ERROR;
        return new Answers(status, title(status, said), said.isBlank() ? detail(status) : said);
    }

    private static String title(HttpStatus status, String said) {
        return switch (status) {
            case NOT_FOUND -> "Nothing is here";
            case FORBIDDEN -> said.isBlank() ? "The form has expired" : "This is not yours to do";
            case UNAUTHORIZED -> "Please sign in";
            case METHOD_NOT_ALLOWED, UNSUPPORTED_MEDIA_TYPE, NOT_ACCEPTABLE, BAD_REQUEST ->
                "The request could not be read";
            case TOO_MANY_REQUESTS -> "Too many requests";
            case CONTENT_TOO_LARGE -> "That is too large";
            case PRECONDITION_FAILED -> "It has changed meanwhile";
            case INTERNAL_SERVER_ERROR -> "Something went wrong here";
            default ->
                status.getReasonPhrase().substring(0, 1)
                        + status.getReasonPhrase().substring(1).toLowerCase(Locale.ROOT);
        };
    }

    private static String detail(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "This address leads nowhere. It may have been mistyped, or what stood here has left.";
            case FORBIDDEN ->
                "The page was open for too long or came from elsewhere. Go back, reload it and try again.";
            case UNAUTHORIZED -> "This needs an account.";
            case METHOD_NOT_ALLOWED -> "This address cannot be used in that way.";
            case UNSUPPORTED_MEDIA_TYPE -> "Send JSON with Content-Type: application/json.";
            case NOT_ACCEPTABLE -> "This address does not answer in the kind that Accept asks for.";
            case CONTENT_TOO_LARGE -> "The body of a request is bounded here. Send less at once.";
            case TOO_MANY_REQUESTS -> "Ask again after as many seconds as Retry-After says.";
            case INTERNAL_SERVER_ERROR ->
                "It is not your doing. The log of PM Radar says more; trying again often helps.";
            default -> "What was sent is not what this address takes.";
        };
    }
}
