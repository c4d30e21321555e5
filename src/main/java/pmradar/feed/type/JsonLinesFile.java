package pmradar.feed.type;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pmradar.feed.Answer;
import pmradar.feed.Feed;
import pmradar.feed.FeedJson;
import pmradar.feed.FeedRequest;
import pmradar.feed.LineFeed;
import pmradar.feed.Listing;
import pmradar.feed.Page;
import pmradar.feed.StatedPay;
import pmradar.feed.UnreadableFeed;
import tools.jackson.databind.JsonNode;

/// A file of JSON Lines, gzip or not: one posting per line, with `id`, `title`, `company`, `location` or `locations`,
/// `country`, `description`, `description_format` (`html` or `text`), `salary_raw`, `employment_type`, `posted_at`,
/// `url`. `at:` is its path. This is how archives are imported.
@Component
class JsonLinesFile implements LineFeed {

    @Override
    public String name() {
        return "file";
    }

    @Override
    public FeedRequest first(Feed feed) {
        try {
            return FeedRequest.get(Path.of(feed.at()).toAbsolutePath().toUri());
        } catch (InvalidPathException noPath) {
            throw new UnreadableFeed("'%s' is not the path of a file.".formatted(feed.at()), noPath);
        }
    }

    @Override
    public Page parse(Feed feed, Answer answer) {
        var listings = new ArrayList<Listing>();
        var unreadable = new ArrayList<Page.Unreadable>();
        var line = answer.header(FIRST_LINE).map(Long::parseLong).orElse(1L);
        for (var text : new String(answer.bytes(), StandardCharsets.UTF_8).split("\n", -1)) {
            var stripped = text.startsWith("\uFEFF") ? text.substring(1).strip() : text.strip();
            if (!stripped.isEmpty()) {
                read(feed, stripped, line, listings, unreadable);
            }
            line++;
        }
        return Page.whole(listings, unreadable);
    }

    private static void read(
            Feed feed, String text, long line, List<Listing> listings, List<Page.Unreadable> unreadable) {
        try {
            var node = FeedJson.tree(text);
            if (!node.isObject()) {
                throw new UnreadableFeed("This is not a JSON object.");
            }
            listings.add(listing(feed, node, line));
        } catch (UnreadableFeed broken) {
            unreadable.add(new Page.Unreadable("line " + line, broken.reason()));
        }
    }

    private static Listing listing(Feed feed, JsonNode node, long line) {
        var title = FeedJson.text(node, "title");
        var description = FeedJson.text(node, "description");
        if (title == null && description == null) {
            throw new UnreadableFeed("There is neither a title nor a description.");
        }
        var id = FeedJson.text(node, "id");
        var url = FeedJson.text(node, "url");
        var company = FeedJson.text(node, "company");
        return new Listing(
                id != null ? id : url != null ? url : "line-" + line,
                title,
                company != null ? company : feed.company(),
                new Listing.Where(locations(node), null, List.of()),
                new Listing.Links(url, null),
                new Listing.Dates(FeedJson.date(node, "posted_at"), null, null),
                body(node, description),
                new Listing.Terms(FeedJson.text(node, "employment_type"), pay(node), null, null, null));
    }

    /// The country is a place of its own where no location names it.
    private static List<String> locations(JsonNode node) {
        var places = new LinkedHashSet<String>();
        add(places, FeedJson.text(node, "location"));
        for (var place : node.path("locations")) {
            add(places, FeedJson.text(place));
        }
        var country = FeedJson.text(node, "country");
        if (country != null && places.isEmpty()) {
            places.add(country);
        } else if (country != null) {
            return places.stream()
                    .map(place -> named(place, country) ? place : place + ", " + country)
                    .toList();
        }
        return List.copyOf(places);
    }

    private static boolean named(String place, String country) {
        return place.equals(country) || place.endsWith(" " + country) || place.endsWith("," + country);
    }

    private static void add(LinkedHashSet<String> places, @Nullable String place) {
        if (place != null) {
            places.add(place);
        }
    }

    private static Listing.Body body(JsonNode node, @Nullable String description) {
        var html = "html".equalsIgnoreCase(FeedJson.text(node, "description_format"));
        return html ? new Listing.Body(description, null) : new Listing.Body(null, description);
    }

    private static @Nullable StatedPay pay(JsonNode node) {
        var raw = FeedJson.text(node, "salary_raw");
        return raw == null ? null : new StatedPay(null, null, null, null, raw);
    }
}
