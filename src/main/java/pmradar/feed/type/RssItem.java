package pmradar.feed.type;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pmradar.feed.Feed;
import pmradar.feed.Listing;
import pmradar.feed.Listing.Body;
import pmradar.feed.Listing.Links;
import pmradar.feed.Listing.Terms;
import pmradar.feed.Listing.Where;
import pmradar.feed.StatedPay;
import pmradar.feed.Workplace;

/// Reads one item of RSS or entry of Atom, with the job elements of WP Job Manager, NEOGOV, Teamtailor, Google Base and
/// We Work Remotely. Their namespaces differ even between sites of one producer, so the local names decide.
record RssItem(Feed feed, URI base) {

    Listing listing(XmlItem channel, XmlItem item) {
        String link = link(item);
        RssTitle title = RssTitle.read(At.option(feed, "title"), item.either("title", "*:title"));
        return new Listing(
                Ids.of(item.either("guid", "id", "*:guid"), link, item.either("g:id", "*:jobid")),
                title.title(),
                company(channel, item, title),
                where(item, title),
                links(item, link),
                dates(item),
                body(item),
                terms(item));
    }

    private @Nullable String link(XmlItem item) {
        String link = null;
        for (XmlItem each : item.each("*:link")) {
            String rel = each.attribute("rel");
            String target = each.attribute("href");
            if (rel == null || rel.equalsIgnoreCase("alternate")) link = target == null ? each.text() : target;
            if (link != null && !link.isBlank()) return Link.of(base, link);
        }
        XmlItem guid = item.at("guid");
        boolean isPermaLink = !"false".equalsIgnoreCase(guid.attribute("ispermalink"))
                && !"false".equalsIgnoreCase(guid.attribute("isPermaLink"));
        return isPermaLink && guid.text().startsWith("http") ? Link.of(base, guid.text()) : null;
    }

    private static Links links(XmlItem item, @Nullable String link) {
        return Link.both(link, Link.of(item.either("*:applyurl", "*:apply_url", "*:application_url", "*:apply-url")));
    }

    private @Nullable String company(XmlItem channel, XmlItem item, RssTitle title) {
        String stated =
                item.either("*:company", "*:employer", "*:companyname", "*:company_name", "*:hiringorganization");
        if (stated == null) stated = title.company();
        if (stated == null) stated = feed.company();
        if (stated == null) stated = item.either("dc:creator");
        if (stated == null) stated = author(item.at("author"));
        if (stated == null && isBoardOfOneEmployer(item)) stated = channel.either("title");
        return Line.of(stated);
    }

    /// In RSS an author is an address, perhaps with a name in brackets; in Atom it has a name of its own.
    private static @Nullable String author(XmlItem author) {
        String name = author.either("name");
        if (name != null) return name;
        String text = author.text();
        int bracket = text.indexOf('(');
        if (bracket > 0 && text.endsWith(")")) return text.substring(bracket + 1, text.length() - 1);
        return text.isEmpty() || text.contains("@") ? null : text;
    }

    private static boolean isBoardOfOneEmployer(XmlItem item) {
        return !item.each("*:remotestatus").isEmpty()
                || !item.each("joblisting:jobid").isEmpty();
    }

    private Where where(XmlItem item, RssTitle title) {
        Places places = new Places();
        Places names = new Places();
        for (XmlItem group : item.each("*:locations")) {
            for (XmlItem location : group.each("*:location")) {
                places.and(Places.joined(location.either("*:city"), location.either("*:country")));
                names.and(location.either("*:name"));
            }
        }
        // The name of an office is an inner one ("HQ"), good only where nothing else is told.
        if (places.list().isEmpty()) places.and(names.list());
        for (XmlItem location : item.each("*:location")) places.and(location.text());
        String apart = Places.joined(item.either("*:city"), item.either("*:state"), item.either("*:country"));
        for (String other : Arrays.asList(apart, item.either("region"), title.location())) {
            if (places.list().isEmpty()) places.and(other);
        }
        return new Where(places.list(), workplace(item), List.of());
    }

    private static @Nullable Workplace workplace(XmlItem item) {
        Workplace stated = WorkplaceWords.of(item.either("*:remotestatus", "*:workplacetype", "*:workplace_type"));
        if (stated != null) return stated;
        String flag = item.either("*:remote", "*:is_remote", "*:remote_position");
        boolean isRemote = flag != null && List.of("1", "true", "yes").contains(flag.toLowerCase(Locale.ROOT));
        return isRemote ? Workplace.REMOTE : WorkplaceWords.of(flag);
    }

    private static Listing.Dates dates(XmlItem item) {
        return DateWords.dates(
                item.either("pubdate", "published", "dc:date", "issued", "*:advertisefromdateutc", "updated"),
                item.either("updated", "*:modified", "*:updated"),
                item.either(
                        "expires_at",
                        "*:expiration_date",
                        "*:advertisetodatetimeutc",
                        "*:advertisetodateutc",
                        "*:expires",
                        "*:expiry",
                        "*:closing_date",
                        "*:closingdate",
                        "*:validthrough"));
    }

    private static Body body(XmlItem item) {
        String full = item.either("content:encoded");
        if (full == null) full = xhtml(item, "content");
        if (full == null) full = item.either("description", "content");
        if (full == null) full = xhtml(item, "summary");
        if (full == null) full = item.either("summary", "*:description");
        String duties = item.either("*:examplesofduties");
        String qualifications = item.either("*:qualifications");
        String rest = item.either("*:supplementalinformation");
        if (duties == null && qualifications == null && rest == null) return BodyText.of(full);
        return new BodyText()
                .and(full)
                .and("Examples of duties", duties)
                .and("Qualifications", qualifications)
                .and("Supplemental information", rest)
                .body();
    }

    private static @Nullable String xhtml(XmlItem item, String name) {
        XmlItem content = item.at(name);
        return "xhtml".equalsIgnoreCase(content.attribute("type"))
                ? content.element().inner()
                : null;
    }

    private static Terms terms(XmlItem item) {
        List<String> types = item.texts("*:job_type");
        String employment = EmploymentWords.of(types.isEmpty() ? types(item) : types);
        return new Terms(
                employment,
                pay(item),
                Line.of(item.either("*:department", "*:job_function")),
                Line.of(item.either("*:jobnumber", "*:requisitionid", "*:requisitionnumber")),
                language(item));
    }

    private static List<String> types(XmlItem item) {
        String type = item.either("type", "*:jobtype", "*:employmenttype", "*:employment_type");
        return type == null ? List.of() : List.of(type);
    }

    private static @Nullable StatedPay pay(XmlItem item) {
        String currency = item.either("*:salarycurrency", "*:currency");
        String period = item.either("*:salaryinterval", "*:salaryperiod");
        StatedPay range = PayText.of(
                item.either("*:minimumsalary", "*:salarymin"),
                item.either("*:maximumsalary", "*:salarymax"),
                currency,
                period);
        return range != null ? range : PayText.of(item.either("*:salary"), currency, period);
    }

    private static @Nullable String language(XmlItem item) {
        String language = item.either("dc:language");
        return language == null || language.length() < 2
                ? null
                : language.substring(0, 2).toLowerCase(Locale.ROOT);
    }
}
