package pmradar.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import pmradar.classify.Evidence;
import pmradar.classify.TaxonomyComparison;
import pmradar.classify.TaxonomyComparison.Change;
import pmradar.classify.Verdict;

/// Writes what two taxonomies judge differently, for people or as JSON Lines.
record ComparisonReport(TaxonomyComparison comparison) {
    private static final int NAMED = 20;

    /// How many terms, labels and scores change, and from which to which.
    void summary(PrintWriter to) {
        var scores = comparison.changes().stream()
                .filter(change -> change.scoreDifference() != 0)
                .count();
        to.printf(
                Locale.ENGLISH,
                "%,d postings judged with both; %,d differ%n",
                comparison.compared(),
                comparison.changes().size());
        to.printf("terms added: %s%n", named(comparison.added()));
        to.printf("terms removed: %s%n", named(comparison.removed()));
        to.printf(Locale.ENGLISH, "labels changed: %,d%n", comparison.relabelled());
        turns().forEach((turn, count) -> to.printf(Locale.ENGLISH, "  %s: %,d%n", turn, count));
        to.printf(Locale.ENGLISH, "scores changed: %,d%n", scores);
    }

    private TreeMap<String, Long> turns() {
        return comparison.changes().stream()
                .filter(Change::label)
                .collect(Collectors.groupingBy(
                        change -> label(change.before()) + " → " + label(change.after()),
                        TreeMap::new,
                        Collectors.counting()));
    }

    private static String named(List<String> terms) {
        if (terms.isEmpty()) return "none";
        var shown = String.join(", ", terms.subList(0, Math.min(NAMED, terms.size())));
        int more = terms.size() - NAMED;
        return "%d (%s%s)".formatted(terms.size(), shown, more > 0 ? " and %d more".formatted(more) : "");
    }

    /// Each changed posting: what both sides count, `-` only the old one, `+` only the new one.
    void postings(PrintWriter to) {
        for (var change : comparison.changes()) {
            to.printf("%n%s  %s%n", change.id(), change.title());
            to.printf("  %s → %s%n", judged(change.before()), judged(change.after()));
            var lost = change.lost();
            var gained = change.gained();
            for (var unit : evidence(change.before())) to.println(line(lost.contains(unit) ? '-' : ' ', unit));
            for (var unit : gained) to.println(line('+', unit));
        }
    }

    void lines(PrintWriter to) {
        for (var change : comparison.changes()) {
            var line = Json.MAPPER.createObjectNode();
            line.put("id", change.id());
            line.put("title", change.title());
            line.put("label_changed", change.label());
            line.put("score_difference", change.scoreDifference());
            VerdictJson.write(change.before(), line.putObject("before"));
            VerdictJson.write(change.after(), line.putObject("after"));
            to.println(line);
        }
    }

    private static String line(char sign, Evidence unit) {
        return "  %c %+3d %s %s \"%s\"%s"
                .formatted(
                        sign,
                        unit.points(),
                        unit.strength(),
                        VerdictJson.word(unit.necessity()),
                        unit.quote().replaceAll("\\s+", " ").strip(),
                        unit.requirement() == null ? "" : " (" + unit.requirement() + ")");
    }

    private static List<Evidence> evidence(Verdict verdict) {
        return verdict instanceof Verdict.Tagged(var tags) ? tags.evidence() : List.of();
    }

    private static String judged(Verdict verdict) {
        return switch (verdict) {
            case Verdict.OffTopic offTopic -> "not project management: " + offTopic.reason();
            case Verdict.Tagged(var tags) -> "%s %d".formatted(VerdictJson.word(tags.label()), tags.score());
        };
    }

    private static String label(Verdict verdict) {
        return verdict instanceof Verdict.Tagged(var tags) ? VerdictJson.word(tags.label()) : "not project management";
    }
}
