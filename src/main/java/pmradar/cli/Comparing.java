package pmradar.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pmradar.classify.Taxonomy;
import pmradar.classify.TaxonomyComparison;
import tools.jackson.databind.JsonNode;

/// Judges postings with two taxonomies and tells where they differ.
///
/// @param complaints where lines that cannot be read are named
record Comparing(Taxonomy before, Taxonomy after, PrintWriter complaints) {

    static Comparing of(Path before, Path after, PrintWriter complaints) {
        return new Comparing(taxonomy(before), taxonomy(after), complaints);
    }

    private static Taxonomy taxonomy(Path named) {
        var file = Files.isDirectory(named) ? named.resolve("taxonomy.yml") : named;
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(
                    "There is no taxonomy %s. Name a taxonomy.yml, or the folder that holds one.".formatted(file));
        }
        return Taxonomy.load(file);
    }

    /// @param files JSON Lines; none reads standard input
    TaxonomyComparison run(List<Path> files) throws IOException {
        if (files.isEmpty()) {
            return compared(
                    "standard input",
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).lines());
        }
        try (var samples = files.stream().flatMap(file -> samples(file.toString(), lines(file)))) {
            return TaxonomyComparison.of(before, after, samples::iterator);
        }
    }

    private TaxonomyComparison compared(String source, Stream<String> lines) {
        return TaxonomyComparison.of(before, after, samples(source, lines)::iterator);
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.lines(file);
        } catch (IOException missing) {
            throw new UncheckedIOException("Cannot read " + file, missing);
        }
    }

    private Stream<TaxonomyComparison.Sample> samples(String source, Stream<String> lines) {
        var counted = new int[1];
        return lines.map(line -> {
                    counted[0]++;
                    return line.isBlank() ? null : sample(source, counted[0], line);
                })
                .filter(Objects::nonNull);
    }

    private TaxonomyComparison.@Nullable Sample sample(String source, int number, String line) {
        return switch (PostingLine.read(line)) {
            case PostingLine.Good good ->
                new TaxonomyComparison.Sample(id(good.id(), number), good.title(), good.text());
            case PostingLine.Bad bad -> {
                complaints.printf("%s, line %d: %s%n", source, number, bad.problem());
                yield null;
            }
        };
    }

    private static String id(@Nullable JsonNode id, int number) {
        if (id == null || id.isNull()) return "line " + number;
        return id.isString() ? id.asString() : id.toString();
    }
}
