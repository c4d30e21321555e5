package pmradar.feed.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pmradar.feed.Answer;
import pmradar.feed.Feed;
import pmradar.feed.LineFeed;
import pmradar.feed.Listing;
import pmradar.feed.Page;

class JsonLinesFileTest {
    private final JsonLinesFile type = new JsonLinesFile();
    private final Feed feed = new Feed(
            "archive",
            "file",
            "archive.jsonl",
            "Archive",
            null,
            null,
            Duration.ofHours(6),
            null,
            Feed.Origin.DECLARED,
            Map.of());

    private Page parse(String lines, long first) {
        var headers = Map.of(LineFeed.FIRST_LINE, Long.toString(first));
        return type.parse(feed, new Answer(URI.create("file:///archive.jsonl"), 200, headers, lines.getBytes()));
    }

    private Listing one(String line) {
        var page = parse(line, 1);
        assertThat(page.unreadable()).isEmpty();
        return page.listings().getFirst();
    }

    @Test
    void readsEveryFieldOfALine() {
        var listing = one("""
                {"id":"a-1","title":" Project Manager ","company":"Muster Werke","location":"Bern","country":"CH",\
                "description":"<p>Lead</p>","description_format":"html","salary_raw":"CHF 100k","employment_type":"Full-time",\
                "posted_at":"31/07/2021","url":"https://example.org/a-1","extra":{"x":[1]}}""");
        assertThat(listing.externalId()).isEqualTo("a-1");
        assertThat(listing.title()).isEqualTo("Project Manager");
        assertThat(listing.company()).isEqualTo("Muster Werke");
        assertThat(listing.where().locations()).containsExactly("Bern, CH");
        assertThat(listing.body()).isEqualTo(new Listing.Body("<p>Lead</p>", null));
        assertThat(listing.terms().pay().raw()).isEqualTo("CHF 100k");
        assertThat(listing.terms().employmentType()).isEqualTo("Full-time");
        assertThat(listing.dates().posted().at()).isEqualTo("2021-07-31T00:00:00Z");
        assertThat(listing.links().url()).isEqualTo("https://example.org/a-1");
    }

    @Test
    void takesSeveralPlacesAndNumbersForDates() {
        var listing = one("""
                {"id":7,"title":"PM","locations":["Oslo","Berlin, DE"],"country":"DE","description":"x","posted_at":1713140000000}""");
        assertThat(listing.externalId()).isEqualTo("7");
        assertThat(listing.where().locations()).containsExactly("Oslo, DE", "Berlin, DE");
        assertThat(listing.dates().posted().at()).isEqualTo("2024-04-15T00:13:20Z");
        assertThat(listing.body().text()).isEqualTo("x");
        assertThat(one("{\"title\":\"PM\",\"country\":\"SE\"}").where().locations())
                .containsExactly("SE");
    }

    @Test
    void setsABadLineAsideWithItsNumberAndReadsTheOthers() {
        var page = parse(
                "\uFEFF{\"id\":1,\"title\":\"A\"}\n{broken\n\n[1,2]\n\"text\"\n{}\n{\"id\":2,\"title\":\"B\"}", 501);
        assertThat(page.listings()).extracting(Listing::externalId).containsExactly("1", "2");
        assertThat(page.unreadable())
                .extracting(Page.Unreadable::where)
                .containsExactly("line 502", "line 504", "line 505", "line 506");
        assertThat(page.unreadable()).allSatisfy(bad -> assertThat(bad.reason()).isNotBlank());
        assertThat(page.complete()).isTrue();
    }

    @Test
    void hostileLinesCostOneLineEach() {
        var deep = "[".repeat(100_000);
        var number = "{\"title\":\"x\",\"id\":1e999999999}";
        var page = parse(
                String.join("\n", List.of("{\"title\":" + deep, number, "{\"id\":3,\"title\":\"C\",\"title\":\"D\"}")),
                1);
        assertThat(page.unreadable()).extracting(Page.Unreadable::where).containsExactly("line 1");
        assertThat(page.listings()).hasSize(2);
    }
}
