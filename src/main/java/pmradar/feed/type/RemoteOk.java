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
import pmradar.feed.Located;
import pmradar.feed.Page;

/// Remote OK, a board of remote jobs. `at` is `all` or an address of its API.
///
/// Source: remoteok.com/api. Its first element is no job but its terms; a salary of 0 is none.
@Component
class RemoteOk implements FeedType {

    @Override
    public String name() {
        return "remoteok";
    }

    @Override
    public Optional<Located> locate(URI address) {
        return Address.of(address).at("remoteok.com", "www.remoteok.com", "remoteok.io")
                ? Optional.of(Located.of("all"))
                : Optional.empty();
    }

    @Override
    public FeedRequest first(Feed feed) {
        return FeedRequest.get(At.isUrl(feed) ? At.url(feed).toString() : "https://remoteok.com/api");
    }

    @Override
    public Page parse(Feed feed, Answer answer) {
        JsonAnswer json = JsonAnswer.of(answer, "Remote OK");
        return json.harvest(json.list("list of jobs", ""), RemoteOk::listing).window();
    }

    private static @Nullable Listing listing(JsonItem job) {
        if (job.text("id") == null && job.text("position") == null) return null;
        String place = job.text("location");
        String date = job.text("date");
        return new Listing(
                Ids.of(job.either("id", "slug", "url")),
                Line.of(Mojibake.mended(job.text("position"))),
                Line.of(Mojibake.mended(job.text("company"))),
                Regions.remote(place == null ? List.of() : List.of(Mojibake.mended(place))),
                Link.pair(job.text("url"), job.text("apply_url")),
                DateWords.dates(date == null ? job.text("epoch") : date, null, null),
                BodyText.of(Mojibake.mended(job.text("description"))),
                new Terms(
                        null,
                        PayText.of(job.text("salary_min"), job.text("salary_max"), "USD", "year"),
                        null,
                        null,
                        null));
    }
}
