package pmradar.feed.type;

import java.net.URI;
import java.util.ArrayList;
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
import pmradar.feed.Located;
import pmradar.feed.Page;

/// Himalayas, a board of remote jobs. `at` is what to search for (`project manager`), or an address of its API.
///
/// Source: himalayas.app/jobs/api; a page holds 20 jobs at most, a search ends after 5,000, and the cursor is opaque.
@Component
class Himalayas implements FeedType {
    private static final int MOST_PAGES = 25;

    @Override
    public String name() {
        return "himalayas";
    }

    @Override
    public Optional<Located> locate(URI address) {
        var at = Address.of(address);
        if (!at.within("himalayas.app")) return Optional.empty();
        return Optional.of(Located.of(at.parameter("q").orElse("project manager")));
    }

    @Override
    public FeedRequest first(Feed feed) {
        if (At.isUrl(feed)) return FeedRequest.get(At.url(feed));
        return FeedRequest.get(
                "https://himalayas.app/jobs/api/search?q=%s&sort=recent&page=1".formatted(At.step(feed.at())));
    }

    @Override
    public Page parse(Feed feed, Answer answer) {
        JsonAnswer json = JsonAnswer.of(answer, "Himalayas");
        JsonItem jobs = json.list("list of jobs", "jobs", "results", "data");
        return json.harvest(jobs, Himalayas::listing).page(next(json.root(), jobs, answer), false);
    }

    private static @Nullable FeedRequest next(JsonItem root, JsonItem jobs, Answer answer) {
        if (jobs.node().isEmpty()) return null;
        String cursor = root.either("nextCursor", "meta.nextCursor");
        if (cursor != null) return FeedRequest.get(Query.with(answer.uri(), "cursor", cursor));
        int page = Query.number(answer.uri(), "page", 0);
        boolean more = page > 0 && page < MOST_PAGES && page * 20 < root.count("totalCount");
        return more ? FeedRequest.get(Query.with(answer.uri(), "page", page + 1)) : null;
    }

    private static Listing listing(JsonItem job) {
        String html = job.text("description");
        return new Listing(
                Ids.of(job.either("guid", "id", "applicationLink")),
                Line.of(job.text("title")),
                Line.of(job.text("companyName")),
                Regions.remote(regions(job)),
                Link.pair(job.either("guid", "applicationLink"), job.text("applicationLink")),
                DateWords.dates(job.text("pubDate"), null, job.text("expiryDate")),
                BodyText.of(html == null ? job.text("excerpt") : html),
                new Terms(
                        EmploymentWords.of(job.text("employmentType")),
                        PayText.of(
                                job.text("minSalary"),
                                job.text("maxSalary"),
                                job.text("currency"),
                                job.text("salaryPeriod")),
                        Line.of(job.text("parentCategories")),
                        null,
                        null,
                        Line.of(job.text("seniority"))));
    }

    /// No restriction means worldwide.
    private static List<String> regions(JsonItem job) {
        List<String> regions = new ArrayList<>(job.texts("locationRestrictions", "name"));
        if (regions.isEmpty() && job.node().has("locationRestrictions")) regions.add("Worldwide");
        return regions;
    }
}
