package pmradar.web;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes Atom (RFC 4287). All text is plain and escaped; what XML cannot hold is left out.
final class AtomFeed {

    private final XMLStreamWriter xml;

    private AtomFeed(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static String of(NewestPostings feed) {
        var out = new StringWriter();
        try {
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            new AtomFeed(xml).write(feed);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return out.toString();
    }

    private void write(NewestPostings feed) throws XMLStreamException {
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace("http://www.w3.org/2005/Atom");
        element("id", feed.id());
        element("title", feed.title());
        element("updated", feed.updated().toString());
        link("self", "application/atom+xml", feed.self());
        link("alternate", "text/html", feed.page());
        xml.writeStartElement("author");
        element("name", "PM Radar");
        xml.writeEndElement();
        element("generator", "PM Radar");
        for (var entry : feed.entries()) write(entry);
        xml.writeEndElement();
    }

    private void write(NewestPostings.Entry entry) throws XMLStreamException {
        xml.writeStartElement("entry");
        element("id", entry.id());
        element("title", entry.title());
        element("published", entry.published().toString());
        element("updated", entry.updated().toString());
        if (entry.employer() != null) {
            xml.writeStartElement("author");
            element("name", entry.employer());
            xml.writeEndElement();
        }
        link("alternate", "text/html", entry.link());
        if (entry.source() != null) link("related", "text/html", entry.source());
        for (var tag : entry.tags()) {
            xml.writeEmptyElement("category");
            xml.writeAttribute("term", tag);
        }
        element("summary", entry.summary());
        xml.writeEndElement();
    }

    private void link(String relation, String type, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", holdable(address));
    }

    private void element(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(holdable(text));
        xml.writeEndElement();
    }

    /// Source: XML 1.0, production 2, `Char`.
    private static String holdable(String text) {
        return text.codePoints()
                .filter(one -> one == '\t'
                        || one == '\n'
                        || one == '\r'
                        || one >= 0x20 && one <= 0xD7FF
                        || one >= 0xE000 && one <= 0xFFFD
                        || one >= 0x10000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
