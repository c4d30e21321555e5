package pmradar.feed.type;

import java.net.URI;
import java.util.List;
import java.util.Map;
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
import pmradar.feed.Workplace;

/// USAJOBS, the jobs of the government of the United States. `at` is what to search for (`project manager`); the
/// options
/// are `key` and `email`, the address that the key was given to.
///
/// Source: USAJOBS Search API.
@Component
class UsaJobs implements FeedType {
    private static final int LIMIT = 250;

    @Override
    public String name() {
        return "usajobs";
    }

    @Override
    public Optional<Located> locate(URI address) {
        var at = Address.of(address);
        if (!at.within("usajobs.gov")) return Optional.empty();
        var words = at.parameter("k").orElse("project manager");
        return Optional.of(Located.keyed(words, "USAJOBS", "key: [USAJOBS_KEY] and the option email"));
    }

    @Override
    public FeedRequest first(Feed feed) {
        var address = "https://data.usajobs.gov/api/search?Keyword=%s&ResultsPerPage=%d&Fields=Full&Page=1"
                .formatted(At.step(feed.at()), LIMIT);
        return new FeedRequest(
                URI.create(address),
                null,
                Map.of("Authorization-Key", At.required(feed, "key"), "User-Agent", At.required(feed, "email")));
    }

    @Override
    public Page parse(Feed feed, Answer answer) {
        JsonAnswer json = JsonAnswer.of(answer, "USAJOBS");
        JsonItem items = json.list("list of results", "SearchResult.SearchResultItems");
        int page = Query.number(answer.uri(), "Page", 1);
        boolean more = !items.node().isEmpty() && page < json.root().count("SearchResult.UserArea.NumberOfPages");
        return json.harvest(items, UsaJobs::listing)
                .page(more ? FeedRequest.get(Query.with(answer.uri(), "Page", page + 1)) : null, false);
    }

    private static Listing listing(JsonItem item) {
        JsonItem job = item.at("MatchedObjectDescriptor");
        String url = job.text("PositionURI");
        return new Listing(
                Ids.of(item.text("MatchedObjectId"), job.text("PositionID"), url),
                Line.of(job.text("PositionTitle")),
                Line.of(job.either("OrganizationName", "DepartmentName")),
                where(job),
                Link.pair(plain(url), plain(job.text("ApplyURI"))),
                DateWords.dates(job.text("PublicationStartDate"), null, job.text("ApplicationCloseDate")),
                body(job),
                new Terms(
                        EmploymentWords.of(job.text("PositionSchedule.Name")),
                        pay(job.at("PositionRemuneration")),
                        Line.of(job.text("DepartmentName")),
                        Line.of(job.text("PositionID")),
                        "en"));
    }

    /// Addresses name the port that needs no naming.
    private static @Nullable String plain(@Nullable String url) {
        return url == null ? null : url.replace(":443/", "/");
    }

    private static Where where(JsonItem job) {
        Places places = Places.of(job.texts("PositionLocation", "LocationName"));
        if (places.list().isEmpty()) places.and(job.text("PositionLocationDisplay"));
        boolean remote = job.isTrue("UserArea.Details.RemoteIndicator");
        return new Where(places.list(), remote ? Workplace.REMOTE : null, List.of());
    }

    private static Body body(JsonItem job) {
        JsonItem details = job.at("UserArea.Details");
        BodyText body = new BodyText().and(details.text("JobSummary"));
        body.and("Duties", String.join("\n\n", details.texts("MajorDuties")));
        body.and("Qualifications", job.text("QualificationSummary"));
        return body.and("Requirements", details.text("Requirements")).body();
    }

    private static @Nullable StatedPay pay(JsonItem range) {
        String period = PayText.period(range.text("RateIntervalCode")) == null
                ? range.text("Description")
                : range.text("RateIntervalCode");
        return PayText.of(range.text("MinimumRange"), range.text("MaximumRange"), "USD", period);
    }
}
