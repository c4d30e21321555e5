package pmradar.feed.type;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import pmradar.feed.FeedXml;

/// The fields of one XML record by names that are alike in all dialects: lower case, without prefix, hyphens and
/// underscores. An attribute of the record counts as a field.
final class XmlFields {
    private final XmlItem record;
    private final Map<String, Element> children = new HashMap<>();
    private final Map<String, String> attributes = new HashMap<>();

    XmlFields(XmlItem record) {
        this.record = record;
        for (Element child : record.element().children()) {
            children.merge(plain(FeedXml.localName(child)), child, XmlFields::fuller);
        }
        for (Attribute each : record.element().attributes()) attributes.put(plain(each.getKey()), each.getValue());
    }

    private static Element fuller(Element one, Element other) {
        return one.wholeText().isBlank() ? other : one;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /// The text of the first of these fields that is there and has no fields of its own.
    @Nullable
    String text(String... names) {
        for (String name : names) {
            Element child = children.get(name);
            String text = child == null ? attributes.get(name) : isGroup(child) ? null : child.wholeText();
            if (text != null && !text.isBlank()) return text.strip();
        }
        return null;
    }

    /// Description with inline markup is text; a location with a city is a group.
    private static boolean isGroup(Element element) {
        return element.childrenSize() > 0
                && element.ownText().isBlank()
                && !BodyText.isHtml(element.html()
                        .replaceAll(
                                "<(/?)(city|region|state|country|name|location|salary|amount|currencycode|lowend|highend|period)\\b",
                                ""));
    }

    /// The record's own text.
    @Nullable
    String own() {
        String text = record.element().childrenSize() == 0 ? record.text() : "";
        return text.isEmpty() ? null : text;
    }

    @Nullable
    String inside(String group, String name) {
        Element child = children.get(group);
        return child == null ? null : new XmlFields(new XmlItem(child)).text(name);
    }

    @Nullable
    String attribute(String name, String attribute) {
        Element child = children.get(name);
        String value = child == null ? "" : child.attr(attribute).strip();
        return value.isEmpty() ? null : value;
    }

    /// The groups of that name, alone or inside a list.
    List<XmlFields> groups(String list, String each) {
        List<XmlFields> groups = new ArrayList<>();
        Element parent = children.get(list);
        Element from = parent == null ? record.element() : parent;
        for (Element child : from.children()) {
            boolean isOne = plain(FeedXml.localName(child)).equals(each);
            if (isOne && (child.childrenSize() > 0 || parent != null)) groups.add(new XmlFields(new XmlItem(child)));
        }
        return groups;
    }
}
