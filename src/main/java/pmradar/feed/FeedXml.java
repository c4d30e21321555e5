package pmradar.feed;

import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/// Reads XML from outside with jsoup's lenient parser: no entities are defined or fetched, broken markup is repaired,
/// and depth is bounded. A leading blank line or byte order mark, `&nbsp;` and bare `&` do no harm.
public final class FeedXml {
    private static final int DEEPEST = 128;

    private FeedXml() {}

    /// The document, with addresses resolved against that of the answer.
    ///
    /// @throws UnreadableFeed if the answer is a web page, JSON or nothing
    public static Document document(Answer answer) {
        var text = FeedText.of(answer).stripLeading();
        if (text.isEmpty()) {
            throw new UnreadableFeed("The feed answered with nothing at all instead of XML.");
        }
        if (FeedText.looksLikeHtml(text)) {
            throw new UnreadableFeed("The feed answered with a web page instead of XML.");
        }
        if (!text.startsWith("<")) {
            throw new UnreadableFeed("The feed answered with %s instead of XML."
                    .formatted(text.startsWith("{") || text.startsWith("[") ? "JSON" : "plain text"));
        }
        return Parser.xmlParser()
                .setMaxDepth(DEEPEST)
                .parseInput(text, answer.uri().toString());
    }

    /// The text of the first child of that name; null where there is none or it is blank.
    ///
    /// @param name with its prefix as written (`content:encoded`), any case
    public static @Nullable String text(Element parent, String name) {
        for (var child : parent.children()) {
            if (child.tagName().equalsIgnoreCase(name)) {
                var text = child.wholeText().strip();
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return null;
    }

    /// The text of the first child with that local name, whatever its prefix.
    public static @Nullable String local(Element parent, String name) {
        for (var child : parent.children()) {
            if (localName(child).equals(name.toLowerCase(Locale.ROOT))) {
                var text = child.wholeText().strip();
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return null;
    }

    /// The element's name without its prefix, in lower case.
    public static String localName(Element element) {
        var name = element.tagName();
        return name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
    }
}
