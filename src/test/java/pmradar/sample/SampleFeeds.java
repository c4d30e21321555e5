package pmradar.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Writes the shipped sample feeds, each in the shape of its type. Dates are tokens such as `{{iso:-12d}}`: the feed
/// room
/// puts a date relative to now in their place.
final class SampleFeeds {
    static final long SEED = 41;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LISTINGS = 360;
    private static final double REPEATS = 0.18;

    private SampleFeeds() {}

    /// Renews the files. The one argument is their folder, `config/sample`.
    public static void main(String[] args) throws IOException {
        for (var file : files().entrySet()) Files.writeString(Path.of(args[0], file.getKey()), file.getValue());
    }

    /// File name → content.
    static Map<String, String> files() {
        var shares = new LinkedHashMap<String, List<GeneratedPosting>>();
        for (var name : List.of("rss", "json-feed", "greenhouse", "lever", "file")) shares.put(name, new ArrayList<>());
        new PostingGenerator(SEED, REPEATS)
                .stream(LISTINGS).forEach(posting -> shares.get(share(posting)).add(posting));
        var files = new LinkedHashMap<String, String>();
        files.put("harbour-jobs.rss.xml", rss(shares.get("rss")));
        files.put("open-desk.feed.json", jsonFeed(shares.get("json-feed")));
        files.put("larkfield.greenhouse.json", greenhouse(shares.get("greenhouse")));
        files.put("redfern.lever.json", lever(shares.get("lever")));
        files.put("archive.jsonl", jsonLines(shares.get("file")));
        return files;
    }

    /// Boards of one employer take a fifth; a repeat often turns up on another board than its original.
    private static String share(GeneratedPosting posting) {
        return switch ((int) (posting.number() % 10)) {
            case 0, 1, 2 -> "rss";
            case 3, 4, 5 -> "json-feed";
            case 6 -> "greenhouse";
            case 7 -> "lever";
            default -> "file";
        };
    }

    private static String rss(List<GeneratedPosting> postings) {
        return postings.stream().map(SampleFeeds::rssItem).collect(Collectors.joining("", """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <rss version="2.0" xmlns:job_listing="https://harbour-jobs.example"><channel>
                        <title>Harbour Jobs (sample)</title><link>https://harbour-jobs.example/</link>
                        <description>Invented postings</description>
                        """, "</channel></rss>\n"));
    }

    private static String rssItem(GeneratedPosting posting) {
        return """
                <item><title>%s</title><link>https://harbour-jobs.example/jobs/%s</link><guid isPermaLink="false">%s</guid>\
                <pubDate>{{rfc822:%s}}</pubDate><job_listing:company>%s</job_listing:company>\
                <job_listing:location>%s</job_listing:location><job_listing:job_type>%s</job_listing:job_type>\
                <description><![CDATA[%s]]></description></item>
                """.formatted(
                        xml(posting.title()),
                        posting.id(),
                        posting.id(),
                        ago(posting.age()),
                        xml(posting.employer()),
                        xml(String.join("; ", places(posting))),
                        posting.employment().replace('_', ' ').toLowerCase(),
                        posting.html() + payLine(posting));
    }

    private static String jsonFeed(List<GeneratedPosting> postings) {
        var feed = JSON.createObjectNode()
                .put("version", "https://jsonfeed.org/version/1.1")
                .put("title", "Open Desk (sample)")
                .put("home_page_url", "https://open-desk.example/");
        var items = feed.putArray("items");
        for (var posting : postings) {
            var item = items.addObject()
                    .put("id", posting.id())
                    .put("url", "https://open-desk.example/" + posting.id())
                    .put("title", posting.title())
                    .put("content_html", posting.html())
                    .put("date_published", "{{iso:%s}}".formatted(ago(posting.age())))
                    .put("language", posting.language());
            jobPosting(posting, item.putObject("_jobposting"));
        }
        return pretty(feed);
    }

    private static void jobPosting(GeneratedPosting posting, ObjectNode job) {
        job.put("@type", "JobPosting")
                .put("title", posting.title())
                .put("datePosted", "{{iso:%s}}".formatted(ago(posting.age())))
                .put("employmentType", posting.employment());
        posting.closes().ifPresent(closes -> job.put("validThrough", "{{iso:%s}}".formatted(token(closes))));
        job.putObject("hiringOrganization").put("@type", "Organization").put("name", posting.employer());
        var places = job.putArray("jobLocation");
        for (var place : posting.places())
            places.addObject().put("@type", "Place").put("address", place);
        if (posting.workplace() == GeneratedPosting.Workplace.REMOTE) job.put("jobLocationType", "TELECOMMUTE");
        posting.pay()
                .ifPresent(pay -> job.putObject("baseSalary")
                        .put("@type", "MonetaryAmount")
                        .put("currency", pay.currency())
                        .putObject("value")
                        .put("minValue", pay.min())
                        .put("maxValue", pay.max())
                        .put("unitText", pay.period().toUpperCase()));
    }

