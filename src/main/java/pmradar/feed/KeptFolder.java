package pmradar.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The folder of one kept reading. All that is to be known of it stands in its name, so that thousands are counted
/// without being opened: first and last moment, answers, bytes, and a digest of what they hold.
record KeptFolder(Path path, Instant started, Instant ended, int answers, long bytes, String digest) {
    private static final Pattern NAME =
            Pattern.compile("(\\d{1,15})-(\\d{1,15})-(\\d{1,6})-(\\d{1,15})-([0-9a-f]{1,32})");

    static Path named(Path feed, Instant started, Instant ended, int answers, long bytes, String digest) {
        return feed.resolve(
                "%d-%d-%d-%d-%s".formatted(started.toEpochMilli(), ended.toEpochMilli(), answers, bytes, digest));
    }

    static Optional<KeptFolder> of(Path path) {
        var name = NAME.matcher(path.getFileName().toString());
        if (!name.matches()) return Optional.empty();
        return Optional.of(new KeptFolder(
                path,
                Instant.ofEpochMilli(Long.parseLong(name.group(1))),
                Instant.ofEpochMilli(Long.parseLong(name.group(2))),
                Integer.parseInt(name.group(3)),
                Long.parseLong(name.group(4)),
                name.group(5)));
    }

    /// Those of one feed, newest first; none where there is no such folder.
    static List<KeptFolder> in(Path feed) {
        return children(feed).stream()
                .flatMap(path -> of(path).stream())
                .sorted(Comparator.comparing(KeptFolder::ended)
                        .thenComparing(KeptFolder::started)
                        .reversed())
                .toList();
    }

    static List<Path> children(Path folder) {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.toList();
        } catch (IOException | UncheckedIOException gone) {
            return List.of();
        }
    }

    /// The file of an answer by the name of its request; null if it was not kept.
    @Nullable
    Path file(String key) {
        return children(path).stream()
                .filter(file -> file.getFileName().toString().endsWith("-" + key + ".gz"))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /// The file of the first answer; null if there is none.
    @Nullable
    Path first() {
        return children(path).stream().min(Comparator.naturalOrder()).orElse(null);
    }

    /// Deletes a folder with its files. What another has deleted already is no matter.
    static void delete(Path folder) throws IOException {
        for (var file : children(folder)) Files.deleteIfExists(file);
        try {
            Files.deleteIfExists(folder);
        } catch (NoSuchFileException gone) {
            // It is what was wanted.
        }
    }
}
