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
import pmradar.feed.Listing.Body;
import pmradar.feed.Listing.Terms;
import pmradar.feed.Listing.Where;
import pmradar.feed.Located;
import pmradar.feed.Page;
import pmradar.feed.StatedPay;

/// SmartRecruiters companies. `at` is the company's identifier, as in `jobs.smartrecruiters.com/Acme`; case matters.
///
/// Source: SmartRecruiters Posting API.
@Component
class SmartRecruitersBoard implements FeedType {
    private static final int LIMIT = 100;

    @Override
    public String name() {
        return "smartrecruiters";
    }

    @Override
    public Optional<Located> locate(URI address) {
        var at = Address.of(address);
        if (at.at("careers.smartrecruiters.com", "jobs.smartrecruiters.com")) {
            return at.name(at.step(1).equals("company") ? 2 : 0, "ni", "static", "oneclick-ui", "sr-jobs", "job-widget")
                    .map(Located::board);
        }
        return at.at("api.smartrecruiters.com") && at.step(1).equals("companies")
                ? at.name(2).map(Located::board)
                : Optional.empty();
    }

    @Override
    public FeedRequest first(Feed feed) {
        return FeedRequest.get("https://api.smartrecruiters.com/v1/companies/%s/postings?limit=%d&offset=0"
                .formatted(At.step(feed), LIMIT));
    }

    @Override
    public Page parse(Feed feed, Answer answer) {
        JsonAnswer json = JsonAnswer.of(answer, "a SmartRecruiters company");
        JsonItem content = json.list("list of postings", "content", "");
        boolean details = Details.wanted(feed, answer);
        Harvest harvest = json.harvest(content, posting -> listing(feed, posting));
        for (JsonItem posting : content.each()) {
            String detail = details ? detail(posting) : null;
            if (detail != null) harvest.detail(String.valueOf(posting.text("id")), FeedRequest.get(detail));
        }
        int reached = Query.number(answer.uri(), "offset", 0) + content.node().size();
        boolean more = !content.node().isEmpty() && json.root().count("totalFound") > reached;
        return harvest.page(more ? FeedRequest.get(Query.with(answer.uri(), "offset", reached)) : null, !more);
    }

    @Override
    public Page follow(Feed feed, Page.Pending pending, Answer answer) {
        JsonItem posting = JsonAnswer.of(answer, "a SmartRecruiters posting").root();
        if (posting.isFalse("active")) return Page.window(List.of(), List.of());
        return Page.window(List.of(Details.joined(pending.stub(), listing(feed, posting))), List.of());
    }

    private static @Nullable String detail(JsonItem posting) {
        String id = posting.text("id");
        String company = posting.text("company.identifier");
        String own = Link.of(posting.text("ref"));
        if (own != null && own.startsWith("https://api.smartrecruiters.com/")) return own;
        if (id == null || company == null) return null;
        return "https://api.smartrecruiters.com/v1/companies/%s/postings/%s".formatted(At.step(company), At.step(id));
    }

    private static Listing listing(Feed feed, JsonItem posting) {
        String company = feed.company() == null ? posting.text("company.name") : feed.company();
        return new Listing(
                Ids.of(posting.either("id", "uuid")),
                Line.of(posting.text("name")),
                Line.of(company),
                where(posting.at("location")),
                Link.pair(url(posting), posting.text("applyUrl")),
                DateWords.dates(posting.text("releasedDate"), posting.text("updatedDate"), null),
                body(posting.at("jobAd.sections")),
                terms(posting));
    }

    /// `ref` is an address for programs.
    private static @Nullable String url(JsonItem posting) {
        String stated = posting.text("postingUrl");
        String company = posting.text("company.identifier");
        String id = posting.text("id");
        if (stated != null || company == null || id == null) return stated;
        return URI.create("https://jobs.smartrecruiters.com/%s/%s".formatted(At.step(company), At.step(id)))
                .toString();
    }

    private static Where where(JsonItem location) {
        String full = location.text("fullLocation");
        String joined = Places.joined(location.text("city"), location.text("region"), location.text("country"));
        return new Where(
                Places.of(full == null ? joined : full).list(),
                WorkplaceWords.of(location.isTrue("remote"), location.isTrue("hybrid"), false),
                List.of());
    }

    private static Body body(JsonItem sections) {
        BodyText body = new BodyText();
        for (String each : List.of("companyDescription", "jobDescription", "qualifications", "additionalInformation")) {
            JsonItem section = sections.at(each);
            body.and(Line.of(section.text("title")), section.text("text"));
        }
        return body.body();
    }

    private static Terms terms(JsonItem posting) {
        JsonItem pay = posting.at("compensation");
        StatedPay stated = PayText.of(pay.text("min"), pay.text("max"), pay.text("currency"), pay.text("period"));
        String language = posting.text("language.code");
        return new Terms(
                // The id `permanent` carries the label "Full-time": only the label means something.
                EmploymentWords.of(posting.text("typeOfEmployment.label")),
                stated,
                Line.of(posting.either("department.label", "function.label")),
                Line.of(posting.text("refNumber")),
                language == null || language.length() < 2 ? null : language.substring(0, 2),
                Line.of(posting.text("experienceLevel.label")));
    }
}
