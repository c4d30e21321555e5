package pmradar.feed.type;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

/// Rippling job boards. `at` is the board, as in `ats.rippling.com/acme/jobs`.
///
/// Source: Rippling ATS board API, list and single job. The list repeats a job once per place.
@Component
class RipplingBoard implements FeedType {
    private static final Pattern SLUG = Pattern.compile("/board/([^/?#]+)/jobs");

    @Override
    public String name() {
        return "rippling";
    }

    @Override
    public Optional<Located> locate(URI address) {
        var at = Address.of(address);
        if (at.at("api.rippling.com")) return at.name(5).map(Located::board);
        if (!at.at("ats.rippling.com", "ats.us1.rippling.com")) return Optional.empty();
        var localised = at.step(0).matches("[a-z]{2}-[A-Z]{2}");
        return at.name(localised ? 1 : 0, "_next", "api", "embed").map(Located::board);
    }

    @Override
    public FeedRequest first(Feed feed) {
        return FeedRequest.get("https://api.rippling.com/platform/api/ats/v1/board/%s/jobs".formatted(At.step(feed)));
    }

    @Override
    public Page parse(Feed feed, Answer answer) {
        JsonAnswer json = JsonAnswer.of(answer, "a Rippling board");
        JsonItem jobs = json.list("list of jobs", "", "items", "results");
        Harvest harvest = json.harvest(jobs, job -> listing(feed, job));
        String slug = slug(answer.uri());
        if (slug != null && Details.wanted(feed, answer)) {
            for (JsonItem job : jobs.each()) {
                String id = job.either("uuid", "id");
                if (id != null) harvest.detail(Ids.of(id), FeedRequest.get(detail(slug, id)));
            }
        }
        return harvest.page(null, json.root().node().isArray());
    }

    private static @Nullable String slug(URI uri) {
        Matcher found = SLUG.matcher(uri.toString());
        return found.find() ? found.group(1) : null;
    }

    private static String detail(String slug, String id) {
        return "https://api.rippling.com/platform/api/ats/v1/board/%s/jobs/%s".formatted(slug, At.step(id));
    }

    @Override
    public Page follow(Feed feed, Page.Pending pending, Answer answer) {
        JsonItem job = JsonAnswer.of(answer, "a Rippling job").root();
        return Page.window(List.of(Details.joined(pending.stub(), listing(feed, job))), List.of());
    }

    private static Listing listing(Feed feed, JsonItem job) {
        String company = feed.company() == null ? job.text("companyName") : feed.company();
        return new Listing(
                Ids.of(job.either("uuid", "id")),
                Line.of(job.either("name", "title")),
                Line.of(company),
                where(job),
                Link.pair(job.text("url"), job.text("applyUrl")),
                DateWords.dates(job.text("createdOn"), null, null),
                body(job.at("description")),
                new Terms(
                        // The label is the code for machines, the id the words for people.
                        EmploymentWords.of(job.either("employmentType.label", "employmentType.id", "employmentType")),
                        pay(job),
                        Line.of(job.either("department.name", "department.label", "department.base_department")),
                        null,
                        null));
    }

    private static Where where(JsonItem job) {
        Places places =
                Places.of(job.either("workLocation.label", "workLocation")).and(job.texts("workLocations", "label"));
        Workplace stated = null;
        for (JsonItem each : job.each("locations")) {
            places.and(each.isObject() ? each.either("name", "label") : each.text());
            if (stated == null) stated = WorkplaceWords.of(each.isObject() ? each.text("workplaceType") : null);
        }
        return new Where(places.list(), stated, List.of());
    }

    private static Body body(JsonItem description) {
        if (!description.isObject()) return BodyText.of(description.text());
        return new BodyText()
                .and(description.text("company"))
                .and(description.text("role"))
                .body();
    }

    private static @Nullable StatedPay pay(JsonItem job) {
        PayRange range = new PayRange();
        for (JsonItem each : job.each("payRangeDetails")) {
            range.and(PayText.of(
                    each.text("rangeStart"), each.text("rangeEnd"), each.text("currency"), each.text("frequency")));
        }
        return range.pay();
    }
}
