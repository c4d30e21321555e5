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

/// Ashby job boards. `at` is the board's name, as in `jobs.ashbyhq.com/acme`; it may hold spaces and dots.
///
/// Source: Ashby Job Postings API.
@Component
class AshbyBoard implements FeedType {

    @Override
    public String name() {
        return "ashby";
    }

    @Override
    public Optional<Located> locate(URI address) {
        var at = Address.of(address);
        return switch (at.host()) {
            case "jobs.ashbyhq.com" ->
                at.name(0, "_next", "api", "static", "embed").map(Located::board);
            case "api.ashbyhq.com" -> at.name(2).map(Located::board);
            default -> Optional.empty();
        };
    }

    @Override
    public FeedRequest first(Feed feed) {
        return FeedRequest.get(
                "https://api.ashbyhq.com/posting-api/job-board/%s?includeCompensation=true".formatted(At.step(feed)));
    }

    @Override
    public Page parse(Feed feed, Answer answer) {
        JsonAnswer json = JsonAnswer.of(answer, "an Ashby board");
        return json.harvest(json.list("list of jobs", "jobs", "results"), job -> listing(feed, job))
                .whole();
    }

    private static @Nullable Listing listing(Feed feed, JsonItem job) {
        if (job.isFalse("isListed")) return null;
        String html = job.text("descriptionHtml");
        return new Listing(
                Ids.of(job.text("id"), job.text("jobUrl")),
                Line.of(job.text("title")),
                Line.of(feed.company()),
                where(job),
                Link.pair(job.text("jobUrl"), job.text("applyUrl")),
                DateWords.dates(job.either("publishedAt", "publishedDate"), job.text("updatedAt"), null),
                html == null ? BodyText.of(job.text("descriptionPlain")) : new Body(html, null),
                terms(job));
    }

    /// `isRemote` is of no use: it is true for most hybrid jobs too.
    private static Where where(JsonItem job) {
        Places places = new Places().and(place(job));
        for (JsonItem second : job.each("secondaryLocations")) {
            String more = place(second);
            boolean known = more != null && places.list().stream().anyMatch(one -> one.startsWith(more + ","));
            if (!known) places.and(more);
        }
        return new Where(places.list(), WorkplaceWords.of(job.text("workplaceType")), List.of());
    }

    private static @Nullable String place(JsonItem at) {
        String written = at.isObject() ? at.either("location", "locationName") : at.text();
        JsonItem address = at.at("address.postalAddress");
        String joined = Places.joined(
                address.text("addressLocality"), address.text("addressRegion"), address.text("addressCountry"));
        // The address says more of the same place: "Graz" is "Graz, Styria, Austria".
        boolean fuller = written == null || joined != null && joined.startsWith(written + ",");
        return fuller ? joined : written;
    }

    private static Terms terms(JsonItem job) {
        // The numbers are sent although the employer withholds them.
        boolean withheld = job.isFalse("shouldDisplayCompensationOnJobPostings");
        return new Terms(
                EmploymentWords.of(job.text("employmentType")),
                withheld ? null : pay(job.at("compensation")),
                Line.of(job.either("department", "departmentName", "team", "teamName")),
                null,
                null);
    }

    private static @Nullable StatedPay pay(JsonItem compensation) {
        StatedPay summary = salary(compensation.each("summaryComponents"));
        if (summary != null) return summary;
        PayRange tiers = new PayRange();
        for (JsonItem tier : compensation.each("compensationTiers")) tiers.and(salary(tier.each("components")));
        // Some boards give the numbers in words only.
        StatedPay range = tiers.pay();
        return range == null ? PayText.of(compensation.text("scrapeableCompensationSalarySummary")) : range;
    }

    private static @Nullable StatedPay salary(List<JsonItem> components) {
        PayRange range = new PayRange();
        for (JsonItem each : components) {
            if (!"Salary".equalsIgnoreCase(each.text("compensationType"))) continue;
            range.and(PayText.of(
                    each.text("minValue"), each.text("maxValue"), each.text("currencyCode"), each.text("interval")));
        }
        return range.pay();
    }
}
