package pmradar.feed.type;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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
import pmradar.feed.UnreadableFeed;

/// Personio job pages. `at` is the company, as in `acme.jobs.personio.de`, or the whole host; the option `language`
/// says
/// which texts are wanted (`en`).
///
/// Source: Personio, "XML feed of open positions".
@Component
class PersonioBoard implements FeedType {

    @Override
    public String name() {
        return "personio";
    }

    @Override
    public Optional<Located> locate(URI address) {
        var at = Address.of(address);
        return at.below("jobs.personio.de")
                .map(Located::board)
                .or(() -> at.below("jobs.personio.com").map(label -> Located.board(at.host())));
    }

    @Override
    public FeedRequest first(Feed feed) {
        return FeedRequest.get("https://%s/xml?language=%s"
                .formatted(At.host(feed, "jobs.personio.de"), At.step(At.option(feed, "language", "en"))));
    }

    @Override
    public Page parse(Feed feed, Answer answer) {
        XmlAnswer xml = XmlAnswer.of(answer, "a Personio feed");
        if (!xml.root().name().equals("workzag-jobs")) {
            throw new UnreadableFeed("The answer is XML but no Personio feed: its root element is <%s>."
                    .formatted(xml.root().name()));
        }
        return xml.harvest(xml.records(Set.of("position")), position -> listing(feed, answer, position))
                .whole();
    }

    private static Listing listing(Feed feed, Answer answer, XmlItem position) {
        String id = Ids.of(position.either("id"));
        String company = feed.company() == null ? position.either("subcompany") : feed.company();
        Places places = Places.of(position.either("office"));
        for (XmlItem more : position.each("additionaloffices")) places.and(more.texts("office"));
        return new Listing(
                id,
                Line.of(position.either("name")),
                Line.of(company),
                new Where(places.list(), null, List.of()),
                Link.pair(answer.uri(), "/job/" + At.step(id), null),
                DateWords.dates(position.either("createdat"), null, null),
                body(position),
                new Terms(
                        employment(position),
                        null,
                        Line.of(position.either("department", "recruitingcategory")),
                        null,
                        Query.value(answer.uri(), "language"),
                        Line.of(position.either("seniority"))));
    }

    private static Body body(XmlItem position) {
        BodyText body = new BodyText();
        for (XmlItem all : position.each("jobdescriptions")) {
            for (XmlItem each : all.each("jobdescription"))
                body.and(Line.of(each.either("name")), each.either("value"));
        }
        return body.body();
    }

    /// "permanent" says nothing about hours: then the schedule decides.
    private static @Nullable String employment(XmlItem position) {
        String type = position.either("employmenttype");
        String schedule = position.either("schedule");
        boolean isKind = type != null && !type.toLowerCase(Locale.ROOT).startsWith("permanent");
        return isKind || schedule == null ? EmploymentWords.of(type) : EmploymentWords.of(schedule);
    }
}
