package pmradar.ingest;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pmradar.feed.Feed;
import pmradar.feed.Listing;
import pmradar.feed.StatedDate;
import pmradar.posting.Draft;
import pmradar.posting.EmploymentType;
import pmradar.posting.Pay;

/// Makes a draft of a listing: one tree of its HTML, and every other field cleaned, bounded and read for what it says.
/// Pure: the same listing gives the same draft, but for dates that lie in the future.
@Component
class Cleaner {
    private static final int MAX_TITLE = 250;
    private static final int MAX_TEXT = 150_000;
    private static final int MAX_HTML = 300_000;
    private static final int MAX_SOURCE = 2_000_000;
    private static final int MAX_ELIGIBLE = 40;

    private final PlaceReader places;

    Cleaner(PlaceReader places) {
        this.places = places;
    }

    Cleaned clean(Feed feed, Listing listing, Instant now) {
        if (listing.externalId().isBlank()) return new Cleaned.Unusable("has no id");
        var title = title(listing.title());
        if (title == null) return new Cleaned.Unusable("has no title");
        var body = body(listing.body());
        var where = places.read(listing.where(), listing.terms().employmentType(), title, body.text());
        var pay = PayReader.read(listing.terms().pay(), body.text(), where.country());
        var url = Links.canonical(listing.links().url());
        return new Cleaned.Clean(new Draft(
                id(listing.externalId()),
                title,
                name(listing.company() == null ? feed.company() : listing.company(), 200),
                where.places(),
                where.remote(),
                eligible(where.eligible()),
                where.workFrom(),
                pay,
                employment(listing.terms().employmentType(), title),
                SeniorityWords.read(listing.terms().seniority(), title, body.text()),
                name(listing.terms().department(), 200),
                name(listing.terms().requisition(), 120),
                date(listing.dates().posted(), now, 1),
                listing.dates().posted() == null
                        ? null
                        : Words.cut(listing.dates().posted().raw(), 100),
                date(listing.dates().closes(), now, 1100),
                url,
                applyUrl(listing.links().applyUrl(), url),
                body.text(),
                body.html(),
                contradictions(where, pay, body.text()),
                feed.origin() == Feed.Origin.SAMPLE));
    }

    /// A record of what did not become a draft, with its words cleaned and bounded as well.
    ReadLog.SetAside setAside(
            Feed feed, String externalId, @Nullable Listing listing, String reason, boolean offTopic, Instant now) {
        return new ReadLog.SetAside(
                feed.id(),
                id(externalId),
                listing == null ? null : Words.cut(title(listing.title()), 290),
                listing == null ? null : name(listing.company() == null ? feed.company() : listing.company(), 200),
                listing == null ? null : Links.canonical(listing.links().url()),
                Words.cut(reason, 400) == null ? "" : String.valueOf(Words.cut(reason, 400)),
                offTopic,
                now);
    }

    private static String id(String externalId) {
        var id = externalId.strip();
        if (id.length() <= 400 && id.chars().noneMatch(c -> c < ' ')) return id;
        return "hash-" + UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable String title(@Nullable String raw) {
        return name(raw, MAX_TITLE);
    }

    private static @Nullable String name(@Nullable String raw, int length) {
        if (raw == null) return null;
        var bounded = raw.length() > 4000 ? raw.substring(0, 4000) : raw;
        return Words.blankToNull(Words.cut(PlainText.line(bounded), length));
    }

    private record Body(String text, @Nullable String html) {}

    private static Body body(Listing.Body body) {
        if (body.html() != null && !body.html().isBlank()) {
            var tree = HtmlBody.parse(bounded(body.html()));
            var html = tree.safeHtml();
            return new Body(text(tree.text()), html.length() > MAX_HTML ? null : html);
        }
        return new Body(body.text() == null ? "" : text(PlainText.ofText(bounded(body.text()))), null);
    }

    private static String bounded(String source) {
        return source.length() > MAX_SOURCE ? source.substring(0, MAX_SOURCE) : source;
    }

    private static String text(String text) {
        return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
    }

    private static List<String> eligible(List<String> raw) {
        var names = new LinkedHashSet<String>();
        for (var one : raw.stream().limit(MAX_ELIGIBLE).toList()) {
            var name = name(one, 80);
            if (name != null) names.add(name);
        }
        return List.copyOf(names);
    }

    private static @Nullable String applyUrl(@Nullable String raw, @Nullable String url) {
        var apply = Links.web(raw);
        return apply == null ? url : apply;
    }

    private static List<String> contradictions(PlaceReader.Where where, @Nullable Pay pay, String text) {
        if (pay == null || !pay.stated()) return where.contradictions();
        var all = new ArrayList<>(where.contradictions());
        all.addAll(Contradictions.ofPay(pay, PayReader.read(null, text, where.country())));
        return all;
    }

    /// What lies before the web or too far ahead is a mistake of the feed, and no date is better than a wrong one.
    private static @Nullable Instant date(@Nullable StatedDate stated, Instant now, int daysAhead) {
        if (stated == null || stated.latest()) return null; // a bound is shown as written, and is no date
        var at = stated.at();
        var early = at.isBefore(Instant.parse("2000-01-01T00:00:00Z"));
        return early || at.isAfter(now.plusSeconds(daysAhead * 86_400L)) ? null : at;
    }

    private static Set<EmploymentType> employment(@Nullable String raw, String title) {
        var found = EnumSet.noneOf(EmploymentType.class);
        if (raw != null) found.addAll(EmploymentWords.of(raw));
        if (found.isEmpty()) found.addAll(EmploymentWords.inTitle(title));
        return found;
    }
}
