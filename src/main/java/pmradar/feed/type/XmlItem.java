package pmradar.feed.type;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pmradar.feed.xml.XmlElement;

/// An element of an XML answer, read leniently. Names are in lower case: `title` is the element without a prefix,
/// `dc:date` the one with exactly this prefix, `*:company` the one with any prefix or none, because producers invent
/// their own (and some use a namespace that differs per site).
final class XmlItem {
    private final XmlElement element;
    private @Nullable Map<String, List<XmlElement>> children;

    XmlItem(XmlElement element) {
        this.element = element;
    }

    XmlElement element() {
        return element;
    }

    String name() {
        return element.name().local();
    }

    String text() {
        return element.text().strip();
    }

    @Nullable
    String attribute(String name) {
        String value = element.attribute(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /// The text of the first of these children that is there and not blank.
    @Nullable
    String either(String... names) {
        for (String name : names) {
            for (XmlElement child : named(name)) {
                String text = child.text().strip();
                if (!text.isEmpty()) return text;
            }
        }
        return null;
    }

    List<XmlItem> each(String name) {
        List<XmlElement> found = named(name);
        return found.isEmpty() ? List.of() : found.stream().map(XmlItem::new).toList();
    }

    List<String> texts(String name) {
        return each(name).stream()
                .map(XmlItem::text)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /// The first child of that name, or an empty element.
    XmlItem at(String name) {
        List<XmlElement> found = named(name);
        return new XmlItem(found.isEmpty() ? XmlElement.NONE : found.getFirst());
    }

    private List<XmlElement> named(String name) {
        return children().getOrDefault(name, List.of());
    }

    /// All children under their name as written and, with `*:` before it, under their local name.
    private Map<String, List<XmlElement>> children() {
        Map<String, List<XmlElement>> known = children;
        if (known != null) return known;
        Map<String, List<XmlElement>> all = new HashMap<>();
        for (XmlElement child : element.children()) {
            all.computeIfAbsent(child.name().lower(), each -> new ArrayList<>(1))
                    .add(child);
            all.computeIfAbsent(child.name().any(), each -> new ArrayList<>(1)).add(child);
        }
        children = all;
        return all;
    }
}
