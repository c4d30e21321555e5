package pmradar.feed.type;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pmradar.feed.xml.XmlElement;

/// The fields of one XML record by names that are alike in all dialects: lower case, without prefix, hyphens and
/// underscores. An attribute of the record counts as a field.
final class XmlFields {
    private static final Pattern NO_LETTER = Pattern.compile("[^a-z0-9]");

    private final XmlItem record;
    private final Map<String, XmlElement> children = new HashMap<>();
    private final Map<String, String> attributes = new HashMap<>();

    XmlFields(XmlItem record) {
        this.record = record;
        for (XmlElement child : record.element().children()) {
            children.merge(plain(child.name().local()), child, XmlFields::fuller);
        }
        record.element().attributes().forEach((name, value) -> attributes.put(plain(name), value));
    }

    private static XmlElement fuller(XmlElement one, XmlElement other) {
        return one.text().isBlank() ? other : one;
    }

    private static String plain(String name) {
        return NO_LETTER.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    /// The text of the first of these fields that is there and has no fields of its own.
    @Nullable
    String text(String... names) {
        for (String name : names) {
            XmlElement child = children.get(name);
            String text = child == null ? attributes.get(name) : isGroup(child) ? null : child.text();
            if (text != null && !text.isBlank()) return text.strip();
        }
        return null;
    }

    /// Description with inline markup is text; a location with a city is a group.
    private static boolean isGroup(XmlElement element) {
        return !element.children().isEmpty()
                && !element.hasOwnText()
                && !BodyText.isHtml(element.inner()
                        .replaceAll(
                                "<(/?)(city|region|state|country|name|location|salary|amount|currencycode|lowend|highend|period)\\b",
                                ""));
    }

    /// The record's own text.
    @Nullable
    String own() {
        String text = record.element().children().isEmpty() ? record.text() : "";
        return text.isEmpty() ? null : text;
    }

    @Nullable
    String inside(String group, String name) {
        XmlElement child = children.get(group);
        return child == null ? null : new XmlFields(new XmlItem(child)).text(name);
    }

    @Nullable
    String attribute(String name, String attribute) {
        XmlElement child = children.get(name);
        return child == null ? null : new XmlItem(child).attribute(attribute);
    }

    /// The groups of that name, alone or inside a list.
    List<XmlFields> groups(String list, String each) {
        List<XmlFields> groups = new ArrayList<>();
        XmlElement parent = children.get(list);
        XmlElement from = parent == null ? record.element() : parent;
        for (XmlElement child : from.children()) {
            boolean isOne = plain(child.name().local()).equals(each);
            if (isOne && (!child.children().isEmpty() || parent != null)) groups.add(new XmlFields(new XmlItem(child)));
        }
        return groups;
    }
}
