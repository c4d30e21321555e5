package pmradar.benchmark;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jsoup.nodes.Entities;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import pmradar.feed.Page;
import pmradar.feed.type.RssReading;
import pmradar.sample.PostingGenerator;

/// Reading an RSS feed of 100 items, each with a description of 5.7 KB of HTML: from bytes to listings with their
/// fields
/// read, against ROME (from bytes to its entries) and a bare StAX scan that looks at every event and keeps nothing. The
/// score is items a second.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class RssBenchmark {
    private static final int ITEMS = 100;
    private static final int LENGTH = 5_700;

    /// How the feed writes HTML: in character data sections, or with its marks escaped.
    @Param({"cdata", "escaped"})
    String html;

    private final XMLInputFactory stax = XMLInputFactory.newFactory();
    private byte[] feed = {};

    @Setup
    public void write() throws FeedException, IOException, XMLStreamException {
        var text = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <rss version="2.0" xmlns:job_listing="https://jobs.example.org"><channel><title>Jobs</title>
                <link>https://jobs.example.org/</link><description>Invented postings</description>
                """);
        PostingGenerator.forBenchmarks().ads(ITEMS).forEach(ad -> text.append(item(ad)));
        feed = text.append("</channel></rss>\n").toString().getBytes(StandardCharsets.UTF_8);
        stax.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        if (product().listings().size() != ITEMS || rome().getEntries().size() != ITEMS || scan() < ITEMS) {
            throw new IllegalStateException("They do not read the same.");
        }
    }

    private String item(PostingGenerator.Ad ad) {
        var body = new StringBuilder(ad.html());
        while (body.length() < LENGTH) body.append(ad.html());
        body.setLength(LENGTH);
        return """
                <item><title>%s</title><link>https://jobs.example.org/jobs/%s</link>\
                <guid isPermaLink="false">%s</guid><pubDate>Sun, 22 Nov 2026 10:00:00 +0000</pubDate>\
                <job_listing:company>%s</job_listing:company><job_listing:location>%s</job_listing:location>\
                <job_listing:job_type>Full Time</job_listing:job_type><description>%s</description></item>
                """.formatted(
                        Entities.escape(ad.title()),
                        ad.id(),
                        ad.id(),
                        Entities.escape(ad.employer()),
                        Entities.escape(ad.places().getFirst()),
                        html.equals("cdata") ? "<![CDATA[" + body + "]]>" : Entities.escape(body.toString()));
    }

    @Benchmark
    @OperationsPerInvocation(ITEMS)
    public Page product() {
        return RssReading.page(feed);
    }

    @Benchmark
    @OperationsPerInvocation(ITEMS)
    public SyndFeed rome() throws FeedException, IOException {
        return new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(feed)));
    }

    @Benchmark
    @OperationsPerInvocation(ITEMS)
    public int scan() throws XMLStreamException {
        var reader = stax.createXMLStreamReader(new ByteArrayInputStream(feed));
        int elements = 0;
        while (reader.hasNext()) if (reader.next() == XMLStreamConstants.START_ELEMENT) elements++;
        reader.close();
        return elements;
    }
}