    private static String greenhouse(List<GeneratedPosting> postings) {
        var board = JSON.createObjectNode();
        var jobs = board.putArray("jobs");
        for (var posting : postings) {
            var job = jobs.addObject()
                    .put("id", 7_000_000 + posting.number())
                    .put("internal_job_id", 9_000_000 + posting.original())
                    .put("title", posting.title())
                    .put("company_name", "Larkfield Systems")
                    .put("absolute_url", "https://larkfield.example/jobs/" + posting.id())
                    .put("first_published", "{{iso:%s}}".formatted(ago(posting.age())))
                    .put("updated_at", "{{iso:%s}}".formatted(ago(posting.age())))
                    .put("requisition_id", "R-" + posting.original())
                    .put("content", xml(as(posting, "Larkfield Systems").html() + payLine(posting)));
            job.putObject("location").put("name", String.join("; ", places(posting)));
            job.putArray("departments").addObject().put("name", "Delivery");
        }
        board.putObject("meta").put("total", postings.size());
        return pretty(board);
    }

    private static String lever(List<GeneratedPosting> postings) {
        var site = JSON.createArrayNode();
        for (var posting : postings) {
            var job = site.addObject()
                    .put("id", posting.id())
                    .put("text", posting.title())
                    .put("hostedUrl", "https://redfern.example/" + posting.id())
                    .put("applyUrl", "https://redfern.example/" + posting.id() + "/apply")
                    .put("createdAt", "{{ms:%s}}".formatted(ago(posting.age())))
                    .put("workplaceType", posting.workplace().name().toLowerCase())
                    .put("description", as(posting, "Redfern Energy").html());
            var categories = job.putObject("categories")
                    .put("location", posting.places().getFirst())
                    .put("commitment", posting.employment().equals("FULL_TIME") ? "Full-time" : "Contract")
                    .put("team", "Programmes");
            posting.places().forEach(categories.putArray("allLocations")::add);
            posting.pay()
                    .ifPresent(pay -> job.putObject("salaryRange")
                            .put("min", pay.min())
                            .put("max", pay.max())
                            .put("currency", pay.currency())
                            .put("interval", pay.period().equals("year") ? "per-year-salary" : "per-hour-wage"));
        }
        // The token stands for a number, so it must not be a JSON string.
        return pretty(site).replaceAll("\"(\\{\\{ms:[^}]*}})\"", "$1");
    }

    private static String jsonLines(List<GeneratedPosting> postings) {
        return postings.stream()
                .map(posting -> JSON.createObjectNode()
                        .put("id", posting.id())
                        .put("title", posting.title())
                        .put("company", posting.employer())
                        .put("location", String.join("; ", places(posting)))
                        .put("description", posting.text())
                        .put("description_format", "text")
                        .put("employment_type", posting.employment())
                        .put("posted_at", "{{iso:%s}}".formatted(ago(posting.age())))
                        .put("url", "https://archive.example/" + posting.id())
                        .put("salary_raw", posting.pay().map(SampleFeeds::words).orElse(null))
                        .toString())
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static List<String> places(GeneratedPosting posting) {
        var note = switch (posting.workplace()) {
            case REMOTE -> "Remote, ";
            case HYBRID -> "Hybrid, ";
            case ONSITE -> "";
        };
        return posting.places().stream().map(place -> note + place).toList();
    }

    /// The same posting in the name of a board's one employer.
    private static GeneratedPosting as(GeneratedPosting posting, String employer) {
        var sections = posting.sections().stream()
                .map(section -> new GeneratedPosting.Section(
                        section.heading().replace(posting.employer(), employer),
                        section.lines().stream()
                                .map(line -> line.replace(posting.employer(), employer))
                                .toList(),
                        section.list()))
                .toList();
        return new GeneratedPosting(
                posting.number(),
                posting.original(),
                posting.kind(),
                posting.language(),
                posting.industry(),
                posting.title(),
                employer,
                posting.places(),
                posting.workplace(),
                posting.pay(),
                posting.employment(),
                sections,
                posting.age(),
                posting.closes(),
                posting.asks());
    }

    private static String payLine(GeneratedPosting posting) {
        return posting.pay().map(pay -> "<p>" + words(pay) + "</p>").orElse("");
    }

    private static String words(GeneratedPosting.Pay pay) {
        return "%s %,d - %,d per %s".formatted(pay.currency(), pay.min(), pay.max(), pay.period());
    }

    private static String ago(Duration age) {
        return token(age.negated());
    }

    /// `-12d-5h`.
    private static String token(Duration fromNow) {
        var length = fromNow.abs();
        var sign = fromNow.isNegative() ? "-" : "+";
        return "%s%dd%s%dh".formatted(sign, length.toDays(), sign, length.toHoursPart());
    }

    private static String xml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String pretty(tools.jackson.databind.JsonNode node) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n";
    }
}
