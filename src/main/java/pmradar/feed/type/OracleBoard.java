package pmradar.feed.type;

import java.net.URI;
import java.util.List;
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
import pmradar.feed.Listing.Body;
import pmradar.feed.Listing.Terms;
import pmradar.feed.Listing.Where;
import pmradar.feed.Located;
import pmradar.feed.Page;

/// Oracle Recruiting Cloud career sites. `at` is the address of the site, as
/// `https://x.fa.us2.oraclecloud.com/hcmUI/CandidateExperience/en/sites/CX_1`, or the host alone with the option
/// `site`.
///
/// Source: Oracle REST API for Candidate Experience, `recruitingCEJobRequisitions`; paging stands inside the finder.
@Component
class OracleBoard implements FeedType {
    private static final int LIMIT = 200;
    /// Nothing is given beyond this row.
    private static final int MOST = 10_000;
    private static final Pattern SITE = Pattern.compile("/sites/([\\w-]+)|siteNumber=([\\w-]+)");

    @Override
    public String name() {
        return "oracle";
    }

    @Override
    public Optional<Located> locate(URI address) {
        var at = Address.of(address);
        String site = site(address.toString());
        if (site == null || !at.within("oraclecloud.com")) return Optional.empty();
        return Optional.of(
                Located.board("https://%s/hcmUI/CandidateExperience/en/sites/%s".formatted(at.host(), site)));
    }

    @Override
    public FeedRequest first(Feed feed) {
        String site = site(feed.at());
        return FeedRequest.get(
                list(At.host(feed, "fa.oraclecloud.com"), site == null ? At.required(feed, "site") : site, 0));
    }

    private static String list(String host, String site, int offset) {
        return "https://" + host + "/hcmRestApi/resources/latest/recruitingCEJobRequisitions?onlyData=true"
                + "&expand=requisitionList.workLocation,requisitionList.otherWorkLocations,requisitionList.secondaryLocations"
                + "&finder=findReqs;siteNumber=" + At.step(site) + ",limit=" + LIMIT + ",offset=" + offset
                + ",sortBy=POSTING_DATES_DESC";
    }

    private static @Nullable String site(String address) {
        Matcher found = SITE.matcher(address);
        if (!found.find()) return null;
        return found.group(1) == null ? found.group(2) : found.group(1);
    }

    @Override
    public Page parse(Feed feed, Answer answer) {
        JsonAnswer json = JsonAnswer.of(answer, "an Oracle career site");
        JsonItem result = json.root().at("items");
        if (json.root().text("Title") != null) {
            return json.harvest(
                            json.root(),
                            job -> listing(
                                    feed,
                                    answer.uri().getHost(),
                                    site(answer.uri().toString()),
                                    job))
                    .window();
        }
        JsonItem jobs = json.list("list of requisitions", "items.requisitionList");
        String host = answer.uri().getHost();
        String site = site(answer.uri().toString());
        Harvest harvest = json.harvest(jobs, job -> listing(feed, host, site, job));
        if (site != null && host != null && Details.wanted(feed, answer)) {
            for (JsonItem job : jobs.each()) {
                String id = job.text("Id");
                if (id != null) harvest.detail(Ids.of(id), FeedRequest.get(detail(host, site, id)));
            }
        }
        int offset = Query.number(answer.uri(), "offset", 0);
        int total = result.count("TotalJobsCount");
        boolean ended = jobs.node().isEmpty() || total <= offset + LIMIT || offset + LIMIT >= MOST;
        FeedRequest next =
                ended || host == null || site == null ? null : FeedRequest.get(list(host, site, offset + LIMIT));
        return harvest.page(next, ended && total < MOST);
    }

    private static String detail(String host, String site, String id) {
        return "https://" + host
                + "/hcmRestApi/resources/latest/recruitingCEJobRequisitionDetails?expand=all&onlyData=true"
                + "&finder=ById;Id=%22" + At.step(id) + "%22,siteNumber=" + At.step(site);
    }

    @Override
    public Page follow(Feed feed, Page.Pending pending, Answer answer) {
        JsonItem root = JsonAnswer.of(answer, "an Oracle requisition").root();
        JsonItem job = root.node().has("items") ? root.at("items") : root;
        if (job.node().isArray()) job = new JsonItem(job.node().path(0));
        if (!job.isObject()) return Page.window(List.of(), List.of());
        String site = site(answer.uri().toString());
        Listing detail = listing(feed, answer.uri().getHost(), site, job);
        return Page.window(List.of(Details.joined(pending.stub(), detail)), List.of());
    }

    private static Listing listing(Feed feed, @Nullable String host, @Nullable String site, JsonItem job) {
        String id = Ids.of(job.text("Id"));
        String page = host == null || site == null
                ? null
                : "https://%s/hcmUI/CandidateExperience/en/sites/%s/job/%s".formatted(host, site, At.step(id));
        return new Listing(
                id,
                Line.of(job.text("Title")),
                Line.of(feed.company()),
                where(job),
                Link.pair(page, null),
                DateWords.dates(
                        job.either("PostedDate", "ExternalPostedStartDate"),
                        null,
                        job.either("ExternalPostedEndDate", "PostingEndDate")),
                body(job),
                new Terms(
                        EmploymentWords.of(job.either("JobSchedule", "JobType", "ContractType")),
                        null,
                        Line.of(job.either("Department", "Organization", "JobFunction", "Category")),
                        null,
                        null));
    }

    private static Where where(JsonItem job) {
        Places places = Places.of(job.either("PrimaryLocation", "PrimaryLocationCountry"));
        places.and(job.texts("secondaryLocations", "Name"));
        for (JsonItem each : job.each("workLocation")) {
            if (places.list().isEmpty())
                places.and(Places.joined(each.text("TownOrCity"), each.text("Region2"), each.text("Country")));
        }
        return new Where(places.list(), WorkplaceWords.of(job.either("WorkplaceType", "WorkplaceTypeCode")), List.of());
    }

    private static Body body(JsonItem job) {
        Body body = new BodyText()
                .and(job.text("ExternalDescriptionStr"))
                .and("Responsibilities", job.text("ExternalResponsibilitiesStr"))
                .and("Qualifications", job.text("ExternalQualificationsStr"))
                .body();
        return body.html() == null ? BodyText.of(job.text("ShortDescriptionStr")) : body;
    }
}
