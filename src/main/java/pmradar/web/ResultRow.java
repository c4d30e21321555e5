package pmradar.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pmradar.classify.Evidence;
import pmradar.posting.Posting;
import pmradar.search.Results;

/// One posting in a list, in words.
///
/// @param where places and remote in one line; @param deciding the requirements that added most to the score
/// @param snippets pieces of the text, found words apart from the rest
record ResultRow(
        long id,
        String title,
        String employer,
        String where,
        @Nullable String pay,
        @Nullable String payYearly,
        Seen seen,
        String label,
        int score,
        String band,
        int depth,
        List<Deciding> deciding,
        List<String> feeds,
        List<List<Snippet>> snippets,
        boolean sample,
        boolean selected,
        String link,
        String previewLink) {

    /// Age by PM Radar's own sight. @param at exact, for machines; @param exact the same for people
    record Seen(String ago, Instant at, String exact) {}

    record Deciding(String words, String strength, String necessity) {}

    record Snippet(String text, boolean found) {}

    private static final int DECIDING = 3;
    private static final int DECIDING_LENGTH = 60;

    static ResultRow of(
            Posting posting, Results.Hit hit, SearchAddress address, UnaryOperator<String> feedName, Instant now) {
        var found = posting.classification();
        var firstSeen = posting.life().firstSeen();
        long id = posting.id().value();
        return new ResultRow(
                id,
                posting.title(),
                Objects.requireNonNullElse(posting.company(), "Employer not named"),
                where(posting),
                posting.pay() == null ? null : PayWords.stated(posting.pay()),
                posting.pay() == null ? null : PayWords.yearly(posting.pay()),
                new Seen(Wording.ago(firstSeen, now), firstSeen, Wording.exact(firstSeen)),
                Wording.label(found.label()),
                found.score(),
                Wording.band(found.score()),
                Wording.depth(found.score()),
                deciding(found.evidence()),
                feeds(posting, feedName),
                hit.snippets().stream().map(ResultRow::snippet).toList(),
                posting.sample(),
                Objects.equals(address.selected(), id),
                "/postings/" + id,
                address.selecting(id).link("/"));
    }

    static String where(Posting posting) {
        var places = posting.places().stream().map(Wording::place).distinct().limit(3);
        var more = posting.places().size() > 3
                ? " and %d more".formatted(posting.places().size() - 3)
                : "";
        var placesWords = places.collect(Collectors.joining(" / ")) + more;
        return Stream.of(placesWords, Wording.remote(posting.remote()))
                .filter(words -> words != null && !words.isBlank())
                .collect(Collectors.joining(", "));
    }

    static List<String> feeds(Posting posting, UnaryOperator<String> feedName) {
        return posting.sightings().stream()
                .map(sighting -> feedName.apply(sighting.feedId()))
                .distinct()
                .toList();
    }

    private static List<Deciding> deciding(List<Evidence> evidence) {
        return evidence.stream()
                .sorted(Comparator.comparingInt(Evidence::points).reversed())
                .map(unit -> new Deciding(
                        shortened(Objects.requireNonNullElse(unit.requirement(), unit.quote())),
                        MarkedText.strength(unit),
                        Wording.tag(unit.necessity())))
                .distinct()
                .limit(DECIDING)
                .toList();
    }

    private static String shortened(String words) {
        var line = words.replaceAll("\\s+", " ").strip();
        if (line.length() <= DECIDING_LENGTH) return line;
        int cut = line.lastIndexOf(' ', DECIDING_LENGTH);
        return line.substring(0, cut > 20 ? cut : DECIDING_LENGTH) + "…";
    }

    /// The engine sets found words between U+E000 and U+E001.
    private static List<Snippet> snippet(String marked) {
        var pieces = new ArrayList<Snippet>();
        for (var part : marked.split("\uE000", -1)) {
            int end = part.indexOf('\uE001');
            if (end >= 0) pieces.add(new Snippet(part.substring(0, end), true));
            var rest = part.substring(end + 1);
            if (!rest.isEmpty()) pieces.add(new Snippet(rest, false));
        }
        return pieces;
    }
}
