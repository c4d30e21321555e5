package pmradar.feed.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pmradar.feed.Answer;
import pmradar.feed.FeedText;

/// Reads the same documents with this reader and with jsoup's: all recorded answers, whole, and with damage of many
/// kinds done to them by a fixed seed. Left out is what the two are meant to read differently: a processing instruction
/// that ends without its question mark, after which jsoup reads nothing more, and a tag that the document ends in.
class XmlAgainstJsoupTest {
    private static final int DAMAGED = 60;
    private static final String[] SPLINTERS = {
        "<",
        ">",
        "&",
        "\"",
        "'",
        "</",
        "/>",
        "<b>",
        "</item>",
        "<![CDATA[",
        "]]>",
        "<!--",
        "-->",
        "&nbsp;",
        "&amp;lt;",
        "&#8211;",
        "&#x1F600;",
        "&eacute",
        "<x y=z>",
        "<!",
        "\u0001",
        " ",
        "</>",
        "<a href='"
    };

    static List<Path> documents() throws IOException {
        var shared = System.getProperty("pmradar.shared");
        var found = new ArrayList<Path>();
        for (var folder : List.of(
                Path.of("src/test/resources/feeds"),
                Path.of(shared == null ? "../shared/data" : shared).resolve("feeds"))) {
            if (!Files.isDirectory(folder)) {
                System.out.println("Skipped: no recordings at " + folder);
                continue;
            }
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().matches(".*\\.(xml|rss|atom|rdf)"))
                        .sorted()
                        .forEach(found::add);
            }
        }
        return found;
    }

    @ParameterizedTest
    @MethodSource("documents")
    void readsWhatJsoupReads(Path file) throws IOException {
        var source = source(file);
        assertThat(ours(source)).isEqualTo(jsoups(source));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void readsDamagedOnesAsJsoupDoes(Path file) throws IOException {
        var whole = source(file).replaceAll("<\\?[^>]*>", "");
        var source = whole.substring(0, Math.min(whole.length(), 20_000));
        var random = new SplittableRandom(file.getFileName().toString().hashCode());
        for (int i = 0; i < DAMAGED; i++) {
            var damaged = damaged(source, random);
            assertThat(ours(damaged)).as("damage %d: %s", i, damaged.length()).isEqualTo(jsoups(damaged));
        }
    }

    private static String damaged(String source, SplittableRandom random) {
        var text = new StringBuilder(source);
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            int at = random.nextInt(Math.max(1, text.length()));
            switch (random.nextInt(3)) {
                case 0 -> text.insert(at, SPLINTERS[random.nextInt(SPLINTERS.length)]);
                case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(20)));
                default -> text.setLength(at);
            }
        }
        return text.append(" \"'>").toString().strip();
    }

    private static String source(Path file) throws IOException {
        var answer = new Answer(URI.create("https://feeds.example/"), 200, Map.of(), Files.readAllBytes(file));
        return FeedText.of(answer).strip();
    }

    private static String ours(String source) {
        var out = new StringBuilder();
        for (var child : XmlElement.document(source).children()) tell(child, 0, out);
        return out.toString();
    }

    private static void tell(XmlElement element, int depth, StringBuilder out) {
        line(out, depth, element.name().written(), element.attributes().toString(), element.text());
        for (var child : element.children()) tell(child, depth + 1, out);
    }

    private static String jsoups(String source) {
        var out = new StringBuilder();
        var document = Parser.xmlParser().setMaxDepth(XmlTree.DEEPEST).parseInput(source, "");
        for (var child : document.children()) tell(child, 0, out);
        return out.toString();
    }

    private static void tell(Element element, int depth, StringBuilder out) {
        var attributes = new java.util.LinkedHashMap<String, String>();
        element.attributes().forEach(each -> attributes.put(each.getKey(), each.getValue()));
        line(out, depth, element.tagName(), attributes.toString(), element.wholeText());
        for (var child : element.children()) tell(child, depth + 1, out);
    }

    private static void line(StringBuilder out, int depth, String name, String attributes, String text) {
        out.repeat(' ', depth).append(name).append(' ').append(attributes);
        out.append(' ')
                .append(text.length())
                .append(' ')
                .append(text.hashCode())
                .append('\n');
        if (text.length() < 200) out.append(text).append('\n');
    }
}
