package pmradar.alert;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Takes the saved searches of one person out, and brings them in again, here or elsewhere: one JSON object a line.
/// Destinations stay behind, for their secrets belong to this installation.
public interface SearchLines {

    /// Lines that are looked at, and the characters of each.
    int MOST_LINES = 5_000;

    int LONGEST_LINE = 100_000;

    /// What became of lines that were brought in.
    ///
    /// @param same lines whose search was saved under the same name before
    /// @param bad lines that could not be read
    record Taken(int added, int same, List<BadLine> bad) {

        public Taken {
            bad = List.copyOf(bad);
        }
    }

    /// @param number of the line, from 1 @param reason in words
    record BadLine(int number, String reason) {}

    void export(long account, Consumer<String> line);

    /// Adds what the lines say and leaves what is there; the same lines twice change nothing the second time. A line
    /// that cannot be read is reported and hinders no other. What an added search finds already is not news.
    Taken take(long account, Stream<String> lines, Instant now);
}
