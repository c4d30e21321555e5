package pmradar.feed.type;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import pmradar.feed.FeedXml;

/// An element of an XML answer, read leniently. Names are in lower case: `title` is the element without a prefix,
/// `dc:date` the one with exactly this prefix, `*:company` the one with any prefix or none, because producers invent
/// their own (and some use a namespace that differs per site).
record XmlItem(Element element) {

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
            for (Element child : element.children()) {
                if (!is(child, name)) continue;
                String text = child.wholeText().strip();
                if (!text.isEmpty()) return text;
            }
        }
        return null;
    }

    List<XmlItem> each(String name) {
        List<XmlItem> found = new ArrayList<>();
        for (Element child : element.children()) if (is(child, name)) found.add(new XmlItem(child));
        return found;
    }

    List<String> texts(String name) {
        return each(name).stream()
                .map(XmlItem::text)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /// The first child of that name, or an empty element.
    XmlItem at(String name) {
        List<XmlItem> found = each(name);
        return found.isEmpty() ? new XmlItem(new Element("none")) : found.getFirst();
    }

    private static boolean is(Element child, String name) {
        String tag = child.tagName();
        if (!name.startsWith("*:")) return tag.equalsIgnoreCase(name);
        return tag.substring(tag.indexOf(':') + 1).toLowerCase(Locale.ROOT).equals(name.substring(2));
    }
}
