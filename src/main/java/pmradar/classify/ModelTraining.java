package pmradar.classify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Learns the weights of the model from labelled postings. The same postings give the same file.
public final class ModelTraining {

    private static final double PENALTY = 15;

    /// A posting with insufficient text teaches less.
    private static final double IMPORTANCE_OF_INSUFFICIENT = 0.3;

    private ModelTraining() {}

    /// @param gold a directory with `gold.jsonl` and `postings.jsonl`, or the path of `gold.jsonl`
    /// @param out where the model is written
    /// @throws UncheckedIOException when a file cannot be read or written
    public static void train(Path gold, Path out) {
        var model = learn(GoldFile.read(gold));
        try {
            Files.writeString(out, model.text());
        } catch (IOException e) {
            throw new UncheckedIOException("The model cannot be written to " + out, e);
        }
    }

    static ModelFile learn(List<GoldPosting> postings) {
        var reader = new GateReader();
        var cutter = new Cutter(Lexicon.load());
        var language = new LanguageGuess();
        var rows = new double[postings.size()][];
        var passed = new boolean[rows.length];
        var importance = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            var posting = postings.get(i);
            var cut = cutter.cut(posting.title(), posting.text(), language.of(posting.text()));
            rows[i] = reader.read(posting.title(), cut).values();
            passed[i] = posting.pm();
            importance[i] = posting.insufficient() ? IMPORTANCE_OF_INSUFFICIENT : 1;
        }
        var terms = reader.names().stream()
                .map(name -> GateReader.term(name, PENALTY))
                .toList();
        return ModelFile.of(new LinearModel(reader.names(), LogisticFit.fit(rows, passed, importance, terms)));
    }
}
