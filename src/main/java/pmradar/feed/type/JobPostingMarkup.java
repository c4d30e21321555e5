package pmradar.feed.type;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pmradar.feed.Feed;
import pmradar.feed.Listing;
import pmradar.feed.Listing.Body;
import pmradar.feed.Listing.Dates;
import pmradar.feed.Listing.Terms;
import pmradar.feed.Listing.Where;
import pmradar.feed.StatedDate;
import pmradar.feed.Workplace;

/// Reads a schema.org `JobPosting`, whichever syntax it was written in.
///
/// Source: schema.org/JobPosting; Google Search, "Job posting structured data".
final class JobPostingMarkup {
    private static final List<String> SECTIONS = List.of(
            "responsibilities",
            "qualifications",
            "educationRequirements",
            "experienceRequirements",
            "skills",
            "jobBenefits");

    private JobPostingMarkup() {}

    /// @param page where it was found; its id and address if it names none of its own
    static Listing listing(Feed feed, JsonItem posting, URI page) {
        String url = url(posting, page);
        return new Listing(
                Ids.of(identifier(posting), url, page.toString()),
                Line.of(posting.either("title", "name")),
                company(feed, posting),
                where(posting),
                Link.pair(page, url, apply(posting)),
                dates(posting),
                body(posting),
                terms(posting));
    }

    private static String url(JsonItem posting, URI page) {
        String url = Link.of(page, posting.either("url", "mainEntityOfPage.@id", "mainEntityOfPage"));
        // An address without a path is the employer's home page, put there by a template.
        if (url != null && URI.create("x:/").resolve(path(url)).getPath().length() > 1) return url;
        return page.toString();
    }

    private static String path(String url) {
        int slash = url.indexOf('/', url.indexOf("://") + 3);
        return slash < 0 ? "/" : url.substring(slash).replaceAll("[^\\w/.-]", "_");
    }

    /// Templates also write the employer's name or site where the id belongs; an id has a digit.
    private static @Nullable String identifier(JsonItem posting) {
        String id = posting.at("identifier").isObject()
                        || posting.at("identifier").node().isArray()
                ? posting.either("identifier.value", "identifier.@value", "identifier")
                : posting.text("identifier");
        if (id == null) id = posting.either("jobPostingId", "jobId");
        boolean isId = id != null && id.length() <= 100 && id.chars().anyMatch(Character::isDigit);
        return isId ? id : null;
    }

    private static @Nullable String company(Feed feed, JsonItem posting) {
        String name = feed.company();
        JsonItem organisation = posting.at("hiringOrganization");
        if (name == null)
            name = Line.of(organisation.isObject() ? organisation.either("name", "legalName") : organisation.text());
        if (name == null) name = Line.of(organisation.text("name"));
        return name == null || name.toLowerCase(Locale.ROOT).startsWith("confidential") ? null : name;
    }

    private static @Nullable String apply(JsonItem posting) {
        return posting.either(
                "potentialAction.target.urlTemplate",
                "potentialAction.target",
                "potentialAction.url",
                "applicationContact.url");
    }

    private static Where where(JsonItem posting) {
        Places places = new Places();
        for (JsonItem place : posting.each("jobLocation")) places.and(place(place));
        Places eligible = new Places();
        for (JsonItem area : posting.each("applicantLocationRequirements"))
            eligible.and(area.isObject() ? name(area) : area.text());
        boolean remote = posting.texts("jobLocationType").stream()
                .anyMatch(type -> type.toUpperCase(Locale.ROOT).contains("TELECOMMUTE"));
        return new Where(places.list(), remote ? Workplace.REMOTE : null, eligible.list());
    }

    private static @Nullable String name(JsonItem area) {
        String name = area.text("name");
        return name == null ? place(area) : name;
    }

    private static @Nullable String place(JsonItem place) {
        if (!place.isObject()) return place.text();
        JsonItem address = place.at("address");
        if (address.node().isMissingNode()) address = place;
        String written = address.isObject() ? null : address.text();
        if (written != null) return written;
        String joined = Places.joined(
                known(address.text("addressLocality")), known(address.text("addressRegion")), known(country(address)));
        return joined == null ? place.text("name") : joined;
    }

    private static @Nullable String country(JsonItem address) {
        JsonItem country = address.at("addressCountry");
        return country.isObject()
                ? country.text("name")
                : country.node().isArray() ? country.either("name") : country.text();
    }

    private static @Nullable String known(@Nullable String part) {
        return part == null || part.equalsIgnoreCase("UNAVAILABLE") || part.equalsIgnoreCase("null") ? null : part;
    }

    /// Some systems invent both dates: exactly two years back and one year ahead of the reading.
    private static Dates dates(JsonItem posting) {
        Dates dates =
                DateWords.dates(posting.text("datePosted"), posting.text("dateModified"), posting.text("validThrough"));
        StatedDate posted = dates.posted();
        StatedDate closes = dates.closes();
        boolean invented =
                posted != null && closes != null && yearsLater(posted.at(), 3).equals(closes.at());
        return invented ? Dates.UNKNOWN : dates;
    }

    private static Instant yearsLater(Instant at, int years) {
        return at.atOffset(ZoneOffset.UTC).plusYears(years).toInstant();
    }

    private static Body body(JsonItem posting) {
        String description = posting.text("description");
        Body alone = BodyText.of(description);
        String read = (alone.html() == null ? String.valueOf(alone.text()) : alone.html());
        List<String> more = new ArrayList<>();
        for (String section : SECTIONS) if (isNew(posting.at(section), read)) more.add(section);
        if (more.isEmpty()) return alone;
        BodyText body = new BodyText().and(description);
        for (String section : more) body.and(heading(section), String.join("\n\n", posting.texts(section)));
        return body.body();
    }

    /// Many pages repeat parts of the description in fields of their own.
    private static boolean isNew(JsonItem section, String read) {
        String text = section.text();
        if (text == null || section.isObject()) return false;
        String start = BodyText.unescaped(text);
        start = start.substring(0, Math.min(60, start.length()));
        return start.length() > 10 && !read.contains(start);
    }

    private static String heading(String section) {
        String words = section.replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT)
                .replace("job ", "");
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static Terms terms(JsonItem posting) {
        List<String> kinds = new ArrayList<>();
        for (String kind : posting.texts("employmentType")) kinds.addAll(List.of(kind.split("[,;|]")));
        String language = posting.text("inLanguage");
        return new Terms(
                EmploymentWords.of(kinds),
                BaseSalary.pay(posting),
                Line.of(posting.either("department", "employmentUnit.name")),
                null,
                language == null || language.length() < 2
                        ? null
                        : language.substring(0, 2).toLowerCase(Locale.ROOT));
    }
}
