package pmradar.feed.type;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pmradar.feed.Answer;
import pmradar.feed.Feed;
import pmradar.feed.FeedRequest;
import pmradar.feed.FeedText;
import pmradar.feed.FeedType;
import pmradar.feed.Listing;
import pmradar.feed.Listing.Body;
import pmradar.feed.Listing.Terms;
import pmradar.feed.Listing.Where;
import pmradar.feed.Located;
import pmradar.feed.Page;
import pmradar.feed.StatedPay;
import pmradar.feed.UnreadableFeed;
import pmradar.feed.Workplace;

/// XML feeds of jobs that are no RSS: Indeed's and its kin (LinkedIn, Jooble, Careerjet, JobiJoba, Workable's network,
/// Recruitee, JazzHR, Remotive's partner feed and others). Root and names differ, so the names of fields decide. `at`
/// is the
/// feed's URL.
///
/// Source: docs.indeed.com, "XML feed"; LinkedIn, Jooble and Careerjet specifications of partner feeds.
@Component
class IndeedXml implements FeedType {
    private static final Set<String> RECORDS = Set.of("job", "item", "position", "vacancy", "offer", "posting");
    private static final Pattern DATE_IN_ID = Pattern.compile("job_(\\d{14})_.*");

    @Override
    public String name() {
        return "indeed-xml";
    }

    @Override
    public Optional<Located> locate(Answer answer) {
        var text = FeedText.of(answer).stripLeading();
        if (!text.startsWith("<") || FeedText.looksLikeHtml(text)) return Optional.empty();
        XmlAnswer xml = XmlAnswer.of(answer, "an XML feed of jobs");
        boolean other = Set.of("rss", "rdf", "feed", "channel", "urlset", "sitemapindex", "opml")
                .contains(xml.root().name());
        return other || xml.records(RECORDS).isEmpty()
                ? Optional.empty()
                : Optional.of(Located.of(answer.uri().toString()));
    }

    @Override
    public FeedRequest first(Feed feed) {
        return FeedRequest.get(At.url(feed));
    }

    @Override
    public Page parse(Feed feed, Answer answer) {
        XmlAnswer xml = XmlAnswer.of(answer, "an XML feed of jobs");
        List<XmlItem> records = xml.records(RECORDS);
        if (records.isEmpty() && !xml.root().element().children().isEmpty() && isOther(xml.root())) {
            throw new UnreadableFeed(
                    "The answer is XML but no feed of jobs: its root element is <%s> and it holds no <job>."
                            .formatted(xml.root().name()));
        }
        return xml.harvest(records, record -> listing(feed, answer, new XmlFields(record)))
                .whole();
    }

    private static boolean isOther(XmlItem root) {
        return !Set.of("source", "jobs", "items", "data", "vacancies", "offers").contains(root.name());
    }

    private static @Nullable Listing listing(Feed feed, Answer answer, XmlFields job) {
        String status = job.text("status");
        if (status != null && !status.matches("(?i)open|active|published|live|1")) return null;
        String url = url(job.text("url", "link", "joburl", "detailurl", "applyurl"));
        String id = Ids.of(
                job.text("partnerjobid", "referencenumber", "id", "jobid", "reference", "jobreference", "guid"), url);
        String company =
                feed.company() == null ? job.text("company", "companyname", "employer", "sourcename") : feed.company();
        return new Listing(
                id,
                Line.of(job.text("title", "jobtitle", "name", "positiontitle")),
                Line.of(company),
                where(job),
                Link.pair(answer.uri(), url, job.text("applyurl", "applicationurl", "applylink")),
                dates(job, id),
                body(job),
                terms(job));
    }

    /// The address without the mark of the feed that it was read from.
    private static @Nullable String url(@Nullable String raw) {
        if (raw == null) return null;
        String secure = raw.contains("applytojob.com") ? raw.replaceFirst("^http:", "https:") : raw;
        return secure.replaceFirst("(?i)[?&]source=indeed$", "").replaceFirst("(?i)([?&])source=indeed&", "$1");
    }

    private static Where where(XmlFields job) {
        Places places = new Places();
        for (XmlFields each : job.groups("locations", "location")) places.and(place(each));
        if (places.list().isEmpty()) places.and(place(job));
        String limits = job.text("candidatelocationrestriction");
        if (places.list().isEmpty()) places.and(limits);
        return new Where(places.list(), workplace(job), limits == null ? List.of() : List.of(limits));
    }

    private static @Nullable String place(XmlFields at) {
        String joined = Places.joined(
                at.text("city", "town"), at.text("state", "region", "region1"), at.text("country", "countrycode"));
        String written = at.text("location");
        return written == null ? (joined == null ? at.own() : joined) : written;
    }

    private static @Nullable Workplace workplace(XmlFields job) {
        String type = job.text("remotetype", "workplacetypes", "workplacetype", "remote");
        if (type == null) return null;
        String word = type.toLowerCase(Locale.ROOT);
        if (word.equals("true") || word.equals("1") || word.equals("yes")) return Workplace.REMOTE;
        return word.equals("hybrid remote") ? Workplace.HYBRID : WorkplaceWords.of(word);
    }

    private static Listing.Dates dates(XmlFields job, String id) {
        Matcher embedded = DATE_IN_ID.matcher(id);
        String posted = job.text(
                "date",
                "dateposted",
                "pubdate",
                "publicationdate",
                "listdate",
                "published",
                "createdat",
                "datecreated");
        return DateWords.dates(
                posted == null && embedded.matches() ? embedded.group(1) : posted,
                job.text("updated", "lastactivitydate", "dateupdated", "updatedat"),
                job.text("expirationdate", "expire", "expires", "expirydate", "closingdate", "validthrough"));
    }

    private static Body body(XmlFields job) {
        String more = job.text("descriptionrequirements", "requirements");
        String text = job.text("description", "jobdescription", "body", "content");
        return more == null
                ? BodyText.of(text)
                : new BodyText().and(text).and("Requirements", more).body();
    }

    private static Terms terms(XmlFields job) {
        List<String> kinds = new ArrayList<>();
        for (String each : List.of("jobtype", "employmenttype", "type", "contracttype", "workinghours")) {
            String kind = job.text(each);
            if (kind != null) kinds.addAll(List.of(kind.split("[,;|]")));
        }
        if (kinds.size() > 1) kinds.removeIf(kind -> kind.strip().equalsIgnoreCase("permanent"));
        return new Terms(
                EmploymentWords.of(kinds),
                pay(job),
                Line.of(job.text("department", "category")),
                Line.of(job.text("requisitionid", "requisition")),
                null,
                Line.of(job.text("experiencelevel", "seniority", "seniorityexperiencelevel", "careerlevel")));
    }

    private static @Nullable StatedPay pay(XmlFields job) {
        for (XmlFields each : job.groups("salaries", "salary")) {
            String currency = each.inside("lowend", "currencycode");
            StatedPay range = PayText.of(
                    each.inside("lowend", "amount"),
                    each.inside("highend", "amount"),
                    currency == null ? each.inside("highend", "currencycode") : currency,
                    each.text("period", "type"));
            if (range != null) return range;
        }
        String currency = job.attribute("salary", "currency");
        String period = job.attribute("salary", "periodicity");
        StatedPay range = PayText.of(
                job.text("salarymin", "minsalary"),
                job.text("salarymax", "maxsalary"),
                currency == null ? job.text("currency", "salarycurrency") : currency,
                period == null ? job.text("salaryperiod", "period") : period);
        return range == null ? PayText.of(job.text("salary"), currency, period) : range;
    }
}
