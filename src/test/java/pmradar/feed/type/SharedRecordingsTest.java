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
import pmradar.feed.UnreadableFeed;
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
            Map.entry("civil_service_html", "html"));

    /// Where the number of listings differs from the index, and why.
    private static final Map<String, Difference> DIFFERENT = Map.of(
            "greenhouse_list/coupang.json",
            new Difference(646, "one is a prospect post: it collects people for no job in particular"),
            "personio/careerkit_personio.xml",
            new Difference(1, "the same position twice, with one id"),
            "workable/careerkit_workable.json",
            new Difference(1, "one job in two countries, with one id: a job with two places"),
            "oracle_orc/careerkit_oracle_orc_detail.json",
            new Difference(1, "the index counts lists only; this is the answer of one job"),
            "civil_service_html/job_detail_page.html",
            new Difference(0, "the page of one job, which the selectors of the list do not fit"));

    /// Pages without markup are described by selectors, as the owner of such a feed would write them.
    private static final Map<String, Map<String, String>> SELECTORS = Map.of(
            "hrmdirect_html",
            Map.of(
                    "item",
                    "tr[data-req-id]",
                    "id",
                    "@data-req-id",
                    "title",
                    ".posTitle",
                    "link",
                    ".posTitle a",
                    "date",
                    "td:last-child",
                    "department",
                    ".departments"),
            "icims_html",
            Map.of(
                    "item",
                    ".iCIMS_JobCardItem",
                    "title",
                    "h3",
                    "link",
                    "a.iCIMS_Anchor",
                    "location",
                    ".left span:not(.field-label)"),
            "civil_service_html",
            Map.of(
                    "item",
                    "li.search-results-job-box",
                    "title",
                    "h3",
                    "id",
                    ".search-results-job-box-refcode",
                    "company",
                    ".search-results-job-box-department",
                    "location",
                    ".search-results-job-box-location",
                    "pay",
                    ".search-results-job-box-salary"));

    private record Difference(int listings, String reason) {}

    @TestFactory
    Stream<DynamicTest> readsEachRecording() throws IOException {
        return recordings().stream()
                .filter(each ->
                        TYPES.containsKey(each.kind()) && KnownTypes.byName().containsKey(TYPES.get(each.kind())))
                .map(each -> DynamicTest.dynamicTest(each.path(), () -> check(each)));
    }

    private static void check(Recording recording) throws IOException {
        List<Listing> listings = recording.listings();
        Difference difference = DIFFERENT.get(recording.path());
        assertThat(listings)
                .as(difference == null ? "as the index counts" : difference.reason())
                .hasSize(difference == null ? recording.postings() : difference.listings());
        // The title of an opening on Hacker News is a part of its first line; the index has the whole line, cut.
        if (listings.isEmpty() || recording.kind().equals("hn_hiring")) return;
        List<String> titles =
                listings.stream().map(each -> String.valueOf(each.title())).toList();
        List<String> expected = difference == null
                ? recording.firstTitles()
                : recording.firstTitles().stream().distinct().toList();
        if (!expected.isEmpty()) assertThat(titles).startsWith(expected.toArray(String[]::new));
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
            Page page = page();
            assertThat(page.unreadable()).as("listings that could not be read").isEmpty();
            return all(page);
        }

        Page page() throws IOException {
            String type = String.valueOf(TYPES.get(kind()));
            var feed = KnownTypes.feed(type, at(type), null, SELECTORS.getOrDefault(kind(), Map.of()));
            try {
                return KnownTypes.named(type).parse(feed, KnownTypes.answer(Files.readAllBytes(file)));
            } catch (UnreadableFeed e) {
                if (path().equals("civil_service_html/job_detail_page.html")) return Page.window(List.of(), List.of());
                throw e;
            }
        }

        static List<Listing> all(Page page) {
            return Stream.concat(
                            page.listings().stream(), page.pending().stream().map(Page.Pending::stub))
                    .toList();
        }

        private static String at(String type) {
            return List.of("rss", "jsonld", "json-feed", "html", "indeed-xml").contains(type)
                    ? "https://jobs.example.org/"
                    : "acme";
        }
    }
}
