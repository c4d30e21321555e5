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

/// Pinpoint career sites. `at` is the company, as in `acme.pinpointhq.com`, or its own domain.
///
/// Source: the list that each site offers at `/postings.json`. It states no date of posting; `deadline_at` is when it
/// closes.
@Component
class PinpointBoard implements FeedType {

    @Override
    public String name() {
        return "pinpoint";
    }

    @Override
    public Optional<Located> locate(URI address) {
        return Address.of(address).boardBelow("pinpointhq.com");
    }

    @Override
    public Optional<Located> locate(Answer answer) {
        return Address.marked(answer, "assets.pinpointhq.com", "pinpoint-cdn");
    }

    @Override
    public FeedRequest first(Feed feed) {
        return FeedRequest.get("https://%s/postings.json".formatted(At.host(feed, "pinpointhq.com")));
    }

    @Override
    public Page parse(Feed feed, Answer answer) {
        JsonAnswer json = JsonAnswer.of(answer, "a Pinpoint site");
        return json.harvest(json.list("list of postings", "data"), posting -> listing(feed, answer, posting))
                .whole();
    }

    private static Listing listing(Feed feed, Answer answer, JsonItem posting) {
        return new Listing(
                Ids.of(posting.either("id", "path", "url")),
                Line.of(posting.text("title")),
                Line.of(feed.company()),
                where(posting),
                Link.pair(answer.uri(), posting.either("url", "path"), null),
                DateWords.dates(null, null, posting.text("deadline_at")),
                body(posting),
                new Terms(
                        EmploymentWords.of(posting.either("employment_type", "employment_type_text")),
                        pay(posting),
                        Line.of(posting.either("job.department.name", "job.division.name", "department.name")),
                        Line.of(posting.text("job.requisition_id")),
                        null));
    }

    private static Where where(JsonItem posting) {
        JsonItem location = posting.at("location");
        String joined = Places.joined(location.text("city"), location.text("province"));
        String place = joined == null ? location.text("name") : joined;
        return new Where(
                Places.of(place).list(),
                WorkplaceWords.of(posting.either("workplace_type", "workplace_type_text")),
                List.of());
    }

    private static Body body(JsonItem posting) {
        BodyText body = new BodyText().and(posting.text("description"));
        for (String each : List.of("key_responsibilities", "skills_knowledge_expertise", "benefits")) {
            body.and(Line.of(posting.text(each + "_header")), posting.text(each));
        }
        return body.body();
    }

    /// The numbers are sent although the employer hides them.
    private static @Nullable StatedPay pay(JsonItem posting) {
        if (posting.isFalse("compensation_visible")) return null;
        String currency = posting.text("compensation_currency");
        String period = posting.text("compensation_frequency");
        StatedPay range = PayText.of(
                posting.text("compensation_minimum"), posting.text("compensation_maximum"), currency, period);
        return range == null ? PayText.of(posting.text("compensation"), currency, period) : range;
    }
}
