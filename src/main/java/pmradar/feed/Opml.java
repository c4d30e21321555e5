package pmradar.feed;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import pmradar.feed.xml.XmlElement;

/// Lists of plain feeds as other readers exchange them.
///
/// Source: OPML 2.0, "subscription lists".
final class Opml {
    private static final int MOST = 5_000;

    private Opml() {}

    /// @param address null where the outline has none
    record Outline(String title, String address, String page) {}

    /// Outlines with an address, at any depth, in their order.
    ///
    /// @throws UnreadableFeed if it is no OPML
    static List<Outline> read(byte[] bytes) {
        if (bytes.length > FeedLists.MOST_BYTES) {
            throw new UnreadableFeed("The file is larger than %,d bytes, too large for a list of feeds."
                    .formatted(FeedLists.MOST_BYTES));
        }
        var answer = new Answer(java.net.URI.create("opml:file"), 200, Map.of(), bytes);
        var outermost = XmlElement.document(FeedText.of(answer)).children();
        var root = outermost.isEmpty() ? XmlElement.NONE : outermost.getFirst();
        if (!root.name().local().equals("opml")) {
            throw new UnreadableFeed("The file is no OPML: its outermost element is %s."
                    .formatted(
                            outermost.isEmpty() ? "missing" : "<" + root.name().written() + ">"));
        }
        var outlines = new ArrayList<Outline>();
        for (var outline : outlines(root, new ArrayList<>())) {
            var address = attribute(outline, "xmlUrl");
            if (address == null) continue;
            if (outlines.size() == MOST) {
                throw new UnreadableFeed("The file names more than %,d feeds. Import it in parts.".formatted(MOST));
            }
            var title = attribute(outline, "title");
            if (title == null) title = attribute(outline, "text");
            var page = attribute(outline, "htmlUrl");
            outlines.add(new Outline(title == null ? address : title, address, page == null ? "" : page));
        }
        return outlines;
    }

    /// At any depth, in their order; the reader of XML bounds the depth.
    private static List<XmlElement> outlines(XmlElement parent, List<XmlElement> found) {
        for (var child : parent.children()) {
            if (child.name().local().equals("outline")) found.add(child);
            outlines(child, found);
        }
        return found;
    }

    /// Names of attributes are written in any case.
    private static @Nullable String attribute(XmlElement outline, String name) {
        for (var each : outline.attributes().entrySet()) {
            if (each.getKey().equalsIgnoreCase(name) && !each.getValue().isBlank())
                return each.getValue().strip();
        }
        return null;
    }

    /// @param address by which each feed is read
    static String write(List<Feed> feeds, java.util.function.Function<Feed, String> address) {
        var out = new StringWriter();
        try {
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("opml");
            xml.writeAttribute("version", "2.0");
            xml.writeStartElement("head");
            xml.writeStartElement("title");
            xml.writeCharacters("Feeds of PM Radar");
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeStartElement("body");
            for (var feed : feeds) outline(feed, address.apply(feed), xml);
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException broken) {
            throw new IllegalStateException("A text cannot be written as XML", broken);
        }
        return out.toString();
    }

    private static void outline(Feed feed, String address, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeEmptyElement("outline");
        xml.writeAttribute("type", "rss");
        xml.writeAttribute("text", plain(feed.name()));
        xml.writeAttribute("title", plain(feed.name()));
        xml.writeAttribute("xmlUrl", plain(address));
        if (feed.home() != null) xml.writeAttribute("htmlUrl", plain(feed.home().toString()));
    }

    /// XML has no place for control characters.
    private static String plain(String text) {
        return text.replaceAll("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "");
    }
}
