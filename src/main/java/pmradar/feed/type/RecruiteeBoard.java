package pmradar.feed.type;

import java.math.BigDecimal;
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

/// Recruitee (Tellent) career sites. `at` is the company, as in `acme.recruitee.com`, or its own domain.
///
/// Source: Recruitee Careers Site API, `/api/offers`.
@Component
class RecruiteeBoard implements FeedType {

    @Override
    public String name() {
        return "recruitee";
    }

    @Override
    public Optional<Located> locate(URI address) {
        return Address.of(address).boardBelow("recruitee.com");
    }

    @Override
    public Optional<Located> locate(Answer answer) {
        return Address.marked(answer, "recruiteecdn.com", "careers-page.recruitee");
    }

    @Override
    public FeedRequest first(Feed feed) {
        return FeedRequest.get("https://%s/api/offers/".formatted(At.host(feed, "recruitee.com")));
    }

    @Override
    public Page parse(Feed feed, Answer answer) {
        JsonAnswer json = JsonAnswer.of(answer, "a Recruitee site");
        return json.harvest(json.list("list of offers", "offers", ""), offer -> listing(feed, offer))
                .whole();
    }

    private static @Nullable Listing listing(Feed feed, JsonItem offer) {
        String status = offer.text("status");
        if (status != null && !status.equalsIgnoreCase("published")) return null;
        String company = feed.company() == null ? offer.text("company_name") : feed.company();
        return new Listing(
                Ids.of(offer.either("id", "guid", "slug")),
                Line.of(offer.text("title")),
                Line.of(company),
                where(offer),
                Link.pair(offer.text("careers_url"), offer.text("careers_apply_url")),
                DateWords.dates(
                        offer.either("published_at", "created_at"), offer.text("updated_at"), offer.text("close_at")),
                body(offer),
                new Terms(
                        EmploymentWords.of(offer.either("employment_type_code", "employment_type")),
                        pay(offer.at("salary")),
                        Line.of(offer.text("department")),
                        Line.of(offer.text("requisition_id")),
                        null));
    }

    private static Where where(JsonItem offer) {
        Places places = new Places();
        for (JsonItem each : offer.each("locations")) {
            String place = Places.joined(
                    each.text("city"), each.either("state_name", "state"), each.either("country", "country_code"));
            places.and(place == null ? each.text("name") : place);
        }
        if (places.list().isEmpty()) places.and(offer.text("location"));
        if (places.list().isEmpty()) {
            places.and(Places.joined(
                    offer.text("city"), offer.text("state_name"), offer.either("country", "country_code")));
        }
        return new Where(
                places.list(),
                WorkplaceWords.of(offer.isTrue("remote"), offer.isTrue("hybrid"), offer.isTrue("on_site")),
                List.of());
    }

    private static Body body(JsonItem offer) {
        String description = offer.text("description");
        JsonItem text = description == null ? new JsonItem(firstTranslation(offer)) : offer;
        return new BodyText()
                .and(text.text("description"))
                .and("Requirements", text.text("requirements"))
                .body();
    }

    private static tools.jackson.databind.JsonNode firstTranslation(JsonItem offer) {
        return offer.at("translations").node().valueStream().findFirst().orElse(offer.node());
    }

    /// A month's pay of 18.50 is an hour's pay under the wrong name: then the period is not known.
    private static @Nullable StatedPay pay(JsonItem salary) {
        StatedPay pay =
                PayText.of(salary.text("min"), salary.text("max"), salary.text("currency"), salary.text("period"));
        if (pay == null || !"month".equals(pay.period())) return pay;
        BigDecimal least = pay.min() == null ? pay.max() : pay.min();
        boolean isWrong = least != null && least.compareTo(BigDecimal.valueOf(150)) < 0;
        return isWrong ? new StatedPay(pay.min(), pay.max(), pay.currency(), null, pay.raw()) : pay;
    }
}
