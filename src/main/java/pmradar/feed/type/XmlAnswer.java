package pmradar.feed.type;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import pmradar.feed.Answer;
import pmradar.feed.FeedText;
import pmradar.feed.Listing;
import pmradar.feed.UnreadableFeed;
import pmradar.feed.xml.XmlElement;

/// An answer that ought to be XML. Of one that breaks off, all that came before is read.
final class XmlAnswer {
    private final XmlElement document;
    private final boolean broken;

    private XmlAnswer(XmlElement document, boolean broken) {
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
        XmlElement document = XmlElement.document(text);
        return new XmlAnswer(document, breaksOff(document, text));
    }

    private static boolean breaksOff(XmlElement document, String text) {
        if (document.children().isEmpty()) return true;
        XmlElement root = document.children().getFirst();
        if (root.isEmpty()) return false;
        String end = "</" + root.name().written();
        return text.lastIndexOf(end) < Math.max(0, text.length() - 4_000);
    }

    /// The document's outermost element.
    XmlItem root() {
        List<XmlElement> roots = document.children();
        return new XmlItem(roots.isEmpty() ? XmlElement.NONE : roots.getFirst());
    }

    /// The outermost elements with one of these local names.
    List<XmlItem> records(Set<String> names) {
        List<XmlItem> found = new ArrayList<>();
        collect(document, names, found);
        return found;
    }

    private static void collect(XmlElement parent, Set<String> names, List<XmlItem> found) {
        for (XmlElement child : parent.children()) {
            if (names.contains(child.name().local())) found.add(new XmlItem(child));
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
