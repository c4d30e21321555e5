package pmradar.feed.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import pmradar.feed.FeedJson;
import pmradar.feed.Listing;
import pmradar.feed.Page;
import tools.jackson.databind.JsonNode;

/// Walks the recordings of real feeds outside the project: each is read without an error, its listings are as many as
/// its index counts, and the first titles agree.
class SharedRecordingsTest {
    /// Kinds of the index by the feed type that reads them. The other kinds are pages of systems that have no type.
    static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("rss2", "rss"),
            Map.entry("neogov_rss", "rss"),
            Map.entry("atom", "rss"),
            Map.entry("json_feed", "json-feed"),
            Map.entry("greenhouse", "greenhouse"),
            Map.entry("greenhouse_list", "greenhouse"),
            Map.entry("greenhouse_snapshots", "greenhouse"),
            Map.entry("lever", "lever"),
            Map.entry("ashby", "ashby"),
            Map.entry("jsonld_html", "jsonld"),
            Map.entry("workable", "workable"),
            Map.entry("smartrecruiters", "smartrecruiters"),
            Map.entry("recruitee", "recruitee"),
            Map.entry("personio", "personio"),
            Map.entry("teamtailor", "teamtailor"),
            Map.entry("workday", "workday"),
            Map.entry("bamboohr", "bamboohr"),
            Map.entry("breezy", "breezy"),
            Map.entry("pinpoint", "pinpoint"),
            Map.entry("rippling", "rippling"),
            Map.entry("oracle_orc", "oracle"),
            Map.entry("remotive_api", "remotive"),
            Map.entry("remoteok_api", "remoteok"),
            Map.entry("arbeitnow_api", "arbeitnow"),
            Map.entry("jobicy_api", "jobicy"),
            Map.entry("himalayas_api", "himalayas"),
            Map.entry("themuse_api", "themuse"),
            Map.entry("jobtech_jobsearch", "jobtech"),
            Map.entry("hn_hiring", "hn"),
            Map.entry("hrmdirect_html", "html"),
            Map.entry("icims_html", "html"),
            Map.entry("paylocity_html", "html"),
            Map.entry("civil_service_html", "html"));

    /// Where the number of listings differs from the index, and why.
    private static final Map<String, Difference> DIFFERENT = Map.of(
            "greenhouse_list/coupang.json",
            new Difference(646, "one is a prospect post: it collects people for no job in particular"));

    private record Difference(int listings, String reason) {}

    @TestFactory
    Stream<DynamicTest> readsEachRecording() throws IOException {
        return recordings().stream()
                .filter(each ->
                        TYPES.containsKey(each.kind()) && FeedTypes.byName().containsKey(TYPES.get(each.kind())))
                .map(each -> DynamicTest.dynamicTest(each.path(), () -> check(each)));
    }

    private static void check(Recording recording) throws IOException {
        List<Listing> listings = recording.listings();
        Difference difference = DIFFERENT.get(recording.path());
        assertThat(listings)
                .as(difference == null ? "as the index counts" : difference.reason())
                .hasSize(difference == null ? recording.postings() : difference.listings());
        List<String> titles =
                listings.stream().map(each -> String.valueOf(each.title())).toList();
        List<String> expected = recording.firstTitles();
        assertThat(titles.subList(0, Math.min(titles.size(), expected.size()))).isEqualTo(expected);
    }

    static List<Recording> recordings() throws IOException {
        var shared = System.getProperty("pmradar.shared");
        Path feeds = Path.of(shared == null ? "../shared/data" : shared).resolve("feeds");
        if (!Files.exists(feeds.resolve("index.json"))) {
            if ("true".equals(System.getenv("PMRADAR_REQUIRE_SHARED"))) throw new IOException("missing: " + feeds);
            System.out.println("Skipped: the shared recordings are not at " + feeds);
            Assumptions.abort("no shared recordings");
        }
        List<Recording> found = new ArrayList<>();
        for (JsonNode each : FeedJson.mapper()
                .readTree(Files.readString(feeds.resolve("index.json")))
                .path("files")) {
            found.add(new Recording(feeds.resolve(each.path("path").asString()), each));
        }
        return found;
    }

    record Recording(Path file, JsonNode index) {
        String path() {
            return index.path("path").asString();
        }

        String kind() {
            return index.path("kind").asString();
        }

        int postings() {
            return index.path("postings").asInt();
        }

        List<String> firstTitles() {
            return index.path("first_titles").values().stream()
                    .map(each -> String.valueOf(Line.of(each.asString())))
                    .toList();
        }

        List<Listing> listings() throws IOException {
            String type = String.valueOf(TYPES.get(kind()));
            Page page = FeedTypes.named(type)
                    .parse(FeedTypes.feed(type, at(type), null, Map.of()), FeedTypes.answer(Files.readAllBytes(file)));
            assertThat(page.unreadable()).as("listings that could not be read").isEmpty();
            return Stream.concat(
                            page.listings().stream(), page.pending().stream().map(Page.Pending::stub))
                    .toList();
        }

        private static String at(String type) {
            return List.of("rss", "jsonld", "json-feed").contains(type) ? "https://jobs.example.org/" : "acme";
        }
    }
}
