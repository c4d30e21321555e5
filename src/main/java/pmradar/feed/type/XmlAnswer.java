package pmradar.feed.type;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import pmradar.feed.Answer;
import pmradar.feed.FeedText;
import pmradar.feed.FeedXml;
import pmradar.feed.Listing;
import pmradar.feed.UnreadableFeed;

/// An answer that ought to be XML. Of one that breaks off, all that came before is read.
final class XmlAnswer {
    private final Document document;
    private final boolean broken;

    private XmlAnswer(Document document, boolean broken) {
        this.document = document;
        this.broken = broken;
    }

    /// @param what whose XML it ought to be, for the message: "RSS or Atom"
    /// @throws UnreadableFeed if it is something else
    static XmlAnswer of(Answer answer, String what) {
        String text = FeedText.of(answer).strip();
        if (text.isEmpty()) throw new UnreadableFeed("The answer is empty, not %s.".formatted(what));
        if (FeedText.looksLikeHtml(text)) {
            throw new UnreadableFeed("The answer is a web page, not %s. Is the address right?".formatted(what));
        }
        if (text.charAt(0) != '<') {
            String start = Line.of(text.substring(0, Math.min(80, text.length())));
            throw new UnreadableFeed("The answer is not %s; it begins with \"%s\".".formatted(what, start));
        }
        Document document = FeedXml.document(answer);
        return new XmlAnswer(document, breaksOff(document, text));
    }

    private static boolean breaksOff(Document document, String text) {
        Element root = document.firstElementChild();
        if (root == null) return true;
        if (root.childNodeSize() == 0) return false;
        String end = "</" + root.tagName();
        return text.lastIndexOf(end) < Math.max(0, text.length() - 4_000);
    }

    /// The document's outermost element.
    XmlItem root() {
        Element root = document.firstElementChild();
        return new XmlItem(root == null ? new Element("none") : root);
    }

    /// The outermost elements with one of these local names.
    List<XmlItem> records(Set<String> names) {
        List<XmlItem> found = new ArrayList<>();
        collect(document, names, found);
        return found;
    }

    private static void collect(Element parent, Set<String> names, List<XmlItem> found) {
        for (Element child : parent.children()) {
            if (names.contains(FeedXml.localName(child))) found.add(new XmlItem(child));
            else if (found.size() <= Harvest.MOST) collect(child, names, found);
        }
    }

    /// Reads each record; the last one of an answer that breaks off is set aside.
    Harvest harvest(List<XmlItem> records, Function<XmlItem, @Nullable Listing> reader) {
        var harvest = new Harvest();
        if (!broken) return harvest.each(records, reader);
        int whole = Math.max(0, records.size() - 1);
        harvest.each(records.subList(0, whole), reader);
        harvest.breaksOff("It breaks off in the middle of a listing.");
        return harvest;
    }
}
