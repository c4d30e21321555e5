package pmradar.feed.type;

import java.net.URI;
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
import pmradar.feed.StatedPay;

/// Jobicy, a board of remote jobs. `at` is a tag to search for (`project manager`), `all`, or an address of its API.
///
/// Source: Jobicy/remote-jobs-api; the cursor and the older names of the salary fields are read too.
@Component
class Jobicy implements FeedType {

    @Override
    public String name() {
        return "jobicy";
    }

    @Override
    public Optional<Located> locate(URI address) {
        var at = Address.of(address);
        if (!at.within("jobicy.com")) return Optional.empty();
        return Optional.of(Located.of(
                at.parameter("tag").or(() -> at.parameter("search_keywords")).orElse("all")));
    }

    @Override
    public FeedRequest first(Feed feed) {
        if (At.isUrl(feed)) return FeedRequest.get(At.url(feed));
        boolean every = feed.at().isBlank() || feed.at().equals("all");
        return FeedRequest.get(
                "https://jobicy.com/api/v2/remote-jobs?count=100" + (every ? "" : "&tag=" + At.step(feed.at())));
    }

    @Override
    public Page parse(Feed feed, Answer answer) {
        JsonAnswer json = JsonAnswer.of(answer, "Jobicy");
        JsonItem jobs = json.list("list of jobs", "jobs");
        String cursor = jobs.node().isEmpty() || json.root().isFalse("hasMore")
                ? null
                : json.root().text("nextCursor");
        FeedRequest next = cursor == null ? null : FeedRequest.get(Query.with(answer.uri(), "cursor", cursor));
        return json.harvest(jobs, Jobicy::listing).page(next, false);
    }

    private static Listing listing(JsonItem job) {
        String html = job.text("jobDescription");
        return new Listing(
                Ids.of(job.either("id", "url")),
                Line.of(job.text("jobTitle")),
                Line.of(job.text("companyName")),
                Regions.remote(job.texts("jobGeo")),
                Link.pair(job.text("url"), null),
                DateWords.dates(job.text("pubDate"), null, null),
                BodyText.of(html == null ? job.text("jobExcerpt") : html),
                new Terms(
                        EmploymentWords.of(job.texts("jobType")),
                        pay(job),
                        null,
                        null,
                        null,
                        Line.of(job.text("jobLevel"))));
    }

    private static @Nullable StatedPay pay(JsonItem job) {
        String currency = job.text("salaryCurrency");
        StatedPay stated = PayText.of(job.text("salaryMin"), job.text("salaryMax"), currency, job.text("salaryPeriod"));
        if (stated != null) return stated;
        return PayText.of(job.text("annualSalaryMin"), job.text("annualSalaryMax"), currency, "year");
    }
}
