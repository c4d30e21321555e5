package pmradar.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pmradar.feed.Feed;
import pmradar.feed.Listing;
import pmradar.feed.StatedDate;
import pmradar.posting.Draft;
import pmradar.posting.EmploymentType;

class CleanerTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Feed FEED = PlayedFeeds.feed("north", Feed.Origin.DECLARED);
    private final Cleaner cleaner = new Cleaner(new PlaceReader());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<a href='javascript:alert(1)'>x</a>",
                "<a href=' java\tscript:alert(1)'>x</a>",
                "<svg/onload=alert(1)>",
                "<iframe src='https://example.com'></iframe>",
                "<p style='background:url(https://example.com/x)'>x</p>",
                "<form action='https://example.com'><input name=a></form>",
                "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
                "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<link rel=stylesheet href='https://example.com/x.css'><meta http-equiv=refresh content=0>",
                "&lt;p&gt;&lt;img src=x onerror=alert(1)&gt;&lt;/p&gt;",
            })
    void showsNothingThatActsOrLoads(String html) {
        assertThat(draft(html).html())
                .doesNotContainIgnoringCase("<script", "onerror", "javascript:", "<img", "<iframe", "style", "<form")
                .doesNotContainIgnoringCase("onload", "data:", "<link", "<meta", "<svg");
    }

    @Test
    void showsTheSameWordsThatItJudges() {
        var draft = draft(
                "<h1>Duties</h1><p>Plan &amp; lead <b>PostgreSQL</b> moves</p><a href='https://example.com/x'>more</a>");
        assertThat(draft.text()).isEqualTo("Duties\n\nPlan & lead PostgreSQL moves\n\nmore");
        assertThat(draft.html())
                .contains("<h2>Duties</h2>", "Plan &amp; lead", "rel=\"nofollow noopener noreferrer ugc\"");
        assertThat(PlainText.ofHtml(String.valueOf(draft.html()))).isEqualTo(draft.text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "HTTP://Jobs.Example.com/a/?utm_source=x&id=7&gclid=1#top | https://jobs.example.com/a?id=7",
                "https://example.com | https://example.com/",
                "https://example.com:443/a/ | https://example.com/a",
                "https://example.com/a?b=2&a=1 | https://example.com/a?a=1&b=2",
                "https://example.com/#!/job/5 | https://example.com/#!/job/5",
                "javascript:alert(1) | -",
                "ftp://example.com/a | -",
                "https://user:secret@example.com/a | -",
                "not a link | -",
                "//example.com/a | https://example.com/a",
            })
    void givesOnePageOneAddress(String raw, @Nullable String canonical) {
        assertThat(Links.canonical(raw)).isEqualTo(canonical);
    }

    @Test
    void cleansTheTitle() {
        assertThat(draft("  Project\n Manager &amp; <b>Lead</b>\u200B ", "<p>x</p>")
                        .title())
                .isEqualTo("Project Manager & Lead");
        assertThat(draft("x".repeat(5000), "<p>x</p>").title()).hasSizeLessThanOrEqualTo(250);
    }

    @Test
    void refusesDatesThatCannotBe() {
        assertThat(dated("1970-01-01T00:00:00Z").postedAt()).isNull();
        assertThat(dated("2999-01-01T00:00:00Z").postedAt()).isNull();
        assertThat(dated("2026-11-01T00:00:00Z").postedAt()).isEqualTo(Instant.parse("2026-11-01T00:00:00Z"));
    }

    @Test
    void setsAsideWhatHasNoTitle() {
        assertThat(cleaner.clean(FEED, Listings.of("a1", " &nbsp; ", "<p>x</p>"), NOW))
                .isEqualTo(new Cleaned.Unusable("has no title"));
    }

    @Test
    void bringsLongIdsIntoBounds() {
        assertThat(((Cleaned.Clean) cleaner.clean(FEED, Listings.of("x".repeat(3000), "PM", "y"), NOW))
                        .draft()
                        .externalId())
                .startsWith("hash-")
                .hasSizeLessThan(60);
    }

    @Test
    void readsKindsOfEmploymentInFourLanguages() {
        assertThat(EmploymentWords.of("FULL_TIME,CONTRACT"))
                .containsExactlyInAnyOrder(EmploymentType.FULL_TIME, EmploymentType.CONTRACT);
        assertThat(EmploymentWords.of("Teilzeit")).containsExactly(EmploymentType.PART_TIME);
        assertThat(EmploymentWords.of("CDD")).containsExactly(EmploymentType.TEMPORARY);
        assertThat(EmploymentWords.of("medio tiempo")).containsExactly(EmploymentType.PART_TIME);
        assertThat(EmploymentWords.of("unbefristet")).containsExactly(EmploymentType.FULL_TIME);
        assertThat(EmploymentWords.inTitle("Contract Manager")).isEmpty();
        assertThat(EmploymentWords.inTitle("Project Manager (Contract)")).containsExactly(EmploymentType.CONTRACT);
    }

    private Draft draft(String html) {
        return draft("Project Manager", html);
    }

    private Draft draft(String title, String html) {
        return ((Cleaned.Clean) cleaner.clean(FEED, Listings.of("a1", title, html), NOW)).draft();
    }

    private Draft dated(String at) {
        var plain = Listings.of("a1");
        var dates = new Listing.Dates(new StatedDate(Instant.parse(at), true, at), null, null);
        var listing = new Listing(
                "a1", "PM", null, plain.where(), plain.links(), dates, new Listing.Body(null, "x"), plain.terms());
        return ((Cleaned.Clean) cleaner.clean(FEED, listing, NOW)).draft();
    }

    @Test
    void takesTheEmployerOfTheFeedWhereTheListingNamesNone() {
        var listing = new Listing(
                "a1",
                "PM",
                null,
                new Listing.Where(List.of(), null, List.of()),
                Listings.of("a1").links(),
                Listing.Dates.UNKNOWN,
                new Listing.Body(null, "x"),
                Listing.Terms.UNKNOWN);
        var feed = new Feed(
                "n", "file", "n", "n", "Northwind &amp; Co", null, FEED.every(), null, FEED.origin(), FEED.options());
        assertThat(((Cleaned.Clean) cleaner.clean(feed, listing, NOW)).draft().company())
                .isEqualTo("Northwind & Co");
    }
}
