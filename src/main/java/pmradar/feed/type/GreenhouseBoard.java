package pmradar.feed.type;

import java.net.URI;
import java.util.List;
import java.util.Optional;
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
import pmradar.feed.Workplace;

/// Greenhouse job boards. `at` is the board token, as in `boards.greenhouse.io/acme`.
///
/// Source: Greenhouse Job Board API, "List jobs" with content.
@Component
class GreenhouseBoard implements FeedType {
    private static final Pattern ABOUT_WORKPLACE = Pattern.compile(
            "(?i)(work ?place|work(ing)?|location|remote|office)( (location|arrangement|type|status|model|mode|policy|setting))*\\??");
    private static final Pattern ABOUT_EMPLOYMENT = Pattern.compile(
            "(?i)((employment|employee|time|job|contract|position|worker) ?(type|status)|work type|full[ -]?time ?/ ?part[ -]?time)");

    @Override
    public String name() {
        return "greenhouse";
    }

    @Override
    public Optional<Located> locate(URI address) {
        var at = Address.of(address);
        if (!at.host().matches("(?:job-)?boards(?:\\.eu)?\\.greenhouse\\.io|(?:boards-)?api\\.greenhouse\\.io"))
            return Optional.empty();
        var name = switch (at.step(0)) {
            case "embed" -> at.parameter("for").flatMap(Address::name);
            case "v1" -> at.name(2);
            default -> at.name(0);
        };
        return name.map(Located::board);
    }

    @Override
    public FeedRequest first(Feed feed) {
        return FeedRequest.get(
                "https://boards-api.greenhouse.io/v1/boards/%s/jobs?content=true".formatted(At.step(feed)));
    }

    @Override
    public Page parse(Feed feed, Answer answer) {
        JsonAnswer json = JsonAnswer.of(answer, "a Greenhouse board");
        JsonItem jobs = json.list("list of jobs", "jobs", "");
        Harvest harvest = json.harvest(jobs, job -> listing(feed, job));
        String total = json.root().text("meta.total");
        boolean all = total == null || total.equals(Integer.toString(jobs.node().size()));
        return harvest.page(null, all);
    }

    private static @Nullable Listing listing(Feed feed, JsonItem job) {
        // A prospect post collects people for no job in particular.
        boolean isProspect = job.node().has("internal_job_id") && job.text("internal_job_id") == null;
        if (isProspect) return null;
        String company = feed.company() == null ? job.text("company_name") : feed.company();
        return new Listing(
                Ids.of(job.either("id", "absolute_url")),
                Line.of(job.text("title")),
                Line.of(company),
                where(job),
                Link.pair(job.text("absolute_url"), null),
                DateWords.dates(
                        job.either("first_published", "updated_at"),
                        job.text("updated_at"),
                        job.text("application_deadline")),
                BodyText.escapedHtml(job.text("content")),
                terms(job));
    }

    private static Where where(JsonItem job) {
        Places places = Places.of(job.text("location.name"));
        if (places.list().isEmpty()) places.and(job.texts("offices", "name"));
        Workplace workplace = WorkplaceWords.of(metadata(job, ABOUT_WORKPLACE));
        return new Where(places.list(), workplace, List.of());
    }

    private static Terms terms(JsonItem job) {
        String language = job.text("language");
        return new Terms(
                EmploymentWords.of(metadata(job, ABOUT_EMPLOYMENT)),
                pay(job),
                Line.of(job.text("departments.name")),
                Line.of(job.text("requisition_id")),
                language == null || language.length() < 2 ? null : language.substring(0, 2));
    }

    /// Custom fields of the employer: only those whose name says plainly what they hold.
    private static @Nullable String metadata(JsonItem job, Pattern name) {
        for (JsonItem field : job.each("metadata")) {
            String label = field.text("name");
            String value = field.text("value");
            if (label != null && value != null && name.matcher(label.strip()).matches()) return value;
        }
        return null;
    }

    /// One range per geography: the envelope, if the currency is one.
    private static @Nullable StatedPay pay(JsonItem job) {
        PayRange range = new PayRange();
        for (JsonItem each : job.each("pay_input_ranges")) {
            range.cents(each.text("min_cents"), each.text("max_cents"), each.text("currency_type"));
        }
        return range.pay();
    }
}
