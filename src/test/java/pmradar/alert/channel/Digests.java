package pmradar.alert.channel;

import java.time.Instant;
import java.util.List;
import pmradar.alert.Digest;
import pmradar.alert.Hit;

/// Invented digests.
final class Digests {
    static final Instant AT = Instant.parse("2026-11-20T08:00:00Z");

    private Digests() {}

    static Digest of(String name, String... titles) {
        var lines = java.util.Arrays.stream(titles).map(Digests::line).toList();
        return new Digest(7, "key-7", 3, name, AT, lines, List.of(new Digest.More("Invented Works", 2)));
    }

    private static Digest.Line line(String title) {
        return new Digest.Line(
                42,
                Hit.Kind.NEW,
                title,
                "Invented Works",
                "Graz, hybrid",
                "80,000 EUR a year",
                "technical",
                64,
                "Kubernetes",
                "three years with Kubernetes",
                List.of("requires Kubernetes"),
                List.of("invented-board"),
                null,
                "https://invented.example/jobs/42");
    }
}
