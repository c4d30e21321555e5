package pmradar.search.lucene;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where the index lives. Sets aside what cannot be read.
final class IndexDirectory {

    private static final Logger LOG = LoggerFactory.getLogger(IndexDirectory.class);

    private final Path path;
    private final OpenIndex.Purpose purpose;

    IndexDirectory(Path path, OpenIndex.Purpose purpose) {
        this.path = path.toAbsolutePath().normalize();
        this.purpose = purpose;
    }

    /// Opens the index, or a new one where there is none that can be read.
    OpenIndex open() {
        try {
            var index = attempt();
            if (index.readable()) return index;
            index.close();
            LOG.warn("The index in {} was written by another version; it is built anew", path);
        } catch (LockObtainFailedException e) {
            throw new IllegalStateException(
                    "Another PM Radar is running on %s; stop it first, or set pmradar.data to another folder."
                            .formatted(path.getParent()),
                    e);
        } catch (IOException | RuntimeException e) {
            if (!unreadable(e)) throw failed(e);
            LOG.warn("The index in {} cannot be read and is built anew: {}", path, e.getMessage());
        }
        return renewed();
    }

    /// Begins anew; what was there is kept beside until the next time.
    OpenIndex renewed() {
        try {
            var aside = path.resolveSibling(path.getFileName() + ".aside");
            delete(aside);
            if (Files.exists(path)) Files.move(path, aside);
            return attempt();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private OpenIndex attempt() throws IOException {
        Files.createDirectories(path);
        var directory = FSDirectory.open(path);
        try {
            return OpenIndex.of(directory, purpose);
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    private static boolean unreadable(Exception e) {
        return switch (e) {
            case CorruptIndexException _,
                    IndexFormatTooOldException _,
                    IndexFormatTooNewException _,
                    IndexNotFoundException _,
                    EOFException _,
                    NoSuchFileException _ -> true;
            case FileSystemException _ -> false;
            case RuntimeException _ -> !(e instanceof UncheckedIOException);
            default -> false;
        };
    }

    private RuntimeException failed(Exception e) {
        return e instanceof RuntimeException runtime
                ? runtime
                : new UncheckedIOException("The index in %s cannot be used".formatted(path), (IOException) e);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
