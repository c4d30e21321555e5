package pmradar.feed;

import java.time.Duration;
import java.time.Instant;

/// Readings in a row that brought the same.
///
/// @param readings how many they were
/// @param complete whether they named all open jobs
/// @param doubted whether that was so little that nothing is concluded from it yet
/// @param vouched whether the server said in between that nothing had changed
public record YieldRun(
        long id,
        Instant first,
        Instant last,
        int readings,
        int found,
        boolean complete,
        boolean doubted,
        boolean vouched,
        String digest) {

    Duration length() {
        return Duration.between(first, last);
    }
}
