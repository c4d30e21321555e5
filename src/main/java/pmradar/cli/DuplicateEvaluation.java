package pmradar.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// Counts pairs of postings that are one, or are not, and were taken for one, or were not.
final class DuplicateEvaluation {
    private static final int SHOWN = 70;

    /// What a pair is by its group's label.
    private enum Truth {
        SAME,
        APART,
        GROUPED,
        UNSURE
    }

    private static final class Pairs {
        int all;
        int merged;
        int grouped;
    }

    private final Map<String, Pairs> byLabel = new TreeMap<>();
    private final Map<Truth, Pairs> byTruth = new TreeMap<>();
    private final List<String> errors = new ArrayList<>();
    private int groups;

    void add(JsonNode group, List<JsonNode> members, RehearsedStore.Outcome outcome) {
        groups++;
        for (int i = 0; i < members.size(); i++) {
            for (int j = i + 1; j < members.size(); j++) {
                pair(group, members.get(i), members.get(j), outcome.together(i, j), outcome.related(i, j));
            }
        }
    }

    private void pair(JsonNode group, JsonNode one, JsonNode other, boolean merged, boolean related) {
        var label = group.path("label").asString("");
        var truth = truth(label, one, other);
        var kind = "%-36s %s".formatted(label + (truth == Truth.UNSURE ? " (not counted)" : ""), kind(group));
        for (var pairs : List.of(
                byLabel.computeIfAbsent(kind, key -> new Pairs()),
                byTruth.computeIfAbsent(truth, key -> new Pairs()))) {
            pairs.all++;
            if (merged) pairs.merged++;
            else if (related) pairs.grouped++;
        }
        if (truth == Truth.SAME && !merged) error(related ? "only grouped" : "not found", group, one, other);
        if (truth == Truth.APART && merged) error("wrongly one", group, one, other);
        if (truth == Truth.GROUPED && !related) error(merged ? "one instead of grouped" : "apart", group, one, other);
    }

    private static String kind(JsonNode group) {
        return group.path("kind").asString("");
    }

    /// A group of other titles says nothing of those members whose titles are equal.
    private static Truth truth(String label, JsonNode one, JsonNode other) {
        return switch (label) {
            case "duplicate", "same_job_several_locations" -> Truth.SAME;
            case "not_duplicate" -> Truth.APART;
            case "same_company_other_title" -> title(one).equals(title(other)) ? Truth.UNSURE : Truth.APART;
            case "same_text_other_company_or_missing" -> Truth.GROUPED;
            default -> Truth.UNSURE;
        };
    }

    private static String title(JsonNode posting) {
        return posting.path("title").asString("").strip().toLowerCase(Locale.ROOT);
    }

    private void error(String what, JsonNode group, JsonNode one, JsonNode other) {
        errors.add("%s: %s %s %s%n  %s%n  %s"
                .formatted(
                        what,
                        group.path("group_id").asString(""),
                        group.path("label").asString(""),
                        kind(group),
                        line(one),
                        line(other)));
    }

    static String line(JsonNode posting) {
        var line = "%s | %s | %s | %d characters | %s"
                .formatted(
                        cut(posting.path("title").asString("")),
                        cut(posting.path("company").asString("")),
                        cut(posting.path("location").asString("")),
                        posting.path("description").asString("").length(),
                        posting.path("id").asString(""));
        return line.replaceAll("\\s+", " ");
    }

    private static String cut(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    void print(PrintWriter out) {
        out.printf("%-56s %6s %6s %8s %6s%n", "label and kind", "pairs", "one", "grouped", "apart");
        byLabel.forEach((kind, pairs) -> out.printf(
                "%-56s %6d %6d %8d %6d%n",
                kind, pairs.all, pairs.merged, pairs.grouped, pairs.all - pairs.merged - pairs.grouped));
        var same = byTruth.getOrDefault(Truth.SAME, new Pairs());
        var apart = byTruth.getOrDefault(Truth.APART, new Pairs());
        out.printf("%n%d groups%n", groups);
        ratio(out, "precision", same.merged, same.merged + apart.merged, "pairs taken for one");
        ratio(out, "recall", same.merged, same.all, "pairs that are one");
        out.printf("%d errors%n", errors.size());
        errors.forEach(out::println);
    }

    private static void ratio(PrintWriter out, String name, int part, int whole, String of) {
        out.printf(
                Locale.ROOT,
                "%-10s %s (%d of %d %s)%n",
                name,
                whole == 0 ? "none" : String.format(Locale.ROOT, "%.4f", (double) part / whole),
                part,
                whole,
                of);
    }
}
