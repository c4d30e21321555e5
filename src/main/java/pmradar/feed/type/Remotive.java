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
import pmradar.feed.Located;
import pmradar.feed.Page;

/// Remotive, a board of remote jobs. `at` is `all` or an address of its API.
///
/// Source: remotive-com/remote-jobs-api. Its times have no zone and mean UTC; what it gives is a sample, so nothing
/// missing
/// is gone.
@Component
class Remotive implements FeedType {

    @Override
    public String name() {
        return "remotive";
    }

    @Override
    public Optional<Located> locate(URI address) {
        return Address.of(address).within("remotive.com") ? Optional.of(Located.of("all")) : Optional.empty();
    }

    @Override
    public FeedRequest first(Feed feed) {
        return FeedRequest.get(At.isUrl(feed) ? At.url(feed).toString() : "https://remotive.com/api/remote-jobs");
    }

    @Override
    public Page parse(Feed feed, Answer answer) {
        JsonAnswer json = JsonAnswer.of(answer, "Remotive");
        return json.harvest(json.list("list of jobs", "jobs"), Remotive::listing)
                .window();
    }

    private static Listing listing(JsonItem job) {
        String region = job.text("candidate_required_location");
        return new Listing(
                Ids.of(job.either("id", "url")),
                Line.of(job.text("title")),
                Line.of(job.text("company_name")),
                Regions.remote(region == null ? List.of() : List.of(region)),
                Link.pair(job.text("url"), null),
                DateWords.dates(job.text("publication_date"), null, null),
                BodyText.of(job.text("description")),
                new Terms(EmploymentWords.of(job.text("job_type")), PayText.of(job.text("salary")), null, null, null));
    }
}
