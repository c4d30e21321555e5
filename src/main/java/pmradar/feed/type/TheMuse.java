package pmradar.feed.type;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

/// The Muse, a board. `at` is a category (`Project Management`) or an address of its API; the option `key` is its API
/// key,
/// which it can do without.
///
/// Source: The Muse public API, jobs.
@Component
class TheMuse implements FeedType {
    /// Deeper pages are refused.
    private static final int MOST_PAGES = 99;

    @Override
    public String name() {
        return "themuse";
    }

    @Override
    public Optional<Located> locate(URI address) {
        var at = Address.of(address);
        if (!at.within("themuse.com")) return Optional.empty();
        return Optional.of(Located.of(at.parameter("category").orElse("Project Management")));
    }

    @Override
    public FeedRequest first(Feed feed) {
        if (At.isUrl(feed)) return FeedRequest.get(At.url(feed));
        String key = At.option(feed, "key");
        return FeedRequest.get("https://www.themuse.com/api/public/jobs?page=0&descending=true&category="
                + At.step(feed.at()) + (key == null ? "" : "&api_key=" + At.step(key)));
    }

    @Override
    public Page parse(Feed feed, Answer answer) {
        JsonAnswer json = JsonAnswer.of(answer, "The Muse");
        JsonItem jobs = json.list("list of jobs", "results", "jobs");
        int page = json.root().count("page");
        boolean more = !jobs.node().isEmpty()
                && page + 1 < Math.min(MOST_PAGES, json.root().count("page_count"));
        FeedRequest next = more ? FeedRequest.get(Query.with(answer.uri(), "page", page + 1)) : null;
        return json.harvest(jobs, TheMuse::listing).page(next, false);
    }

    private static Listing listing(JsonItem job) {
        String kind = job.text("type");
        return new Listing(
                Ids.of(job.either("id", "refs.landing_page")),
                Line.of(job.text("name")),
                Line.of(job.either("company.name", "company.short_name")),
                where(job),
                Link.pair(job.text("refs.landing_page"), null),
                DateWords.dates(job.text("publication_date"), null, null),
                BodyText.of(job.text("contents")),
                // The type is only ever "external".
                new Terms(
                        kind == null || kind.equals("external") ? null : EmploymentWords.of(kind),
                        null,
                        Line.of(job.text("categories.name")),
                        null,
                        null,
                        Line.of(job.text("levels.name"))));
    }

    private static Where where(JsonItem job) {
        List<String> places = job.texts("locations", "name");
        boolean remote =
                places.stream().anyMatch(place -> place.toLowerCase(Locale.ROOT).contains("remote"));
        List<String> real = places.stream()
                .filter(place -> !place.toLowerCase(Locale.ROOT).contains("flexible / remote"))
                .toList();
        boolean only = remote && real.isEmpty();
        return new Where(Places.of(only ? places : real).list(), only ? Workplace.REMOTE : null, List.of());
    }
}
