package pmradar.classify;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Measures a classifier against labelled postings and writes what it found.
public final class GoldEvaluation {

    private GoldEvaluation() {}

    /// Measures the built-in classifier; with folds, each posting is judged by a model that learned from other sources.
    ///
    /// @param gold a directory with `gold.jsonl` and `postings.jsonl`, or the path of `gold.jsonl`
    /// @param folds how many parts the sources are dealt to; 0 or 1 measures the model as shipped
    /// @throws java.io.UncheckedIOException when a file cannot be read or the report cannot be written
    public static void run(Path gold, int folds, Appendable out) {
        if (folds < 2) {
            run(gold, Classifiers.builtIn(), out);
            return;
        }
        var taxonomy = Taxonomy.builtIn();
        var judged = crossValidate(
                GoldFile.read(gold),
                folds,
                training -> new PostingClassifier(taxonomy, ModelTraining.learn(training, taxonomy)));
        new EvaluationReport(judged, out)
                .write("%d folds by source, all that is learned is learned from the other folds".formatted(folds));
    }

    /// Judges every labelled posting with `classifier`.
    ///
    /// @param gold a directory with `gold.jsonl` and `postings.jsonl`, or the path of `gold.jsonl`
    /// @throws java.io.UncheckedIOException when a file cannot be read or the report cannot be written
    public static void run(Path gold, Classifier classifier, Appendable out) {
        new EvaluationReport(judge(GoldFile.read(gold), classifier), out).write("rules " + classifier.version());
    }

    static List<Judged> judge(List<GoldPosting> postings, Classifier classifier) {
        return postings.stream()
                .map(posting -> Judged.of(posting, classifier.judge(posting.title(), posting.text())))
                .toList();
    }

    /// Judges each posting with a classifier that learned from the postings of other sources only.
    ///
    /// @param learn makes a classifier from the postings it may learn from
    static List<Judged> crossValidate(
            List<GoldPosting> postings, int folds, Function<List<GoldPosting>, Classifier> learn) {
        var judged = new ArrayList<Judged>();
        for (var held : bySource(postings, folds)) {
            var training = postings.stream()
                    .filter(posting -> !held.contains(posting.source()))
                    .toList();
            var judging = postings.stream()
                    .filter(posting -> held.contains(posting.source()))
                    .toList();
            judged.addAll(judge(judging, learn.apply(training)));
        }
        return judged;
    }

    /// Sources dealt to folds, largest first, each to the fold that has fewest postings so far.
    static List<List<String>> bySource(List<GoldPosting> postings, int folds) {
        var sizes = postings.stream().collect(Collectors.groupingBy(GoldPosting::source, Collectors.counting()));
        var dealt = new ArrayList<List<String>>();
        var weights = new long[folds];
        for (int fold = 0; fold < folds; fold++) dealt.add(new ArrayList<>());
        sizes.entrySet().stream()
                .sorted(Comparator.comparing((java.util.Map.Entry<String, Long> entry) -> -entry.getValue())
                        .thenComparing(java.util.Map.Entry::getKey))
                .forEach(entry -> {
                    int lightest = 0;
                    for (int fold = 1; fold < folds; fold++) if (weights[fold] < weights[lightest]) lightest = fold;
                    dealt.get(lightest).add(entry.getKey());
                    weights[lightest] += entry.getValue();
                });
        return dealt.stream().filter(fold -> !fold.isEmpty()).map(List::copyOf).toList();
    }
}
