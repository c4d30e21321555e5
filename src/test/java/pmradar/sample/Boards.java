package pmradar.sample;

import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// Generated postings as feeds for tests that start a server of their own.
public final class Boards {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Boards() {}

    /// A JSON Feed of `count` different project-management postings; titles carry a number, so that each can be found.
    public static String jsonFeed(int count) {
        var feed = JSON.createObjectNode()
                .put("version", "https://jsonfeed.org/version/1.1")
                .put("title", "Test board");
        var items = feed.putArray("items");
        for (var posting : different(count)) {
            items.addObject()
                    .put("id", posting.id())
                    .put("url", "https://board.example/" + posting.id())
                    .put("title", title(posting))
                    .put("content_html", posting.html())
                    .put("date_published", "2026-11-01T08:00:00Z")
                    .putObject("_jobposting")
                    .put("@type", "JobPosting")
                    .putObject("hiringOrganization")
                    .put("name", posting.employer());
        }
        return feed.toString();
    }

    /// The titles of [#jsonFeed], in its order.
    public static List<String> titles(int count) {
        return different(count).stream().map(Boards::title).toList();
    }

    /// JSON Lines as the `classify` command reads them.
    public static String jsonLines(int count) {
        return different(count).stream()
                .map(posting -> JSON.createObjectNode()
                        .put("id", posting.id())
                        .put("title", title(posting))
                        .put("company", posting.employer())
                        .put("description", posting.html())
                        .put("description_format", "html")
                        .toString())
                .collect(Collectors.joining("\n"));
    }

    private static String title(GeneratedPosting posting) {
        return "%s number %d".formatted(posting.title(), posting.number());
    }

    private static List<GeneratedPosting> different(int count) {
        return new PostingGenerator(7, 0)
                .stream(count * 2L)
                        .filter(posting -> posting.kind() != GeneratedPosting.Kind.OFF_TOPIC)
                        .limit(count)
                        .toList();
    }
}
