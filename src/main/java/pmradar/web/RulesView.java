package pmradar.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pmradar.classify.Domain;
import pmradar.classify.Evidence;
import pmradar.classify.Taxonomy;
import pmradar.classify.TaxonomyComparison;
import pmradar.classify.TaxonomyText.Addition;
import pmradar.classify.Term;
import pmradar.classify.Verdict;
import pmradar.ingest.Reclassification;
import pmradar.ingest.Rules;

/// What the page of rules shows, in words.
final class RulesView {

    private static final int MOST_FOUND = 30;
    private static final int MOST_ROWS = 200;

    private RulesView() {}

    /// @param weight how far terms of this kind can count
    record Kind(String tag, String name, String weight, String count) {}

    record Choice(String tag, String name) {}

    /// @param names other ways to write it that always mean it
    /// @param line where it stands in the file
    /// @param written how it stands there, with the rules for doubtful words
    record Found(
            String name, String kind, String domains, List<String> names, int line, String written, boolean ruled) {}

    record Added(String kind, List<String> domains, String domainNames, String lines) {}

    /// @param percent of the postings that were judged by other rules
    record Anew(boolean going, String done, String total, String changed, long percent) {}

    record Trial(String names, String compared, boolean cut, long labels, long scores, int differ, List<Row> rows) {}

    record Row(
            String id,
            String title,
            String before,
            String after,
            boolean label,
            List<String> gained,
            List<String> lost) {}

    static List<Kind> kinds(Taxonomy taxonomy) {
        var counts = taxonomy.terms().stream().collect(Collectors.groupingBy(Term::kind, Collectors.counting()));
        return Arrays.stream(Term.Kind.values())
                .map(kind ->
                        new Kind(kind.tag(), name(kind), weight(kind), Wording.grouped(counts.getOrDefault(kind, 0L))))
                .toList();
    }

    private static String name(Term.Kind kind) {
        return kind == Term.Kind.BI ? "business intelligence" : kind.tag().replace('-', ' ');
    }

    private static String weight(Term.Kind kind) {
        if (kind.zero()) return "known, never counts";
        return kind.technical() ? "counts in full" : "counts less";
    }

    static List<Choice> domains() {
        return Arrays.stream(Domain.values())
                .map(domain -> new Choice(domain.tag(), FacetWords.domain(domain.tag())))
                .toList();
    }

    static List<Found> found(Rules rules, String words) {
        var sought = key(words);
        if (sought.isEmpty()) return List.of();
        var taxonomy = rules.taxonomy();
        return taxonomy.terms().stream()
                .filter(term -> names(taxonomy, term).anyMatch(name -> key(name).contains(sought)))
                .sorted(java.util.Comparator.comparing((Term term) -> names(taxonomy, term)
                                .noneMatch(name -> key(name).equals(sought)))
                        .thenComparing(Term::name, String.CASE_INSENSITIVE_ORDER))
                .limit(MOST_FOUND)
                .map(term -> found(rules, taxonomy, term))
                .toList();
    }

    private static Stream<String> names(Taxonomy taxonomy, Term term) {
        return Stream.concat(Stream.of(term.name()), taxonomy.spellings().getOrDefault(term, List.of()).stream());
    }

    private static Found found(Rules rules, Taxonomy taxonomy, Term term) {
        var line = taxonomy.line(term);
        var written = rules.line(line);
        return new Found(
                term.name(),
                name(term.kind()),
                names(term.domains()),
                taxonomy.spellings().getOrDefault(term, List.of()).stream()
                        .filter(name -> !key(name).equals(key(term.name())))
                        .distinct()
                        .toList(),
                line,
                written,
                written.startsWith("{"));
    }

    private static String key(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("[\\s\\-_/]+", " ").strip();
    }

    private static String names(List<Domain> domains) {
        return domains.stream().map(Domain::tag).map(FacetWords::domain).collect(Collectors.joining(", "));
    }

    static Added added(Addition addition) {
        return new Added(
                addition.kind().tag(),
                addition.domains().stream().map(Domain::tag).toList(),
                names(addition.domains()),
                String.join("\n", addition.lines()));
    }

    static @Nullable Anew anew(Reclassification.@Nullable Progress progress) {
        if (progress == null) return null;
        return new Anew(
                progress.ended() == null,
                Wording.grouped(progress.done()),
                Wording.counted(progress.total(), "posting"),
                Wording.counted(progress.labelsChanged(), "label"),
                progress.total() == 0 ? 100 : Math.min(100, 100 * progress.done() / progress.total()));
    }

    static Trial trial(TaxonomyComparison comparison, long open) {
        var changes = comparison.changes();
        return new Trial(
                String.join(", ", comparison.added()),
                Wording.counted(comparison.compared(), "posting"),
                comparison.compared() < open,
                comparison.relabelled(),
                changes.stream().filter(change -> change.scoreDifference() != 0).count(),
                changes.size(),
                changes.stream().limit(MOST_ROWS).map(RulesView::row).toList());
    }

    private static Row row(TaxonomyComparison.Change change) {
        return new Row(
                change.id(),
                change.title(),
                judged(change.before()),
                judged(change.after()),
                change.label(),
                quotes(change.gained()),
                quotes(change.lost()));
    }

    private static List<String> quotes(List<Evidence> evidence) {
        return evidence.stream()
                .map(unit -> "%s %s"
                        .formatted(
                                unit.points() < 0 ? "−" + -unit.points() : "+" + unit.points(),
                                Objects.toString(unit.quote(), "")
                                        .replaceAll("\\s+", " ")
                                        .strip()))
                .toList();
    }

    private static String judged(Verdict verdict) {
        return switch (verdict) {
            case Verdict.OffTopic _ -> "not project management";
            case Verdict.Tagged(var tags) -> "%s %d".formatted(Wording.label(tags.label()), tags.score());
        };
    }
}
