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
import pmradar.feed.Workplace;

/// Workable career pages. `at` is the account, as in `apply.workable.com/acme`.
///
/// Source: Workable widget of an account, with details; field names as live answers give them.
@Component
class WorkableBoard implements FeedType {

    @Override
    public String name() {
        return "workable";
    }

    @Override
    public Optional<Located> locate(URI address) {
        var at = Address.of(address);
        if (at.at("apply.workable.com"))
            return at.name(at.step(0).equals("api") ? 4 : 0, "j", "static", "api")
                    .map(Located::board);
        if (at.at("www.workable.com") && at.step(0).equals("api"))
            return at.name(2).map(Located::board);
        return at.boardBelow("workable.com");
    }

    @Override
    public FeedRequest first(Feed feed) {
        return FeedRequest.get(
                "https://apply.workable.com/api/v1/widget/accounts/%s?details=true".formatted(At.step(feed)));
    }

    /// A job is listed once per place.
    @Override
    public Page parse(Feed feed, Answer answer) {
        JsonAnswer json = JsonAnswer.of(answer, "a Workable account");
        String company = feed.company() == null ? json.root().text("name") : feed.company();
        JsonItem jobs = json.list("list of jobs", "jobs", "results");
        return json.harvest(jobs, job -> listing(company, job))
                .page(null, json.root().text("nextPage") == null);
    }

    private static Listing listing(@Nullable String company, JsonItem job) {
        return new Listing(
                Ids.of(job.either("shortcode", "id", "url")),
                Line.of(job.text("title")),
                Line.of(company),
                where(job),
                Link.pair(job.either("url", "shortlink"), job.text("application_url")),
                DateWords.dates(job.either("published_on", "published", "created_at"), null, null),
                body(job),
                new Terms(
                        EmploymentWords.of(job.either("employment_type", "type")),
                        null,
                        Line.of(job.text("department")),
                        Line.of(job.text("code")),
                        job.text("language")));
    }

    private static Where where(JsonItem job) {
        Places places = new Places();
        List<JsonItem> locations = job.each("locations");
        for (JsonItem each : locations) {
            if (each.isTrue("hidden")) continue;
            places.and(Places.joined(each.text("city"), each.text("region"), each.either("country", "countryName")));
        }
        if (locations.isEmpty()) places.and(Places.joined(job.text("city"), job.text("state"), job.text("country")));
        boolean remote = job.isTrue("telecommuting") || job.isTrue("remote");
        Workplace stated = WorkplaceWords.of(job.text("workplace"));
        return new Where(places.list(), stated == null && remote ? Workplace.REMOTE : stated, List.of());
    }

    private static Body body(JsonItem job) {
        return new BodyText()
                .and(job.text("description"))
                .and("Requirements", job.text("requirements"))
                .and("Benefits", job.text("benefits"))
                .body();
    }
}
