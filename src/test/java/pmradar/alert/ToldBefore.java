package pmradar.alert;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Puts digests where they would be if something had been found, for tests of what shows them.
@Component
public class ToldBefore {

    private final StoredSearches searches;
    private final StoredDigests digests;
    private final Courier courier;

    ToldBefore(StoredSearches searches, StoredDigests digests, Courier courier) {
        this.searches = searches;
        this.digests = digests;
        this.courier = courier;
    }

    public Digest tell(long search, Instant at, List<Digest.Line> lines, List<Digest.More> more) {
        return kept(new StoredDigests.Ready(searches.find(search).orElseThrow(), key(), lines, more, List.of()), at);
    }

    public Digest notice(long search, Instant at, Digest.Notice notice) {
        return kept(
                new StoredDigests.Ready(
                        searches.find(search).orElseThrow(), key(), List.of(), List.of(), List.of(notice)),
                at);
    }

    private Digest kept(StoredDigests.Ready ready, Instant at) {
        return digests.add(List.of(ready), at).getFirst();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    public void deliver(Instant now) {
        courier.deliverDue(now);
    }

    public static Digest.Line line(long posting, String title) {
        return new Digest.Line(
                posting,
                Hit.Kind.NEW,
                title,
                "Northwind Labs",
                "Berlin, remote",
                "95,000 to 115,000 EUR a year",
                "technical",
                71,
                "Kubernetes",
                "three years with Kubernetes",
                List.of("requires Kubernetes"),
                List.of("northwind"),
                null,
                "https://northwind.example/jobs/" + posting);
    }
}
