package pmradar.feed.type;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pmradar.feed.Feed;
import pmradar.feed.FeedJson;
import pmradar.feed.LineFeed;
import pmradar.feed.Listing;
import pmradar.feed.Page;
import pmradar.feed.StatedDate;
import pmradar.feed.StatedPay;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// One recorded answer of ours: the bytes, the feed they are read as, and what must be read.
///
/// @param expectation `name.listings.json` beside `name.answer.*`
record TriedFeed(String type, Path answer, Path expectation) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    static TriedFeed of(Path answer) {
        var name = answer.getFileName().toString().replaceFirst("\\.answer\\..*", ".listings.json");
        return new TriedFeed(answer.getParent().getFileName().toString(), answer, answer.resolveSibling(name));
    }

    JsonNode expected() throws IOException {
        return Files.exists(expectation)
                ? FeedJson.mapper().readTree(Files.readString(expectation))
                : NODES.objectNode();
    }

    /// What is read, in the notation of the expectation.
    ObjectNode read() throws IOException {
        var given = given();
        var feed = feed();
        var page = page();
        var told = NODES.objectNode();
        if (!given.isMissingNode()) told.set("given", given);
        if (!(KnownTypes.named(type) instanceof LineFeed))
            told.put("first", KnownTypes.named(type).first(feed).uri().toString());
        told(page, told);
        var details = NODES.arrayNode();
        for (Page.Pending pending : page.pending()) {
            var rest = detail(pending);
            if (rest == null) continue;
            var detail = NODES.objectNode();
            told(rest, detail);
            details.add(detail);
        }
        if (!details.isEmpty()) told.set("details", details);
        return told;
    }

    /// All listings, with their details where these are recorded too.
    List<Listing> listings() throws IOException {
        var page = page();
        var listings = new ArrayList<>(page.listings());
        for (Page.Pending pending : page.pending()) {
            var rest = detail(pending);
            if (rest != null) listings.addAll(rest.listings());
            else if (pending.stub().title() != null) listings.add(pending.stub());
        }
        return listings;
    }

    private JsonNode given() throws IOException {
        return expected().path("given");
    }

    private Feed feed() throws IOException {
        var given = given();
        var options = new HashMap<String, String>();
        given.path("options")
                .properties()
                .forEach(each -> options.put(each.getKey(), each.getValue().asString()));
        var at = given.path("at").asString("https://jobs.example.org/");
        return KnownTypes.feed(type, at, FeedJson.text(given, "company"), options);
    }

    private Page page() throws IOException {
        var uri = given().path("uri").asString("https://jobs.example.org/");
        return KnownTypes.named(type).parse(feed(), KnownTypes.answer(uri, Files.readAllBytes(answer)));
    }

    private @Nullable Page detail(Page.Pending pending) throws IOException {
        var file = given().path("details").path(pending.stub().externalId()).asString("");
        if (file.isEmpty()) return null;
        var bytes = Files.readAllBytes(answer.resolveSibling(file));
        var uri = pending.request().uri().toString();
        return KnownTypes.named(type).follow(feed(), pending, KnownTypes.answer(uri, bytes));
    }

    private static void told(Page page, ObjectNode told) {
        told.put("complete", page.complete());
        var next = page.next();
        if (next != null) told.put("next", next.uri() + (next.body() == null ? "" : " " + next.body()));
        if (!page.unreadable().isEmpty()) {
            var list = told.putArray("unreadable");
            page.unreadable().forEach(each -> list.add(each.where() + ": " + each.reason()));
        }
        var listings = told.putArray("listings");
        page.listings().forEach(each -> listings.add(told(each)));
        if (page.pending().isEmpty()) return;
        var pending = told.putArray("pending");
        page.pending()
                .forEach(each -> pending.add(
                        told(each.stub()).put("request", each.request().uri().toString())));
    }

    static ObjectNode told(Listing listing) {
        var told = NODES.objectNode();
        told.put("id", listing.externalId());
        put(told, "title", listing.title());
        put(told, "company", listing.company());
        put(told, "locations", listing.where().locations());
        var workplace = listing.where().workplace();
        put(told, "workplace", workplace == null ? null : workplace.name());
        put(told, "eligible", listing.where().eligible());
        put(told, "url", listing.links().url());
        put(told, "apply", listing.links().applyUrl());
        put(told, "posted", listing.dates().posted());
        put(told, "updated", listing.dates().updated());
        put(told, "closes", listing.dates().closes());
        put(told, "employment", listing.terms().employmentType());
        put(told, "pay", listing.terms().pay());
        put(told, "department", listing.terms().department());
        put(told, "requisition", listing.terms().requisition());
        put(told, "language", listing.terms().language());
        put(told, "html", listing.body().html());
        put(told, "text", listing.body().text());
        return told;
    }

    private static void put(ObjectNode told, String name, @Nullable String value) {
        if (value != null) told.put(name, value);
    }

    private static void put(ObjectNode told, String name, List<String> values) {
        if (values.isEmpty()) return;
        ArrayNode list = told.putArray(name);
        values.forEach(list::add);
    }

    private static void put(ObjectNode told, String name, @Nullable StatedDate date) {
        if (date == null) return;
        var at = date.at().toString();
        told.put(name, date.dayOnly() ? at.substring(0, 10) : at);
    }

    private static void put(ObjectNode told, String name, @Nullable StatedPay pay) {
        if (pay == null) return;
        told.put(
                name,
                "%s - %s %s per %s"
                        .formatted(
                                pay.min() == null ? "?" : pay.min().toPlainString(),
                                pay.max() == null ? "?" : pay.max().toPlainString(),
                                pay.currency() == null ? "?" : pay.currency(),
                                pay.period() == null ? "?" : pay.period()));
    }

    static String pretty(JsonNode node) {
        return FeedJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(node);
    }

    void write() throws IOException {
        Files.write(expectation, (pretty(read()) + "\n").getBytes(UTF_8));
    }
}
