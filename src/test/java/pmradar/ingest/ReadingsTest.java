package pmradar.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pmradar.feed.Listing;
import pmradar.feed.type.KnownTypes;
import pmradar.journey.SharedData;
import pmradar.posting.Draft;
import pmradar.posting.Pay;
import pmradar.posting.Place;

/// Compares what the cleaner reads in real postings with what a person read in them (`ingest/readings.tsv`), prints the
/// errors as a table, and holds floors. The errors of the part kept back are counted, and listed with
/// `-Dpmradar.readings.held=true` only, so that no rule is made after them.
class ReadingsTest {
    private record Reading(
            String id, boolean held, @Nullable String pay, Set<String> countries, Set<String> remote) {}

    private record Miss(Reading reading, String field, String read, String wanted) {}

    private static final List<Reading> READINGS = new ArrayList<>();
    private static final List<Miss> MISSES = new ArrayList<>();

    @BeforeAll
    static void readThemAll() throws IOException {
        var drafts = drafts();
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ReadingsTest.class.getResourceAsStream("/ingest/readings.tsv")),
                StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> READINGS.add(reading(line.split("\t"))));
        }
        for (var reading : READINGS) compare(reading, Objects.requireNonNull(drafts.get(reading.id())));
        print();
    }

    private static Reading reading(String[] cells) {
        return new Reading(
                cells[0],
                cells[1].equals("held"),
                cells[2].equals("-") ? null : cells[2],
                Set.of(cells[3].split("\\|")),
                Set.of(cells[4].split("\\|")));
    }

    private static void compare(Reading reading, Draft draft) {
        var country = draft.places().stream()
                .map(Place::country)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("-");
        if (!reading.countries().contains(country))
            miss(reading, "country", country, reading.countries().toString());
        var remote = draft.remote().name().toLowerCase(Locale.ROOT).replace('_', '-');
        if (!reading.remote().contains(remote))
            miss(reading, "remote", remote, reading.remote().toString());
        var pay = draft.pay() == null ? null : words(draft.pay());
        if (!Objects.equals(pay, reading.pay()))
            miss(reading, "pay", String.valueOf(pay), String.valueOf(reading.pay()));
    }

    private static void miss(Reading reading, String field, String read, String wanted) {
        MISSES.add(new Miss(reading, field, read, wanted));
    }

    /// As the readings are written: `90000-110000 USD year`, `85000- USD year`, `22000 GBP year`.
    private static String words(Pay pay) {
        var amounts = pay.min() != null && pay.max() != null && pay.min().compareTo(pay.max()) == 0
                ? plain(pay.min())
                : plain(pay.min()) + "-" + plain(pay.max());
        return "%s %s %s".formatted(amounts, pay.currency(), pay.period().name().toLowerCase(Locale.ROOT));
    }

    private static String plain(@Nullable BigDecimal amount) {
        if (amount == null) return "";
        var plain = amount.stripTrailingZeros();
        return (plain.scale() == 1 ? plain.setScale(2) : plain).toPlainString();
    }

    private static Map<String, Draft> drafts() throws IOException {
        var file = SharedData.need("postings/dev.jsonl.gz");
        var feed = KnownTypes.feed("file", file.toString(), null, Map.of());
        byte[] bytes;
        try (var unpacked = new GZIPInputStream(Files.newInputStream(file))) {
            bytes = unpacked.readAllBytes();
        }
        var page = KnownTypes.named("file").parse(feed, KnownTypes.answer(bytes));
        var cleaner = new Cleaner(new PlaceReader());
        Map<String, Draft> drafts = new HashMap<>();
        for (Listing listing : page.listings()) {
            if (cleaner.clean(feed, listing, Instant.parse("2026-11-22T10:00:00Z")) instanceof Cleaned.Clean clean)
                drafts.put(listing.externalId(), clean.draft());
        }
        return drafts;
    }

    private static void print() {
        System.out.println("| readings | postings | pay right | pay found | country | remote |");
        System.out.println("|---|---|---|---|---|---|");
        for (boolean held : new boolean[] {false, true}) System.out.println(row(held));
        for (var miss : MISSES) {
            if (miss.reading().held() && !Boolean.getBoolean("pmradar.readings.held")) continue;
            System.out.printf(
                    "  %s %s: read %s, a person reads %s%n",
                    miss.reading().id(), miss.field(), miss.read(), miss.wanted());
        }
    }

    private static String row(boolean held) {
        return "| %s | %d | %.3f | %.3f | %.3f | %.3f |"
                .formatted(
                        held ? "kept back" : "looked at",
                        READINGS.stream().filter(each -> each.held() == held).count(),
                        share("pay", held, false),
                        share("pay", held, true),
                        share("country", held, false),
                        share("remote", held, false));
    }

    /// @param paying among those only in which a person finds pay
    private static double share(String field, @Nullable Boolean held, boolean paying) {
        long all = READINGS.stream().filter(each -> counts(each, held, paying)).count();
        long wrong = MISSES.stream()
                .filter(each -> each.field().equals(field) && counts(each.reading(), held, paying))
                .count();
        return (double) (all - wrong) / all;
    }

    private static boolean counts(Reading reading, @Nullable Boolean held, boolean paying) {
        return (held == null || reading.held() == held) && (!paying || reading.pay() != null);
    }

    @Test
    void holdsAtLeastThreeHundredReadings() {
        assertThat(READINGS).hasSizeGreaterThanOrEqualTo(300);
    }

    @Test
    void findsPayAsAPersonDoes() {
        assertThat(share("pay", null, false)).isGreaterThanOrEqualTo(0.97);
        assertThat(share("pay", null, true)).isGreaterThanOrEqualTo(0.97);
    }

    @Test
    void readsTheCountryAsAPersonDoes() {
        assertThat(share("country", null, false)).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void readsWhereTheWorkIsDoneAsAPersonDoes() {
        assertThat(share("remote", null, false)).isGreaterThanOrEqualTo(0.95);
    }
}
