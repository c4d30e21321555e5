package pmradar.feed.type;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import pmradar.feed.FeedXml;

/// An element of an XML answer, read leniently. Names are in lower case: `title` is the element without a prefix,
/// `dc:date` the one with exactly this prefix, `*:company` the one with any prefix or none, because producers invent
/// their own (and some use a namespace that differs per site).
final class XmlItem {
    private final Element element;
    private @Nullable Map<String, List<Element>> children;

    XmlItem(Element element) {
        this.element = element;
    }

    Element element() {
        return element;
    }

    String name() {
        return FeedXml.localName(element);
    }

    String text() {
        return element.wholeText().strip();
    }

    @Nullable
    String attribute(String name) {
        String value = element.attr(name).strip();
        return value.isEmpty() ? null : value;
    }

    /// The text of the first of these children that is there and not blank.
    @Nullable
    String either(String... names) {
        for (String name : names) {
            for (Element child : named(name)) {
                String text = child.wholeText().strip();
                if (!text.isEmpty()) return text;
            }
        }
        return null;
    }

    List<XmlItem> each(String name) {
        return named(name).stream().map(XmlItem::new).toList();
    }

    List<String> texts(String name) {
        return each(name).stream()
                .map(XmlItem::text)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /// The first child of that name, or an empty element.
    XmlItem at(String name) {
        List<Element> found = named(name);
        return new XmlItem(found.isEmpty() ? new Element("none") : found.getFirst());
    }

    private List<Element> named(String name) {
        return children().getOrDefault(name, List.of());
    }

    /// All children under their name as written and, with `*:` before it, under their local name.
    private Map<String, List<Element>> children() {
        Map<String, List<Element>> known = children;
        if (known != null) return known;
        Map<String, List<Element>> all = new HashMap<>();
        for (Element child : element.children()) {
            String tag = child.tagName().toLowerCase(Locale.ROOT);
            all.computeIfAbsent(tag, each -> new ArrayList<>(1)).add(child);
            String local = "*:" + tag.substring(tag.indexOf(':') + 1);
            all.computeIfAbsent(local, each -> new ArrayList<>(1)).add(child);
        }
        children = all;
        return all;
    }
}
