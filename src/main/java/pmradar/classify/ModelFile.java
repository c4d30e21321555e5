package pmradar.classify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// The learned weights as a text file that a person can read: name, tabulator, weight.
record ModelFile(Map<String, Double> weights) {

    static final String HEADER = """
            # Learned weights of the classifier: name, tabulator, weight. Read beside gate-lexicon.txt.
            # gate.*: logistic regression with L2 penalty, Newton's method, on labelled postings (LABELS.md);
            #   the sum of weight times figure is the logarithm of the odds that a posting asks for a project manager.
            # sure.*: the same for the odds that a tagged posting is tagged rightly.
            # Made by `classify --train GOLD --out FILE`; the same labels give the same file.
            """;

    private static final String GATE = "gate.";
    private static final String SURE = "sure.";

    ModelFile {
        weights = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(weights));
    }

    /// The model that is part of the program.
    static ModelFile shipped() {
        try (var in = ModelFile.class.getResourceAsStream("/pmradar/classify/model.txt");
                var lines = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(in, "model.txt"), StandardCharsets.UTF_8))) {
            return parse(lines.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the shipped model.txt", e);
        }
    }

    static ModelFile read(Path file) {
        try {
            return parse(Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the model " + file, e);
        }
    }

    private static ModelFile parse(List<String> lines) {
        var weights = new LinkedHashMap<String, Double>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (line.isBlank() || line.startsWith("#")) continue;
            int tab = line.indexOf('\t');
            if (tab < 0) throw new IllegalArgumentException("Line %d of the model: no tabulator".formatted(i + 1));
            try {
                weights.put(line.substring(0, tab), Double.parseDouble(line.substring(tab + 1)));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("Line %d of the model: no number".formatted(i + 1), e);
            }
        }
        return new ModelFile(weights);
    }

    static ModelFile of(LinearModel gate, LinearModel sureness) {
        var weights = new LinkedHashMap<String, Double>();
        for (int i = 0; i < gate.names().size(); i++)
            weights.put(GATE + gate.names().get(i), gate.weights()[i]);
        for (int i = 0; i < sureness.names().size(); i++) {
            weights.put(SURE + sureness.names().get(i), sureness.weights()[i]);
        }
        return new ModelFile(weights);
    }

    /// @param names what the gate reads; a figure without weight counts nothing
    LinearModel gate(List<String> names) {
        return model(GATE, names);
    }

    /// @param names what sureness looks at
    LinearModel sureness(List<String> names) {
        return model(SURE, names);
    }

    private LinearModel model(String prefix, List<String> names) {
        return new LinearModel(
                names,
                names.stream()
                        .mapToDouble(name -> weights.getOrDefault(prefix + name, 0.0))
                        .toArray());
    }

    String text() {
        var text = new StringBuilder(HEADER);
        weights.forEach((name, weight) -> text.append(name)
                .append('\t')
                .append(String.format(Locale.ROOT, "%.4f", weight))
                .append('\n'));
        return text.toString();
    }
}
