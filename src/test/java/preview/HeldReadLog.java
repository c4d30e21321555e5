package preview;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pmradar.ingest.ReadLog.Place;
import pmradar.ingest.ReadLog.Progress;
import pmradar.ingest.ReadLog.ReadRecord;
import pmradar.ingest.ReadLog.SetAside;
import pmradar.ingest.Tally;

/// Readings as they might have gone.
public class HeldReadLog {

    private static final Tally TALLY = new Tally(212, 31, 4, 96, Map.of("not project management", 78, "no title", 3));

    public boolean going = true;

    public Progress progress() {
        return going ? new Progress(7, 5, List.of("fjordbank"), TALLY) : new Progress(7, 7, List.of(), TALLY);
    }

    public Optional<ReadRecord> last(String feedId) {
        return recent(feedId, 1).stream().findFirst();
    }

    public List<ReadRecord> recent(String feedId, int limit) {
        var now = PreviewApplication.NOW;
        return feedId.equals("adboard")
                ? List.of()
                : List.of(
                                new ReadRecord(
                                        feedId, now.minusSeconds(240), now.minusSeconds(238), false, TALLY, null),
                                new ReadRecord(
                                        feedId, now.minusSeconds(3840), now.minusSeconds(3839), true, Tally.NONE, null),
                                new ReadRecord(
                                        feedId,
                                        now.minusSeconds(9000),
                                        now.minusSeconds(8990),
                                        false,
                                        Tally.NONE,
                                        "The server did not answer within 10 seconds."))
                        .stream()
                        .limit(limit)
                        .toList();
    }

    public List<SetAside> setAside(String feedId, int limit, @Nullable Place after) {
        var at = PreviewApplication.NOW.minusSeconds(239);
        return List.of(
                new SetAside(
                        feedId,
                        "a-17",
                        "Senior Product Manager, Checkout",
                        "Northwind Labs",
                        "https://jobs.example.org/a-17",
                        "decides what to build rather than running the project",
                        true,
                        at),
                new SetAside(feedId, "a-18", null, null, "javascript:alert(1)", "the listing has no title", false, at));
    }
}
