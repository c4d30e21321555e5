package pmradar.feed.type;

import java.net.URI;
import java.util.ArrayList;
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
import pmradar.feed.StatedDates;
import pmradar.feed.UnreadableFeed;

/// Workday career sites. `at` is the address of the site, as `https://acme.wd5.myworkdayjobs.com/Careers`.
///
/// Source: the requests that the career site itself makes (CXS); 20 listings a page are the most, and the total is
/// right on
/// the first page only.
@Component
class WorkdayBoard implements FeedType {
    private static final int LIMIT = 20;
    /// Many tenants end a search there, so that what comes later is not known.
    private static final int MOST = 2_000;

    @Override
    public String name() {
        return "workday";
    }

    @Override
    public Optional<Located> locate(URI address) {
        return WorkdaySite.at(address)
                .map(site ->
                        new Located(site.home(), Located.board(site.tenant()).company(), Map.of(), null));
    }

    @Override
    public FeedRequest first(Feed feed) {
        return request(WorkdaySite.of(feed), 0, 0);
    }

    @Override
    public Page parse(Feed feed, Answer answer) {
        JsonAnswer json = JsonAnswer.of(answer, "a Workday site");
        JsonItem postings = json.list("list of postings", "jobPostings");
        WorkdaySite site = WorkdaySite.of(feed, answer.uri());
        Harvest harvest = json.harvest(postings, posting -> stub(feed, site, answer, posting));
        if (site != null && Details.wanted(feed, answer)) {
            for (JsonItem posting : postings.each()) {
                String path = posting.text("externalPath");
                String detail = path == null ? null : Link.of(site.detail(path));
                if (detail != null) harvest.detail(id(posting), Details.json(detail));
            }
        }
        int reached = Query.number(answer.uri(), "offset", 0) + postings.node().size();
        int total = total(json.root(), answer.uri());
        boolean more = !postings.node().isEmpty() && reached < Math.min(total, MOST);
        return harvest.page(more && site != null ? request(site, reached, total) : null, !more && reached >= total);
    }

    private static int total(JsonItem root, URI uri) {
        return Math.max(root.count("total"), Query.number(uri, "total", 0));
    }

    private static FeedRequest request(WorkdaySite site, int offset, int total) {
        // The fragment is not sent; it tells the next answer where it stands.
        URI uri = URI.create("%s/jobs#offset=%d&total=%d".formatted(site.api(), offset, total));
        return FeedRequest.postJson(
                uri, "{\"appliedFacets\":{},\"limit\":%d,\"offset\":%d,\"searchText\":\"\"}".formatted(LIMIT, offset));
    }

    private static String id(JsonItem posting) {
        String requisition = posting.text("bulletFields");
        boolean isId = requisition != null && requisition.matches("[\\w./-]*\\d[\\w./-]*");
        return Ids.of(isId ? requisition : posting.text("externalPath"), posting.text("externalPath"));
    }

    private static Listing stub(Feed feed, @Nullable WorkdaySite site, Answer answer, JsonItem posting) {
        String path = posting.text("externalPath");
        String places = posting.text("locationsText");
        boolean isCount = places != null && places.matches("\\d+ \\D+");
        String age = posting.text("postedOn");
        var now = DateWords.date(answer.header("date").orElse(null));
        var posted = age == null || now == null ? null : StatedDates.relative(age, now.at());
        return new Listing(
                id(posting),
                Line.of(posting.text("title")),
                Line.of(feed.company()),
                new Where(
                        Places.of(isCount ? null : places).list(),
                        WorkplaceWords.of(posting.text("remoteType")),
                        List.of()),
                Link.pair(path == null || site == null ? null : site.page(path), null),
                new Listing.Dates(posted, null, null),
                new Listing.Body(null, null),
                new Terms(
                        EmploymentWords.of(posting.text("timeType")),
                        null,
                        null,
                        Line.of(posting.text("bulletFields")),
                        null));
    }

    @Override
    public Page follow(Feed feed, Page.Pending pending, Answer answer) {
        JsonItem root = JsonAnswer.of(answer, "a Workday posting").root();
        JsonItem info = root.at("jobPostingInfo");
        if (!info.isObject()) throw new UnreadableFeed("The answer holds no Workday posting.");
        return Page.window(List.of(Details.joined(pending.stub(), detail(root, info))), List.of());
    }

    private static Listing detail(JsonItem root, JsonItem info) {
        Places places = Places.of(place(info.text("location")));
        for (String more : info.texts("additionalLocations", "descriptor")) places.and(place(more));
        List<String> where = new ArrayList<>(places.list());
        String country = Line.of(info.text("country.descriptor"));
        if (where.size() == 1 && country != null && !where.getFirst().contains(country)) {
            where.set(0, where.getFirst() + ", " + country);
        }
        return new Listing(
                Ids.of(info.either("jobReqId", "id"), "posting"),
                Line.of(info.text("title")),
                Line.of(root.text("hiringOrganization.name")),
                new Where(where, WorkplaceWords.of(info.text("remoteType")), List.of()),
                Link.pair(info.text("externalUrl"), null),
                DateWords.dates(info.text("startDate"), null, info.text("endDate")),
                BodyText.of(info.text("jobDescription")),
                new Terms(EmploymentWords.of(info.text("timeType")), null, null, Line.of(info.text("jobReqId")), null));
    }

    /// Some tenants write building codes and streets behind a double space or a tilde.
    private static @Nullable String place(@Nullable String written) {
        return written == null ? null : written.split("\\s+~\\s+|\\s{2,}", 2)[0];
    }
}
