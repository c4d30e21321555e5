package pmradar.feed.type;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
import pmradar.feed.StatedDate;

/// Job search of the Swedish employment service. `at` is what to search for (`projektledare`) or an address of its API.
///
/// Source: JobTech JobSearch API. Times are local ones without a zone; 2099 stands for no date at all.
@Component
class JobTech implements FeedType {
    private static final int LIMIT = 100;
    private static final int MOST = 2_000;
    private static final Instant PLACEHOLDER = Instant.parse("2090-01-01T00:00:00Z");

    @Override
    public String name() {
        return "jobtech";
    }

    @Override
    public Optional<Located> locate(URI address) {
        var at = Address.of(address);
        if (!at.at("arbetsformedlingen.se", "www.arbetsformedlingen.se", "jobsearch.api.jobtechdev.se"))
            return Optional.empty();
        return Optional.of(Located.of(at.parameter("q").orElse("projektledare")));
    }

    @Override
    public FeedRequest first(Feed feed) {
        if (At.isUrl(feed)) return FeedRequest.get(At.url(feed));
        return FeedRequest.get("https://jobsearch.api.jobtechdev.se/search?q=%s&offset=0&limit=%d&sort=pubdate-desc"
                .formatted(At.step(feed.at()), LIMIT));
    }

    @Override
    public Page parse(Feed feed, Answer answer) {
        JsonAnswer json = JsonAnswer.of(answer, "JobTech");
        JsonItem hits = json.list("list of hits", "hits");
        int reached = Query.number(answer.uri(), "offset", 0) + hits.node().size();
        boolean more =
                !hits.node().isEmpty() && reached < Math.min(MOST, json.root().count("total.value"));
        FeedRequest next = more ? FeedRequest.get(Query.with(answer.uri(), "offset", reached)) : null;
        return json.harvest(hits, JobTech::listing).page(next, false);
    }

    private static @Nullable Listing listing(JsonItem hit) {
        if (hit.isTrue("removed")) return null;
        String title = Line.of(hit.text("headline"));
        return new Listing(
                Ids.of(hit.either("id", "external_id", "webpage_url")),
                title,
                Line.of(hit.either("employer.name", "employer.workplace")),
                where(hit),
                Link.pair(hit.text("webpage_url"), hit.text("application_details.url")),
                new Listing.Dates(
                        date(hit.text("publication_date")),
                        null,
                        date(hit.either("application_deadline", "last_publication_date"))),
                body(hit),
                new Terms(
                        EmploymentWords.of(
                                hit.texts("working_hours_type", "label").isEmpty()
                                        ? hit.texts("employment_type", "label")
                                        : hit.texts("working_hours_type", "label")),
                        PayText.of(hit.text("salary_description"), "SEK", null),
                        Line.of(hit.text("occupation_field.label")),
                        Line.of(hit.text("application_details.reference")),
                        null));
    }

    private static @Nullable StatedDate date(@Nullable String raw) {
        StatedDate date = DateWords.date(raw);
        return date == null || date.at().isAfter(PLACEHOLDER) ? null : date;
    }

    private static Where where(JsonItem hit) {
        JsonItem at = hit.at("workplace_address");
        String city = at.text("municipality") == null ? at.text("city") : at.text("municipality");
        return new Where(
                Places.of(Places.joined(city, at.text("region"), at.text("country")))
                        .list(),
                null,
                List.of());
    }

    /// What an employer ticked as a must or as a merit stands in lists beside the text.
    private static Body body(JsonItem hit) {
        JsonItem description = hit.at("description");
        String whole = description.either("text_formatted", "text");
        String must = ticked(hit.at("must_have"));
        String merit = ticked(hit.at("nice_to_have"));
        if (whole != null && must == null && merit == null) return BodyText.of(whole);
        BodyText body = new BodyText();
        if (whole != null) body.and(whole);
        else
            body.and(description.text("company_information"))
                    .and(description.text("needs"))
                    .and(description.text("requirements"))
                    .and(description.text("conditions"));
        return body.and("Krav", must).and("Meriterande", merit).body();
    }

    private static @Nullable String ticked(JsonItem lists) {
        var labels = Stream.of("skills", "languages", "work_experiences", "education", "education_level")
                .flatMap(list -> lists.texts(list, "label").stream())
                .toList();
        return labels.isEmpty() ? null : String.join("\n", labels);
    }
}
