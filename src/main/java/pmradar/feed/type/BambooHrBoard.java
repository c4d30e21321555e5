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
import pmradar.feed.UnreadableFeed;
import pmradar.feed.Workplace;

/// BambooHR career pages. `at` is the company, as in `acme.bamboohr.com`.
///
/// Source: the requests that the career page itself makes, `/careers/list` and `/careers/{id}/detail`.
@Component
class BambooHrBoard implements FeedType {

    @Override
    public String name() {
        return "bamboohr";
    }

    @Override
    public Optional<Located> locate(URI address) {
        return Address.of(address).boardBelow("bamboohr.com");
    }

    @Override
    public FeedRequest first(Feed feed) {
        return Details.json("https://%s/careers/list".formatted(At.host(feed, "bamboohr.com")));
    }

    @Override
    public Page parse(Feed feed, Answer answer) {
        JsonAnswer json = JsonAnswer.of(answer, "a BambooHR career page");
        JsonItem jobs = json.list("list of jobs", "result");
        Harvest harvest = json.harvest(jobs, job -> listing(feed, answer, job));
        boolean details = Details.wanted(feed, answer);
        for (JsonItem job : jobs.each()) {
            String id = job.text("id");
            String page = Link.of(answer.uri(), "/careers/" + id + "/detail");
            if (details && id != null && page != null) harvest.detail(Ids.of(id), Details.json(page));
        }
        String total = json.root().text("meta.totalCount");
        return harvest.page(
                null, total == null || total.equals(Integer.toString(jobs.node().size())));
    }

    @Override
    public Page follow(Feed feed, Page.Pending pending, Answer answer) {
        JsonItem opening = JsonAnswer.of(answer, "a BambooHR job").root().at("result.jobOpening");
        if (!opening.isObject()) throw new UnreadableFeed("The answer holds no BambooHR job.");
        return Page.window(List.of(Details.joined(pending.stub(), listing(feed, answer, opening))), List.of());
    }

    private static Listing listing(Feed feed, Answer answer, JsonItem job) {
        String id = job.text("id");
        String page = job.text("jobOpeningShareUrl");
        return new Listing(
                Ids.of(id, page),
                Line.of(job.text("jobOpeningName")),
                Line.of(feed.company()),
                where(job),
                Link.pair(answer.uri(), page == null ? "/careers/" + id : page, null),
                DateWords.dates(job.text("datePosted"), null, null),
                BodyText.of(job.text("description")),
                new Terms(
                        EmploymentWords.of(job.either("employmentStatusLabel", "employmentType")),
                        PayText.of(job.text("compensation")),
                        Line.of(job.text("departmentLabel")),
                        null,
                        null));
    }

    /// The country stands in the second of the two places only.
    private static Where where(JsonItem job) {
        JsonItem one = job.at("location");
        JsonItem other = job.at("atsLocation");
        String state = one.either("state", "addressRegion") == null
                ? other.either("state", "province")
                : one.either("state", "addressRegion");
        String city =
                one.either("city", "addressCity") == null ? other.text("city") : one.either("city", "addressCity");
        String country =
                other.text("country") == null ? one.either("addressCountry", "country") : other.text("country");
        return new Where(Places.of(Places.joined(city, state, country)).list(), workplace(job), List.of());
    }

    private static @Nullable Workplace workplace(JsonItem job) {
        String type = job.text("locationType");
        if ("0".equals(type)) return Workplace.ON_SITE;
        if ("1".equals(type)) return Workplace.REMOTE;
        if ("2".equals(type)) return Workplace.HYBRID;
        return job.isTrue("isRemote") ? Workplace.REMOTE : null;
    }
}
