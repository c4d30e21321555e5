package pmradar.alert.channel;

import java.net.URI;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;
import pmradar.alert.Digest;

/// A digest as HTML for mail programs: plain elements, nothing remote, and readable without any style.
final class HtmlDigest {

    private HtmlDigest() {}

    static String of(Digest digest, URI base, String leave) {
        var html = new StringBuilder("<!DOCTYPE html><html lang=\"en\"><body style=\"font-family:sans-serif;")
                .append("line-height:1.45;max-width:44em\"><h1 style=\"font-size:1.2em\">")
                .append(text(digest.searchName()))
                .append("</h1>");
        for (var notice : digest.notices()) notice(notice, base, html);
        for (var line : digest.lines()) line(line, base, html);
        for (var more : digest.more())
            html.append("<p>").append(text(PlainDigest.more(more))).append("</p>");
        return html.append("<hr><p><a href=\"")
                .append(text(leave))
                .append("\">No more of these</a></p></body></html>")
                .toString();
    }

    private static void notice(Digest.Notice notice, URI base, StringBuilder html) {
        html.append("<h2 style=\"font-size:1em;margin-bottom:0\"><a href=\"")
                .append(text(base.resolve(notice.path()).toString()))
                .append("\">")
                .append(text(notice.title()))
                .append("</a></h2><p style=\"margin-top:0\">")
                .append(text(notice.said()))
                .append("</p>");
    }

    private static void line(Digest.Line line, URI base, StringBuilder html) {
        html.append("<h2 style=\"font-size:1em;margin-bottom:0\"><a href=\"")
                .append(text(base.resolve("/postings/" + line.posting()).toString()))
                .append("\">")
                .append(text(PlainDigest.kind(line.kind()) + line.title()))
                .append("</a></h2><p style=\"margin-top:0\">")
                .append(line.words().stream().map(HtmlDigest::text).collect(Collectors.joining("<br>")))
                .append("</p>");
    }

    private static String text(String words) {
        return HtmlUtils.htmlEscape(words, "UTF-8");
    }
}
