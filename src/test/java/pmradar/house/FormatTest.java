package pmradar.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.JavaFormatterOptions.Style;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// One formatter for all. `mvn test -Dtest=FormatTest -Dpmradar.format=write` puts everything into its form.
@Execution(ExecutionMode.CONCURRENT)
class FormatTest {
    private static final boolean WRITE = "write".equals(System.getProperty("pmradar.format"));
    private final Formatter formatter = Formatter.createFormatter(
            JavaFormatterOptions.builder().style(Style.PALANTIR).build());

    @Test
    void everySourceFileIsInTheFormattersForm() throws IOException {
        assertThat(Stream.of("src/main/java", "src/test/java")
                        .flatMap(FormatTest::javaFiles)
                        .parallel()
                        .filter(this::differs)
                        .toList())
                .as("run: mvn test -Dtest=FormatTest -Dpmradar.format=write")
                .isEmpty();
    }

    private static Stream<Path> javaFiles(String root) {
        try (var files = Files.walk(Path.of(root))) {
            return List.copyOf(
                    files.filter(file -> file.toString().endsWith(".java")).toList())
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean differs(Path file) {
        try {
            var source = Files.readString(file);
            var form = formatter.formatSource(
                    ImportOrderer.reorderImports(RemoveUnusedImports.removeUnusedImports(source), Style.PALANTIR));
            if (form.equals(source)) return false;
            if (WRITE) Files.writeString(file, form);
            return !WRITE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FormatterException e) {
            throw new IllegalStateException(file + ": " + e.getMessage(), e);
        }
    }
}
