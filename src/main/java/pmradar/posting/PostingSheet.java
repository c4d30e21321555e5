package pmradar.posting;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pmradar.classify.Domain;
import pmradar.classify.Evidence;

/// Postings as rows of a table, one column a fact: for spreadsheets. Several values of one fact stand in one field with
/// a semicolon between.
public final class PostingSheet {

    private static final List<String> COLUMNS = List.of(
            "id",
            "title",
            "company",
            "locations",
            "countries",
            "remote",
            "pay_min",
            "pay_max",
            "pay_currency",
            "pay_period",
            "employment",
            "label",
            "score",
            "family",
            "domains",
            "requires",
            "prefers",
            "url",
            "feeds",
            "first_seen",
            "last_seen",
            "posted_at",
            "sample");

    private PostingSheet() {}

    /// The names of the columns, as the first line.
    public static String head() {
        return Csv.line(COLUMNS);
    }

    public static String line(Posting posting) {
        var found = posting.classification();
        var pay = posting.pay();
        var life = posting.life();
        return Csv.line(Arrays.<@Nullable Object>asList(
                posting.id().value(),
                posting.title(),
                posting.company(),
                joined(posting.places().stream().map(Place::raw)),
                joined(posting.places().stream().map(Place::country)),
                word(posting.remote()),
                pay == null ? null : plain(pay.min()),
                pay == null ? null : plain(pay.max()),
                pay == null ? null : pay.currency(),
                pay == null ? null : word(pay.period()),
                joined(posting.employment().stream().sorted().map(PostingSheet::word)),
                word(found.label()),
                found.score(),
                word(found.family()),
                joined(found.domains().stream().map(Domain::tag)),
                requirements(posting, Evidence.Necessity.MUST),
                requirements(posting, Evidence.Necessity.PREFERRED),
                posting.url(),
                joined(posting.sightings().stream().map(Sighting::feedId)),
                life.firstSeen(),
                life.lastSeen(),
                life.claimedPosted(),
                posting.sample()));
    }

    private static String requirements(Posting posting, Evidence.Necessity necessity) {
        return joined(posting.classification().evidence().stream()
                .filter(unit -> unit.necessity() == necessity)
                .map(unit -> unit.requirement() == null ? unit.quote() : unit.requirement())
                .map(words -> words.replaceAll("\\s+", " ").strip()));
    }

    private static String joined(Stream<? extends @Nullable String> values) {
        return values.filter(Objects::nonNull).distinct().collect(Collectors.joining("; "));
    }

    /// Without an exponent; a number, so that no sign is taken for a formula.
    private static @Nullable String plain(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.stripTrailingZeros().toPlainString();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
