package pmradar.feed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.stereotype.Component;

/// Signs on a posting's page that it is closed: a banner in words, or a closing date for machines that has passed.
@Component
class ClosedSigns {
    private static final int DEEPEST = 256;
    private static final int LONGEST_TEXT = 200_000;
    /// Less text than this is a frame around a script, a gate, or an error in words.
    private static final int HARDLY_A_PAGE = 200;
    /// A day without time or zone ends last in the zone furthest behind.
    private static final Duration END_OF_DAY_ANYWHERE = Duration.ofHours(36);

    private static final String IT =
            "(?:this|the|that) (?:job|position|role|vacancy|posting|opening|requisition|opportunity"
                    + "|job posting|job opening|job listing|listing|job ad|advert|offer)(?: you (?:are|were) (?:looking|searching) for"
                    + "| you requested)?";
    private static final List<Pattern> BANNERS = List.of(
            words(IT + " (?:is|has been|was) (?:now |already )?(?:closed|filled|expired|removed|cancelled|canceled"
                    + "|no longer (?:available|open|active|posted|accepting applications)|not available any ?more)"),
            words(IT + " has (?:now |already |since )?(?:closed|expired)"),
            words(
                    IT
                            + " (?:is no longer|no longer is) (?:taking|accepting|receiving) (?:new )?(?:applications|applicants)"),
            words(
                    "(?:we are |we're |is )?no longer accepting (?:new )?applications(?: for this (?:job|position|role|vacancy))?"),
            words("applications (?:for this (?:job|position|role|vacancy) )?(?:are|have) (?:now )?closed"),
            words(
                    "(?:diese|die) (?:stelle|position|stellenanzeige|stellenausschreibung|vakanz|ausschreibung) (?:ist|wurde)"
                            + " (?:leider )?(?:bereits |inzwischen )?(?:nicht mehr (?:verfügbar|aktiv|online|ausgeschrieben|vakant)"
                            + "|besetzt|geschlossen|abgelaufen|deaktiviert|vergeben)"),
            words(
                    "(?:dieses|das) (?:stellenangebot|jobangebot|inserat) (?:ist|wurde) (?:leider )?(?:bereits |inzwischen )?"
                            + "(?:nicht mehr (?:verfügbar|aktiv|online)|abgelaufen|geschlossen|deaktiviert)"),
            words("(?:diese|die) bewerbungsfrist ist (?:bereits )?abgelaufen"),
            words("(?:cette|l') ?(?:offre|annonce)(?: d['’]emploi)? (?:n['’]est (?:malheureusement )?plus"
                    + " (?:disponible|active|en ligne|d['’]actualité)|a (?:été|expiré)(?: pourvue| clôturée| retirée)?|est"
                    + " (?:expirée|clôturée|pourvue|fermée))"),
            words("(?:ce|le) poste (?:n['’]est (?:malheureusement )?plus (?:disponible|à pourvoir|vacant)|a été pourvu"
                    + "|est (?:déjà )?pourvu)"),
            words("(?:esta|la) (?:oferta|vacante|posición)(?: de (?:empleo|trabajo))? (?:ya no (?:está|se encuentra)"
                    + " (?:disponible|activa|abierta)|ha (?:sido (?:cubierta|cerrada|eliminada)|expirado|caducado|finalizado)"
                    + "|está cerrada)"),
            words("(?:este|el) (?:puesto|empleo) (?:ya no (?:está|se encuentra) (?:disponible|vacante)"
                    + "|ha sido cubierto|ya (?:ha sido|fue) cubierto)"));
    /// "Open until the position has been filled" closes nothing.
    private static final Pattern NOT_YET = words(
            "(?:until|till|unless|once|when|if|whether|before|after|as soon as|bis|sobald|wenn|falls|sofern|jusqu['’]à|lorsque"
                    + "|dès que|si|hasta|cuando)\\s[^.!?]{0,60}$");

    private final FeedTypes types;
    private final Clock clock;

    ClosedSigns(FeedTypes types, Clock clock) {
        this.types = types;
        this.clock = clock;
    }

    private static Pattern words(String words) {
        return Pattern.compile(
                "(?<![\\p{L}\\d])" + words.replace(" ", "\\s+"), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    PageWatch.Outcome of(Answer answer) {
        var text = FeedText.of(answer);
        if (!FeedText.looksLikeHtml(text)) return new PageWatch.Outcome.Unknown("Its page is no web page.");
        var page = Jsoup.parse(
                text,
                answer.uri().toString(),
                org.jsoup.parser.Parser.htmlParser().setMaxDepth(DEEPEST));
        var closed = closingDatePassed(answer);
        if (closed != null) return new PageWatch.Outcome.Gone("its page says that it closed on " + closed);
        var seen = seen(page);
        var banner = banner(seen);
        if (banner != null) return new PageWatch.Outcome.Gone("its page says: " + banner);
        if (seen.length() >= HARDLY_A_PAGE) return new PageWatch.Outcome.Open();
        var gate = Gates.of(answer);
        return new PageWatch.Outcome.Unknown(
                gate != null ? gate.words() : "Its page shows hardly any text without scripts.");
    }

    private static String seen(Document page) {
        page.select("script, style, template, noscript").remove();
        var text = Objects.requireNonNullElse(page.body(), page).text();
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }

    static @org.jspecify.annotations.Nullable String banner(String text) {
        for (var pattern : BANNERS) {
            var found = pattern.matcher(text);
            while (found.find()) {
                var before = text.substring(Math.max(0, found.start() - 80), found.start());
                if (!NOT_YET.matcher(before).find()) return found.group().strip();
            }
        }
        return null;
    }

    /// The last closing date of the schema.org postings on the page, if all of them have passed.
    private @org.jspecify.annotations.Nullable String closingDatePassed(Answer answer) {
        var type = types.named("jsonld").orElse(null);
        if (type == null) return null;
        try {
            var listings = type.parse(asFeed(answer), answer).listings();
            var dates = listings.stream()
                    .map(listing -> listing.dates().closes())
                    .filter(Objects::nonNull)
                    .toList();
            var now = clock.instant();
            var over = !dates.isEmpty()
                    && dates.size() == listings.size()
                    && dates.stream().allMatch(date -> end(date).isBefore(now));
            return over ? dates.getFirst().at().toString().substring(0, 10) : null;
        } catch (UnreadableFeed noPosting) {
            return null;
        }
    }

    private static Instant end(StatedDate date) {
        return date.dayOnly() ? date.at().plus(END_OF_DAY_ANYWHERE) : date.at();
    }

    private static Feed asFeed(Answer answer) {
        var at = answer.uri().toString();
        return new Feed(
                "page", "jsonld", at, "page", null, null, Duration.ofDays(1), null, Feed.Origin.DECLARED, Map.of());
    }
}
