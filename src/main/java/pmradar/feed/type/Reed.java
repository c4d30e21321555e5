package pmradar.feed.type;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
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
import pmradar.feed.Listing.Terms;
import pmradar.feed.Listing.Where;
import pmradar.feed.Located;
import pmradar.feed.Page;
import pmradar.feed.StatedPay;

/// Reed.co.uk, a board. `at` is what to search for (`project manager`); the option `key` is its API key.
///
/// Source: Reed Jobseeker API. Dates are day/month/year; the period of the pay is in the details of a job only.
@Component
class Reed implements FeedType {
    private static final int LIMIT = 100;
    private static final int MOST = 1_000;

    @Override
    public String name() {
        return "reed";
    }

    @Override
    public Optional<Located> locate(URI address) {
        var at = Address.of(address);
        if (!at.within("reed.co.uk")) return Optional.empty();
        return Optional.of(Located.keyed("project manager", "Reed", "key: [REED_KEY]"));
    }

    @Override
    public FeedRequest first(Feed feed) {
        String key = At.required(feed, "key");
        return request(feed, key, 0);
    }

    private static FeedRequest request(Feed feed, String key, int skip) {
        return asked(
                key,
                "https://www.reed.co.uk/api/1.0/search?keywords=%s&resultsToTake=%d&resultsToSkip=%d"
                        .formatted(At.step(feed.at()), LIMIT, skip));
    }

    /// The key is the user's name, and the password is empty.
    private static FeedRequest asked(String key, String address) {
        String login = Base64.getEncoder().encodeToString((key + ":").getBytes(StandardCharsets.UTF_8));
        return new FeedRequest(URI.create(address), null, Map.of("Authorization", "Basic " + login));
    }

    @Override
    public Page parse(Feed feed, Answer answer) {
        JsonAnswer json = JsonAnswer.of(answer, "Reed");
        JsonItem results = json.list("list of results", "results");
        String key = At.option(feed, "key");
        Harvest harvest = json.harvest(results, Reed::listing);
        if (key != null && Details.wanted(feed, answer)) {
            for (JsonItem job : results.each()) {
                String id = job.text("jobId");
                if (id != null)
                    harvest.detail(Ids.of(id), asked(key, "https://www.reed.co.uk/api/1.0/jobs/" + At.step(id)));
            }
        }
        int reached =
                Query.number(answer.uri(), "resultsToSkip", 0) + results.node().size();
        boolean more = key != null
                && !results.node().isEmpty()
                && reached < Math.min(MOST, json.root().count("totalResults"));
        return harvest.page(more ? request(feed, String.valueOf(key), reached) : null, false);
    }

    @Override
    public Page follow(Feed feed, Page.Pending pending, Answer answer) {
        JsonItem job = JsonAnswer.of(answer, "a job of Reed").root();
        return Page.window(List.of(Details.joined(pending.stub(), listing(job))), List.of());
    }

    private static Listing listing(JsonItem job) {
        return new Listing(
                Ids.of(job.either("jobId", "jobUrl")),
                Line.of(job.text("jobTitle")),
                Line.of(job.text("employerName")),
                new Where(Places.of(job.text("locationName")).list(), null, List.of()),
                Link.pair(job.text("jobUrl"), job.text("externalUrl")),
                DateWords.dates(job.either("datePosted", "date"), null, job.text("expirationDate")),
                BodyText.of(job.text("jobDescription")),
                new Terms(EmploymentWords.of(kinds(job)), pay(job), null, null, null));
    }

    private static List<@Nullable String> kinds(JsonItem job) {
        List<@Nullable String> kinds = new ArrayList<>();
        if (job.isTrue("fullTime")) kinds.add("full time");
        if (job.isTrue("partTime")) kinds.add("part time");
        String contract = job.text("contractType");
        if (contract != null && !contract.equalsIgnoreCase("permanent")) kinds.add(contract);
        return kinds;
    }

    private static @Nullable StatedPay pay(JsonItem job) {
        String currency = job.text("currency");
        return PayText.of(
                job.text("minimumSalary"),
                job.text("maximumSalary"),
                currency == null ? "GBP" : currency,
                job.text("salaryType"));
    }
}
