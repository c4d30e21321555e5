package pmradar.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pmradar.classify.Taxonomy;
import pmradar.classify.TaxonomyText;
import pmradar.classify.TaxonomyText.Addition;

/// Rules whose taxonomy stands in a file of the owner's; the file before the last change is kept beside it.
final class OwnersRules implements Rules {
    private static final String NAME = "taxonomy.yml";

    private final Path config;
    private final CurrentRules current;
    private final Runnable rejudge;
    private final Supplier<Reclassification.@Nullable Progress> progress;

    /// @param rejudge judges anew what was judged by other rules
    OwnersRules(
            Path config,
            CurrentRules current,
            Runnable rejudge,
            Supplier<Reclassification.@Nullable Progress> progress) {
        this.config = config;
        this.current = current;
        this.rejudge = rejudge;
        this.progress = progress;
    }

    @Override
    public String version() {
        return current.version();
    }

    @Override
    public Taxonomy taxonomy() {
        return current.now().taxonomy();
    }

    @Override
    public String line(int number) {
        return current.now().text().line(number);
    }

    @Override
    public List<Addition> added() {
        return current.now().text().added();
    }

    @Override
    public Taxonomy with(Addition addition) {
        return TaxonomyText.load(config).with(addition).read();
    }

    @Override
    public synchronized void add(Addition addition) {
        change(TaxonomyText.load(config).with(addition));
    }

    @Override
    public synchronized void remove(Addition addition) {
        var before = TaxonomyText.load(config);
        var after = before.without(addition);
        if (!after.equals(before)) change(after);
    }

    private void change(TaxonomyText text) {
        text.read();
        try {
            write(text.yaml());
        } catch (IOException broken) {
            throw new UncheckedIOException("%s could not be written".formatted(config.resolve(NAME)), broken);
        }
        current.renew();
        Thread.ofPlatform().daemon().name("rejudge").start(rejudge);
    }

    /// Whoever reads sees the file before or the file after, never a part.
    private void write(String yaml) throws IOException {
        Files.createDirectories(config);
        var file = config.resolve(NAME);
        var fresh = config.resolve(NAME + ".new");
        Files.writeString(
                fresh,
                yaml,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE,
                StandardOpenOption.SYNC);
        if (Files.exists(file)) {
            Files.copy(file, config.resolve(NAME + ".bak"), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public Reclassification.@Nullable Progress progress() {
        return progress.get();
    }
}
