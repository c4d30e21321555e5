package pmradar.classify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Writes what an evaluation measured: the table, the confusion, where it is weak, and every error.
final class EvaluationReport {

    private static final int WIDTH = 1000;

    /// All that was judged.
    private final List<Judged> all;

    /// Those with sufficient text: what is measured.
    private final List<Judged> measured;

    private final Appendable out;

    EvaluationReport(List<Judged> all, Appendable out) {
        this.all = all;
        this.measured =
                all.stream().filter(judged -> !judged.gold().insufficient()).toList();
        this.out = out;
    }

    void write(String how) {
        line("%d postings, %d of them with sufficient text and measured; %s", all.size(), measured.size(), how);
        table();
        confusion();
        breakdown("language", Judged::language);
        breakdown("source", judged -> judged.gold().source());
        calibration();
        errors();
    }

    private void table() {
        line("");
        line("| measure | measured | 95%% interval | goal | floor | |");
        line("|---|---|---|---|---|---|");
        for (var measure : Measure.values()) {
            double value = measure.of(measured);
            var interval = Bootstrap.of(measure, measured);
            line(
                    "| %s | %s | %s to %s | %s | %s | %s |",
                    measure.title(),
                    figure(value),
                    figure(interval.low()),
                    figure(interval.high()),
                    figure(measure.goal()),
                    figure(measure.floor()),
                    measure.holdsFloor(value) ? "holds" : "below the floor");
        }
        baselines();
    }

    private void baselines() {
        var gold = measured.stream().map(Judged::gold).toList();
        line("");
        line("| beside it | gate F1 | label macro-F1 | unit F1 | score error |");
        line("|---|---|---|---|---|");
        line(
                "| title words | %s | %s | | |",
                figure(Baselines.gateByTitle(gold)), figure(Baselines.labelByTitle(gold)));
        line("| technical keywords, best threshold | | %s | | |", figure(Baselines.labelByKeywords(gold)));
        line(
                "| the two readers between them | | %s | %s | %s |",
                figure(Baselines.labelBetweenReaders(gold)),
                figure(Baselines.unitsBetweenReaders(gold)),
                figure(Baselines.scoreBetweenReaders(gold)));
    }

    private void confusion() {
        line("");
        line("Rows: the readers; columns: the classifier");
        line("| | technical | general | not project management |");
        line("|---|---|---|---|");
        for (var row : List.of("TECHNICAL", "GENERAL", "none")) {
            var of = measured.stream()
                    .filter(judged -> row.equals(name(judged.gold().label())))
                    .collect(Collectors.groupingBy(judged -> name(judged.label()), Collectors.counting()));
            line(
                    "| %s | %d | %d | %d |",
                    row.toLowerCase(Locale.ROOT),
                    of.getOrDefault("TECHNICAL", 0L),
                    of.getOrDefault("GENERAL", 0L),
                    of.getOrDefault("none", 0L));
        }
        var passed = measured.stream()
                .filter(judged -> judged.passed() && judged.gold().pm())
                .toList();
        long family = passed.stream()
                .filter(judged -> judged.family() == judged.gold().family())
                .count();
        line("Family right in %d of %d that both let pass.", family, passed.size());
    }

    private void breakdown(String by, Function<Judged, String> key) {
        line("");
        line("| %s | postings | gate F1 | label macro-F1 | unit F1 | score error |", by);
        line("|---|---|---|---|---|---|");
        measured.stream()
                .collect(Collectors.groupingBy(key, java.util.TreeMap::new, Collectors.toList()))
                .forEach((name, some) -> line(
                        "| %s | %d | %s | %s | %s | %s |",
                        name,
                        some.size(),
                        figure(Measure.GATE_F1.of(some)),
                        figure(Measure.LABEL_F1.of(some)),
                        figure(Measure.UNIT_F1.of(some)),
                        figure(Measure.SCORE_ERROR.of(some))));
    }

    private void calibration() {
        line("");
        line("| said to be sure | postings | mean sureness | right |");
        line("|---|---|---|---|");
        for (int tenth = 0; tenth < 10; tenth++) {
            int bin = tenth;
            var some = measured.stream()
                    .filter(judged -> Math.min(9, (int) (judged.sureness() * 10)) == bin)
                    .toList();
            if (some.isEmpty()) continue;
            line(
                    "| %.1f to %.1f | %d | %s | %s |",
                    bin / 10.0,
                    (bin + 1) / 10.0,
                    some.size(),
                    figure(some.stream().mapToDouble(Judged::sureness).average().orElse(0)),
                    figure((double) some.stream().filter(Judged::right).count() / some.size()));
        }
    }

    /// Wrong answers first, the surest first among them; then the largest differences of score.
    private void errors() {
        var worst = Comparator.comparing(Judged::right)
                .thenComparing(judged -> judged.right() ? 0 : -judged.sureness())
                .thenComparing(
                        judged -> -Math.abs(judged.score() - judged.gold().score()))
                .thenComparing(judged -> judged.gold().id());
        line("");
        line("Errors, worst first (score differences above 8 points included)");
        measured.stream()
                .filter(judged -> !judged.right()
                        || Math.abs(judged.score() - judged.gold().score()) > 8)
                .sorted(worst)
                .forEach(this::error);
    }

    private void error(Judged judged) {
        var gold = judged.gold();
        line("");
        line("%s  %s", gold.id(), clip(gold.title()));
        line("  readers: %s, score %d", name(gold.label()), gold.score());
        for (var unit : gold.units()) {
            line(
                    "    %s %s %s %s: %s",
                    unit.type(), unit.strength(), unit.necessity(), unit.domains(), clip(unit.quote()));
        }
        switch (judged.verdict()) {
            case Verdict.OffTopic off ->
                line("  here: not project management, sure %.2f: %s", off.sureness(), off.reason());
            case Verdict.Tagged tagged -> {
                var found = tagged.classification();
                line(
                        "  here: %s, score %d, sure %.2f, %s",
                        found.label(), found.score(), found.sureness(), found.flags());
                for (var unit : found.evidence()) {
                    line(
                            "    %s %s %s %s: %s",
                            unit.type(), unit.strength(), unit.necessity(), unit.domains(), clip(unit.quote()));
                }
            }
        }
    }

    private static String name(@org.jspecify.annotations.Nullable Label label) {
        return label == null ? "none" : label.name();
    }

    private static String clip(String text) {
        var one = text.replaceAll("\\s+", " ").strip();
        return one.length() > WIDTH ? one.substring(0, WIDTH) + "…" : one;
    }

    private static String figure(double value) {
        if (Double.isNaN(value)) return "–";
        return String.format(Locale.ROOT, value > 1 ? "%.1f" : "%.3f", value);
    }

    private void line(String format, Object... values) {
        try {
            out.append(String.format(Locale.ROOT, format, values)).append('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("The report cannot be written", e);
        }
    }
}
