package pmradar.pursuit;

import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Takes everything of one person out, and brings it in again, here or elsewhere: one JSON object a line.
public interface Takeaway {

    /// Lines that are looked at, and the characters of each.
    int MOST_LINES = 60_000;

    int LONGEST_LINE = 1_000_000;

    void export(long account, Consumer<String> line);

    /// Adds what the lines say and leaves what is there; the same lines twice change nothing the second time. A line
    /// that cannot be read is reported and hinders no other.
    Taken take(long account, Stream<String> lines, Instant now);
}
