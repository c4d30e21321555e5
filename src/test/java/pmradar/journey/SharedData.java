package pmradar.journey;

import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// Real postings and recorded feeds, which are not part of the project: tests that need them are skipped with a reason
/// where they are absent, unless `PMRADAR_REQUIRE_SHARED` says that they must be there.
public final class SharedData {
    private SharedData() {}

    /// @param path below the shared folder
    public static Path need(String path) {
        var file = Path.of(System.getProperty("pmradar.shared", "../shared/data"), path);
        if (Files.exists(file)) return file;
        var reason = "Skipped: the shared data has no '%s' (set -Dpmradar.shared)".formatted(path);
        if ("true".equals(System.getenv("PMRADAR_REQUIRE_SHARED"))) fail(reason);
        System.out.println(reason);
        Assumptions.abort(reason);
        throw new AssertionError();
    }
}
