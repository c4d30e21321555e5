package pmradar.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A report that a person gets each week or month.
///
/// @param search the saved search that it is about; null for the whole market
/// @param channel @param address where it goes
/// @param format of the document that is sent, where the channel carries files
/// @param removed when it was taken away; it can be brought back
/// @param said why it was, where its receiver did it
public record StandingReport(
        long id,
        long owner,
        Order order,
        Instant made,
        boolean paused,
        @Nullable Instant removed,
        @Nullable String said) {

    /// What a person decides.
    public record Order(@Nullable Long search, Pace pace, String channel, String address, ReportFormat format) {}
}
