package pmradar.ingest;

import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/// The plain text of a description, as it is stored, shown and judged: offsets of evidence point into it.
///
/// Lines are the blocks of the page (paragraphs, headings, list items with "• "), a blank line parts paragraphs, and
/// there are no runs of spaces, no invisible or bidi controls and no character outside the BMP, so that an offset is
/// the
/// same in UTF-16 and in code points. Linear in the input.
public final class PlainText {
    private static final Pattern TAG =
            Pattern.compile("</(?:p|li|ul|ol|div|h[1-6]|strong|b|span|a|em)>|<br ?/?>", Pattern.CASE_INSENSITIVE);
    private static final Pattern ENTITY = Pattern.compile("&(?:[a-zA-Z]{2,8}|#\\d{2,6}|#x[0-9a-fA-F]{2,5});");

    private PlainText() {}

    /// @param html a fragment or a page, escaped once too often or not
    public static String ofHtml(String html) {
        return HtmlBody.parse(html).text();
    }

    /// For text that a feed calls plain. What is HTML all the same is read as such.
    public static String ofText(String text) {
        if (TAG.matcher(text).find()) return ofHtml(text);
        var flow = new TextFlow();
        flow.lines(ENTITY.matcher(text).find() ? Parser.unescapeEntities(text, true) : text);
        return flow.finish();
    }

    /// One line of clean text, for titles and names, which often carry entities, tags and line breaks.
    public static String line(String text) {
        return ofText(text).replace('\n', ' ').replace("  ", " ");
    }
}
