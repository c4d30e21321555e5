package pmradar.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pmradar.alert.Letter;

/// What was sent of standing reports, as it was sent: whatever is counted or chosen otherwise since.
public interface SentReports {

    /// How many of one report are kept: those of the latest periods.
    int MOST = 24;

    /// How long one is kept: a bit longer than so many months.
    Duration LONGEST = Duration.ofDays(800);

    /// The largest document that is kept, in bytes after compression; of a larger one only the message is.
    int MOST_BYTES = 1_000_000;

    /// One that was sent.
    ///
    /// @param from first day of the week or month that it told of, @param to the last
    /// @param channel @param address where it went
    /// @param text in Markdown that reads as plain words, too @param link where more was to be seen
    /// @param file the name of its document @param document null where it was too large to be kept
    record Sent(
            long issue,
            LocalDate from,
            LocalDate to,
            Instant at,
            String channel,
            String address,
            String title,
            String text,
            String link,
            String file,
            Letter.@Nullable Enclosed document) {}

    /// @return nothing where it was not sent yet, is not kept any more, or belongs to another account
    Optional<Sent> find(long account, long issue);
}
