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
import pmradar.feed.Listing.Terms;
import pmradar.feed.Listing.Where;
import pmradar.feed.Located;
import pmradar.feed.Page;
import pmradar.feed.Workplace;

/// Breezy HR career sites. `at` is the company, as in `acme.breezy.hr`, or its own domain. The text of a position is on
/// its
/// page, as schema.org markup.
///
/// Source: the list of open positions that each site offers at `/json`.
@Component
class BreezyBoard implements FeedType {

    @Override
    public String name() {
        return "breezy";
    }

    @Override
    public Optional<Located> locate(URI address) {
        return Address.of(address).boardBelow("breezy.hr");
    }

    @Override
    public Optional<Located> locate(Answer answer) {
        return Address.marked(answer, "assets-cdn.breezy.hr", "gallery-cdn.breezy.hr", "attachments-cdn.breezy.hr");
    }

    @Override
    public FeedRequest first(Feed feed) {
        return FeedRequest.get("https://%s/json".formatted(At.host(feed, "breezy.hr")));
    }

    @Override
    public Page parse(Feed feed, Answer answer) {
        JsonAnswer json = JsonAnswer.of(answer, "a Breezy site");
        JsonItem positions = json.list("list of positions", "", "positions");
        Harvest harvest = json.harvest(positions, position -> listing(feed, answer, position));
        boolean details = Details.wanted(feed, answer);
        for (JsonItem position : positions.each()) {
            String page = Link.of(answer.uri(), position.text("url"));
            if (details && page != null)
                harvest.detail(Ids.of(position.either("id", "friendly_id"), page), FeedRequest.get(page));
        }
        return harvest.whole();
    }

    @Override
    public Page follow(Feed feed, Page.Pending pending, Answer answer) {
        List<Listing> marked = JobPostingPage.read(feed, answer).window().listings();
        Listing stub = pending.stub();
        return Page.window(List.of(marked.isEmpty() ? stub : Details.joined(stub, marked.getFirst())), List.of());
    }

    private static Listing listing(Feed feed, Answer answer, JsonItem position) {
        String company = feed.company() == null ? position.text("company.name") : feed.company();
        return new Listing(
                Ids.of(position.either("id", "friendly_id", "url")),
                Line.of(position.text("name")),
                Line.of(company),
                where(position),
                Link.pair(answer.uri(), position.text("url"), null),
                DateWords.dates(position.text("published_date"), null, null),
                BodyText.of(position.text("description")),
                new Terms(
                        EmploymentWords.of(position.either("type.name", "type.id", "type")),
                        PayText.of(position.text("salary")),
                        Line.of(position.text("department")),
                        null,
                        null));
    }

    private static Where where(JsonItem position) {
        Places places = Places.of(place(position.at("location")));
        for (JsonItem more : position.each("locations")) places.and(place(more));
        boolean remote = position.isTrue("location.is_remote") || position.isTrue("is_remote");
        return new Where(places.list(), remote ? Workplace.REMOTE : null, List.of());
    }

    /// State and country are objects on some sites and texts on others.
    private static @Nullable String place(JsonItem at) {
        if (!at.isObject()) return at.text();
        String joined =
                Places.joined(at.text("city"), at.either("state.name", "state"), at.either("country.name", "country"));
        return joined == null ? at.text("name") : joined;
    }
}
