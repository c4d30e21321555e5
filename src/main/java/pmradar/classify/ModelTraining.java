package pmradar.classify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Learns the weights of the model from labelled postings. The same postings give the same file.
public final class ModelTraining {

    private static final double GATE_PENALTY = 15;

    /// A posting with insufficient text teaches less.
    private static final double IMPORTANCE_OF_INSUFFICIENT = 0.3;

    private static final int FOLDS = 10;

    private ModelTraining() {}

    /// @param gold a directory with `gold.jsonl` and `postings.jsonl`, or the path of `gold.jsonl`
    /// @param out where the model is written
    /// @throws UncheckedIOException when a file cannot be read or written
    public static void train(Path gold, Path out) {
        var model = learn(GoldFile.read(gold), Taxonomy.builtIn());
        try {
            Files.writeString(out, model.text());
        } catch (IOException e) {
            throw new UncheckedIOException("The model cannot be written to " + out, e);
        }
    }

    static ModelFile learn(List<GoldPosting> postings, Taxonomy taxonomy) {
        var reader = new GateReader();
        var samples = samples(postings, taxonomy, reader);
        var unseen = unseenLogOdds(samples, reader);
        var scaled = scaled(samples, unseen);
        var gate = gate(samples, reader).scaled(scaled[1], scaled[0]);
        return ModelFile.of(
                gate,
                SurenessFit.fit(
                        samples,
                        IntStream.range(0, samples.size())
                                .mapToDouble(i -> scaled[0] + scaled[1] * unseen[i])
                                .toArray()));
    }

    /// One labelled posting as the trainer sees it.
    ///
    /// @param figures what the gate reads; @param found what the rules find
    record Sample(GoldPosting gold, double[] figures, EvidenceReader.Found found, String language) {

        double importance() {
            return gold.insufficient() ? IMPORTANCE_OF_INSUFFICIENT : 1;
        }
    }

    private static List<Sample> samples(List<GoldPosting> postings, Taxonomy taxonomy, GateReader reader) {
        var evidence = new EvidenceReader(Lexicon.load(), taxonomy);
        var languages = new LanguageGuess();
        var samples = new ArrayList<Sample>();
        for (var posting : postings) {
            var language = languages.of(posting.text());
            var found = evidence.read(posting.title(), posting.text(), language);
            var figures = reader.read(posting.title(), found.reading().cut()).values();
            samples.add(new Sample(posting, figures, found, language));
        }
        return samples;
    }

    private static LinearModel gate(List<Sample> samples, GateReader reader) {
        return new LinearModel(
                reader.names(),
                LogisticFit.fit(
                        samples.stream().map(Sample::figures).toArray(double[][]::new),
                        passed(samples),
                        importance(samples),
                        reader.names().stream()
                                .map(name -> GateFigures.term(name, GATE_PENALTY))
                                .toList()));
    }

    /// The log-odds that a gate gives to each sample that did not learn from it.
    private static double[] unseenLogOdds(List<Sample> samples, GateReader reader) {
        var logOdds = new double[samples.size()];
        for (int fold = 0; fold < FOLDS; fold++) {
            int held = fold;
            var others = IntStream.range(0, samples.size())
                    .filter(i -> i % FOLDS != held)
                    .mapToObj(samples::get)
                    .toList();
            var model = gate(others, reader);
            for (int i = fold; i < samples.size(); i += FOLDS) {
                logOdds[i] = model.logOdds(samples.get(i).figures());
            }
        }
        return logOdds;
    }

    /// Platt scaling: shift and scale by which log-odds of unseen samples become probabilities.
    private static double[] scaled(List<Sample> samples, double[] logOdds) {
        var rows = new double[samples.size()][];
        for (int i = 0; i < rows.length; i++) rows[i] = new double[] {1, logOdds[i]};
        return LogisticFit.fit(
                rows,
                passed(samples),
                importance(samples),
                List.of(new LogisticFit.Term(0, 1, 0), new LogisticFit.Term(1, 1, 1)));
    }

    private static boolean[] passed(List<Sample> samples) {
        var passed = new boolean[samples.size()];
        for (int i = 0; i < passed.length; i++)
            passed[i] = samples.get(i).gold().pm();
        return passed;
    }

    private static double[] importance(List<Sample> samples) {
        return samples.stream().mapToDouble(Sample::importance).toArray();
    }
}
