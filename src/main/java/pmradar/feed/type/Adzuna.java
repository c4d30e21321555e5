package pmradar.feed.type;

import java.net.URI;
import java.util.List;
import java.util.Map;
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
import pmradar.feed.Listing.Terms;
import pmradar.feed.Listing.Where;
import pmradar.feed.Located;
import pmradar.feed.Page;
import pmradar.feed.StatedPay;

/// Adzuna, an aggregator. `at` is what to search for (`project manager`); the options are `country` (`gb`), `app_id`
/// and `key`.
///
/// Source: Adzuna API, job search. Its estimates of pay are left out: they are not the employer's.
@Component
class Adzuna implements FeedType {
    private static final int LIMIT = 50;
    private static final int MOST_PAGES = 20;
    private static final Pattern PLACE = Pattern.compile("/jobs/([a-z]{2})/search/(\\d{1,4})");
    private static final Map<String, String> CURRENCIES = Map.ofEntries(
            Map.entry("gb", "GBP"),
            Map.entry("us", "USD"),
            Map.entry("au", "AUD"),
            Map.entry("br", "BRL"),
            Map.entry("ca", "CAD"),
            Map.entry("ch", "CHF"),
            Map.entry("in", "INR"),
            Map.entry("mx", "MXN"),
            Map.entry("nz", "NZD"),
            Map.entry("pl", "PLN"),
            Map.entry("sg", "SGD"),
            Map.entry("za", "ZAR"));

    @Override
    public String name() {
        return "adzuna";
    }

    @Override
    public Optional<Located> locate(URI address) {
        var at = Address.of(address);
        if (!at.host().matches("(?:www\\.|api\\.)?adzuna\\.(?:com|[a-z]{2}|co(?:m)?\\.[a-z]{2})"))
            return Optional.empty();
        var words = at.parameter("q").orElse("project manager");
        return Optional.of(Located.keyed(words, "Adzuna", "key: [ADZUNA_KEY] and the option app_id"));
    }

    @Override
    public FeedRequest first(Feed feed) {
        return FeedRequest.get("https://api.adzuna.com/v1/api/jobs/%s/search/1?app_id=%s&app_key=%s&results_per_page=%d"
                        .formatted(
                                At.step(At.option(feed, "country", "gb")),
                                At.step(At.required(feed, "app_id")),
                                At.step(At.required(feed, "key")),
                                LIMIT)
                + "&what_phrase=" + At.step(feed.at()) + "&max_days_old=" + At.step(At.option(feed, "days", "14"))
                + "&sort_by=date&content-type=application/json");
    }

    @Override
    public Page parse(Feed feed, Answer answer) {
        JsonAnswer json = JsonAnswer.of(answer, "Adzuna");
        JsonItem results = json.list("list of results", "results");
        Matcher place = PLACE.matcher(answer.uri().toString());
        boolean known = place.find();
        String country = known ? place.group(1) : At.option(feed, "country", "gb");
        int page = known ? Integer.parseInt(place.group(2)) : 1;
        boolean more = known
                && page < MOST_PAGES
                && results.node().size() == LIMIT
                && page * LIMIT < json.root().count("count");
        URI next = URI.create(answer.uri().toString().replace("/search/" + page + "?", "/search/" + (page + 1) + "?"));
        return json.harvest(results, job -> listing(country, job)).page(more ? FeedRequest.get(next) : null, false);
    }

    private static Listing listing(String country, JsonItem job) {
        return new Listing(
                Ids.of(job.either("id", "adref", "redirect_url")),
                Line.of(job.text("title")),
                Line.of(job.text("company.display_name")),
                new Where(Places.of(job.text("location.display_name")).list(), null, List.of()),
                Link.pair(job.text("redirect_url"), null),
                DateWords.dates(job.text("created"), null, null),
                BodyText.of(job.text("description")),
                new Terms(
                        EmploymentWords.of(job.text("contract_time"), contract(job)),
                        pay(country, job),
                        Line.of(job.text("category.label")),
                        null,
                        null));
    }

    /// "permanent" is no kind of employment here.
    private static @Nullable String contract(JsonItem job) {
        String type = job.text("contract_type");
        return "permanent".equals(type) ? null : type;
    }

    private static @Nullable StatedPay pay(String country, JsonItem job) {
        if (job.isTrue("salary_is_predicted")) return null;
        String currency = CURRENCIES.getOrDefault(country, "EUR");
        return PayText.of(job.text("salary_min"), job.text("salary_max"), currency, "year");
    }
}
