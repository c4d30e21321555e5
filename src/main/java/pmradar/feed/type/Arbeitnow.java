package pmradar.feed.type;

import java.net.URI;
import java.util.List;
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

/// Arbeitnow, a board with many jobs in Germany. `at` is `all` or an address of its API.
///
/// Source: arbeitnow.com job board API.
@Component
class Arbeitnow implements FeedType {

    @Override
    public String name() {
        return "arbeitnow";
    }

    @Override
    public Optional<Located> locate(URI address) {
        return Address.of(address).within("arbeitnow.com") ? Optional.of(Located.of("all")) : Optional.empty();
    }

    @Override
    public FeedRequest first(Feed feed) {
        return FeedRequest.get(
                At.isUrl(feed) ? At.url(feed).toString() : "https://www.arbeitnow.com/api/job-board-api");
    }

    @Override
    public Page parse(Feed feed, Answer answer) {
        JsonAnswer json = JsonAnswer.of(answer, "Arbeitnow");
        JsonItem jobs = json.list("list of jobs", "data");
        String next =
                jobs.node().isEmpty() ? null : Link.of(answer.uri(), json.root().text("links.next"));
        return json.harvest(jobs, Arbeitnow::listing).page(next == null ? null : FeedRequest.get(next), false);
    }

    private static Listing listing(JsonItem job) {
        return new Listing(
                Ids.of(job.either("slug", "url")),
                Line.of(job.text("title")),
                Line.of(job.text("company_name")),
                new Where(
                        Places.of(job.text("location")).list(),
                        job.isTrue("remote") ? Workplace.REMOTE : null,
                        List.of()),
                Link.pair(job.text("url"), null),
                DateWords.dates(job.text("created_at"), null, null),
                BodyText.of(job.text("description")),
                new Terms(EmploymentWords.only(job.texts("job_types")), null, null, null, null));
    }
}
