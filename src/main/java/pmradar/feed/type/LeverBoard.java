package pmradar.feed.type;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pmradar.feed.Answer;
import pmradar.feed.Feed;
import pmradar.feed.FeedRequest;
import pmradar.feed.FeedType;
import pmradar.feed.Listing;
import pmradar.feed.Listing.Body;
import pmradar.feed.Listing.Terms;
import pmradar.feed.Listing.Where;
import pmradar.feed.Located;
import pmradar.feed.Page;
import pmradar.feed.StatedPay;

/// Lever job sites. `at` is the site, as in `jobs.lever.co/acme`; the option `region: eu` is for `jobs.eu.lever.co`.
///
/// Source: lever/postings-api.
@Component
class LeverBoard implements FeedType {

    @Override
    public String name() {
        return "lever";
    }

    @Override
    public Optional<Located> locate(URI address) {
        var at = Address.of(address);
        var name = switch (at.host()) {
            case "jobs.lever.co", "jobs.eu.lever.co" -> at.name(0);
            case "api.lever.co", "api.eu.lever.co" -> at.name(2);
            default -> Optional.<String>empty();
        };
        return name.map(Located::board).map(board -> at.host().contains(".eu.") ? board.with("region", "eu") : board);
    }

    @Override
    public FeedRequest first(Feed feed) {
        String host = "eu".equalsIgnoreCase(At.option(feed, "region")) ? "api.eu.lever.co" : "api.lever.co";
        // Without mode=json Lever answers HTML; without a limit it gives the whole list.
        return FeedRequest.get("https://%s/v0/postings/%s?mode=json".formatted(host, At.step(feed)));
    }

    @Override
    public Page parse(Feed feed, Answer answer) {
        JsonAnswer json = JsonAnswer.of(answer, "a Lever site");
        return json.harvest(json.list("list of postings", "", "data", "postings"), posting -> listing(feed, posting))
                .whole();
    }

    private static Listing listing(Feed feed, JsonItem posting) {
        return new Listing(
                Ids.of(posting.text("id"), posting.text("hostedUrl")),
                Line.of(posting.text("text")),
                Line.of(feed.company()),
                where(posting),
                Link.pair(posting.text("hostedUrl"), posting.text("applyUrl")),
                DateWords.dates(posting.text("createdAt"), posting.text("updatedAt"), null),
                body(posting),
                terms(posting));
    }

    private static Where where(JsonItem posting) {
        Places places = Places.of(posting.text("categories.location")).and(posting.texts("categories.allLocations"));
        if (places.list().isEmpty()) places.and(posting.text("country"));
        return new Where(places.list(), WorkplaceWords.of(posting.text("workplaceType")), List.of());
    }

    private static Body body(JsonItem posting) {
        BodyText body = new BodyText().and(posting.either("description", "descriptionPlain", "descriptionBody"));
        for (JsonItem list : posting.each("lists")) {
            String items = list.text("content");
            boolean bare = items != null && items.startsWith("<li");
            body.and(Line.of(list.text("text")), bare ? "<ul>" + items + "</ul>" : items);
        }
        return body.and(posting.either("additional", "additionalPlain")).body();
    }

    private static Terms terms(JsonItem posting) {
        return new Terms(
                EmploymentWords.of(posting.text("categories.commitment")),
                pay(posting),
                Line.of(posting.either("categories.department", "categories.team")),
                null,
                null);
    }

    private static @Nullable StatedPay pay(JsonItem posting) {
        JsonItem range = posting.at("salaryRange");
        StatedPay pay =
                PayText.of(range.text("min"), range.text("max"), range.text("currency"), range.text("interval"));
        return pay == null ? PayText.of(posting.text("salaryDescriptionPlain")) : pay;
    }
}
