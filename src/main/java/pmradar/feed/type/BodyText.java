package pmradar.feed.type;

import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import pmradar.feed.Listing.Body;

/// A description as feeds give it: HTML, HTML that is escaped once more, or plain text; in one piece or in sections.
final class BodyText {
    private static final Pattern TAG = Pattern.compile("<(/?[a-zA-Z][a-zA-Z0-9]*[\\s/>]|!--)");
    private static final Pattern ESCAPED_TAG =
            Pattern.compile("&(amp;)*(lt|#60|#x3c);/?[a-zA-Z!]", Pattern.CASE_INSENSITIVE);
    private static final Pattern ENTITY = Pattern.compile("&(#\\d{2,6}|#x[0-9a-fA-F]{2,5}|[a-zA-Z]{2,8});");

    private final StringBuilder html = new StringBuilder();

    /// A description that may or may not be HTML.
    static Body of(@Nullable String raw) {
        if (raw == null || raw.isBlank()) return new Body(null, null);
        String text = unescaped(raw);
        boolean isHtml = TAG.matcher(text).find() || ENTITY.matcher(text).find();
        return isHtml ? new Body(text.strip(), null) : new Body(null, text.strip());
    }

    /// A description that the source escapes once by its own rules; after that it is HTML.
    static Body escapedHtml(@Nullable String raw) {
        return raw == null || raw.isBlank()
                ? new Body(null, null)
                : new Body(unescaped(raw).strip(), null);
    }

    /// Escaped text is unescaped until it begins with, or at least holds, bare tags, and never after that: what is
    /// escaped inside HTML is meant to be read. (Some boards put a bare line of their own behind an escaped text.)
    static String unescaped(String raw) {
        String text = raw.strip();
        for (int i = 0; i < 3 && isEscaped(text); i++) text = Parser.unescapeEntities(text, false);
        return text;
    }

    private static boolean isEscaped(String text) {
        var escaped = ESCAPED_TAG.matcher(text);
        return escaped.lookingAt() || (!TAG.matcher(text).find() && escaped.find());
    }

    static boolean isHtml(String text) {
        return TAG.matcher(text).find();
    }

    /// Adds a section, if there is one.
    BodyText and(@Nullable String heading, @Nullable String part) {
        if (part == null || part.isBlank()) return this;
        if (heading != null)
            html.append("<h3>").append(Entities.escape(heading)).append("</h3>\n");
        String text = unescaped(part).strip();
        html.append(isHtml(text) ? text : paragraphs(text)).append('\n');
        return this;
    }

    BodyText and(@Nullable String part) {
        return and(null, part);
    }

    Body body() {
        String all = html.toString().strip();
        return all.isEmpty() ? new Body(null, null) : new Body(all, null);
    }

    private static String paragraphs(String text) {
        String escaped = ENTITY.matcher(text).find() ? text : Entities.escape(text);
        return "<p>" + escaped.replaceAll("\\R{2,}", "</p>\n<p>").replaceAll("(?<!>)\\R", "<br>\n") + "</p>";
    }
}
