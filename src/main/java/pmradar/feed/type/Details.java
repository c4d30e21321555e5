package pmradar.feed.type;

import java.net.URI;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pmradar.feed.Answer;
import pmradar.feed.Feed;
import pmradar.feed.FeedRequest;
import pmradar.feed.Listing;
import pmradar.feed.Listing.Body;
import pmradar.feed.Listing.Dates;
import pmradar.feed.Listing.Links;
import pmradar.feed.Listing.Terms;
import pmradar.feed.Listing.Where;
import pmradar.feed.StatedDate;

/// Listings whose text stands in an answer of their own, one request each. The option `details: no` of a feed does
/// without them: then a listing is what the list says of it.
final class Details {
    private Details() {}

    /// @param answer the list; what lies behind a saved one cannot be asked for
    static boolean wanted(Feed feed, Answer answer) {
        String option = At.option(feed, "details");
        boolean isLive = "https".equals(answer.uri().getScheme())
                || "http".equals(answer.uri().getScheme());
        return isLive && (option == null || !(option.equalsIgnoreCase("no") || option.equalsIgnoreCase("false")));
    }

    static FeedRequest json(String address) {
        return new FeedRequest(URI.create(address), null, Map.of("Accept", "application/json"));
    }

    /// What the list said, completed by what the listing's own answer says: the latter wins, and the id stays.
    static Listing joined(Listing stub, Listing detail) {
        Where where = detail.where();
        Links links = detail.links();
        Dates dates = detail.dates();
        Terms terms = detail.terms();
        return new Listing(
                stub.externalId(),
                or(detail.title(), stub.title()),
                or(stub.company(), detail.company()),
                new Where(
                        more(where.locations(), stub.where().locations()),
                        or(where.workplace(), stub.where().workplace()),
                        where.eligible().isEmpty() ? stub.where().eligible() : where.eligible()),
                new Links(
                        or(stub.links().url(), links.url()),
                        or(links.applyUrl(), stub.links().applyUrl())),
                new Dates(
                        exacter(dates.posted(), stub.dates().posted()),
                        or(dates.updated(), stub.dates().updated()),
                        or(dates.closes(), stub.dates().closes())),
                body(stub.body(), detail.body()),
                new Terms(
                        or(terms.employmentType(), stub.terms().employmentType()),
                        or(terms.pay(), stub.terms().pay()),
                        or(terms.department(), stub.terms().department()),
                        or(terms.requisition(), stub.terms().requisition()),
                        or(terms.language(), stub.terms().language()),
                        or(terms.seniority(), stub.terms().seniority())));
    }

    private static Body body(Body stub, Body detail) {
        return detail.html() == null && detail.text() == null ? stub : detail;
    }

    /// A page often names one place of a job that the list has in several.
    private static List<String> more(List<String> detail, List<String> list) {
        return list.size() > detail.size() ? list : detail;
    }

    /// The time of day, where only one of the two has it.
    private static @Nullable StatedDate exacter(@Nullable StatedDate detail, @Nullable StatedDate list) {
        boolean sameDay = detail != null
                && list != null
                && detail.dayOnly()
                && list.at().truncatedTo(ChronoUnit.DAYS).equals(detail.at());
        return sameDay || detail == null ? list : detail;
    }

    private static <T> @Nullable T or(@Nullable T one, @Nullable T other) {
        return one == null ? other : one;
    }
}
