package pmradar.report;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Takes the standing reports of one person out, and brings them in again, here or elsewhere: one JSON object a line.
/// A saved search is written as its name: bring those in before. What was sent stays behind, and so do secrets.
public interface ReportLines {

    /// Lines that are looked at, and the characters of each.
    int MOST_LINES = 1_000;

    int LONGEST_LINE = 20_000;

    /// What became of lines that were brought in.
    ///
    /// @param added each with the secret it got here
    /// @param same lines that tell the same to the same place as one that was there
    /// @param bad lines that could not be read
    record Taken(List<StandingReports.Added> added, int same, List<BadLine> bad) {

        public Taken {
            added = List.copyOf(added);
            bad = List.copyOf(bad);
        }
    }

    /// @param number of the line, from 1 @param reason in words
    record BadLine(int number, String reason) {}

    void export(long account, Consumer<String> line);

    /// Adds what the lines say and leaves what is there; the same lines twice change nothing the second time. A line
    /// that cannot be read is reported and hinders no other. Nothing is sent of a period that was over before.
    Taken take(long account, Stream<String> lines, Instant now);
}
