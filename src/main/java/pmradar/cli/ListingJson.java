package pmradar.cli;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pmradar.feed.Listing;
import pmradar.feed.StatedDate;
import pmradar.feed.StatedPay;
import pmradar.ingest.PlainText;
import tools.jackson.databind.node.ObjectNode;

/// A listing as a JSON object.
final class ListingJson {
    private ListingJson() {}

    static ObjectNode of(Listing listing) {
        var json = Json.MAPPER.createObjectNode();
        json.put("external_id", listing.externalId());
        json.put("title", listing.title());
        json.put("company", listing.company());
        listing.where().locations().forEach(json.putArray("locations")::add);
        var workplace = listing.where().workplace();
        json.put(
                "remote",
                workplace == null
                        ? null
                        : workplace.name().toLowerCase(Locale.ROOT).replace("_", ""));
        listing.where().eligible().forEach(json.putArray("eligible")::add);
        json.put("url", listing.links().url());
        json.put("apply_url", listing.links().applyUrl());
        json.put("posted_at", date(listing.dates().posted()));
        json.put("updated_at", date(listing.dates().updated()));
        json.put("closes_at", date(listing.dates().closes()));
        json.put("employment_type", listing.terms().employmentType());
        pay(listing.terms().pay(), json);
        json.put("department", listing.terms().department());
        json.put("requisition", listing.terms().requisition());
        json.put("language", listing.terms().language());
        body(listing.body(), json);
        return json;
    }

    private static @Nullable String date(@Nullable StatedDate date) {
        if (date == null) return null;
        return date.dayOnly()
                ? date.at().atOffset(ZoneOffset.UTC).toLocalDate().toString()
                : date.at().toString();
    }

    private static void pay(@Nullable StatedPay pay, ObjectNode to) {
        if (pay == null) {
            to.putNull("pay");
            return;
        }
        var node = to.putObject("pay");
        node.put("min", plain(pay.min()));
        node.put("max", plain(pay.max()));
        node.put("currency", pay.currency());
        node.put("period", pay.period());
        if (pay.raw() != null) node.put("raw", pay.raw());
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal amount) {
        if (amount == null) return null;
        var stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static void body(Listing.Body body, ObjectNode to) {
        var html = body.html();
        var text = body.text() != null ? PlainText.ofText(body.text()) : html == null ? null : PlainText.ofHtml(html);
        to.put("description_text", text);
        to.put("description_html", html);
    }
}
