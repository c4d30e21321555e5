package pmradar.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The store of all reports that are sent each week or month. Everything here is within one account.
public interface StandingReports {

    enum State {
        WAITING,
        SENT,
        /// Given up after three days, or because there was nothing to send any more; it can be sent again.
        PARKED
    }

    /// One period that was sent, or is to be.
    ///
    /// @param said what the receiver answered last, in words @param next when it is tried again
    /// @param kept whether what was sent can still be looked at
    record Issue(
            long id,
            LocalDate from,
            LocalDate to,
            State state,
            int tries,
            @Nullable String said,
            @Nullable Instant next,
            @Nullable Instant done,
            boolean kept) {}

    /// @param secret for checking signatures of a webhook; shown once
    record Added(StandingReport report, String secret) {}

    /// Nothing is sent of a period that was over before.
    ///
    /// @throws IllegalArgumentException with a sentence, for an order that cannot be carried out or that is
    ///     there already
    Added add(long account, StandingReport.Order order, Instant now);

    /// @throws IllegalArgumentException as for a new one
    Optional<StandingReport> change(long account, long id, StandingReport.Order order);

    boolean pause(long account, long id, boolean paused);

    boolean remove(long account, long id, Instant now);

    boolean restore(long account, long id);

    /// In the order in which they were made, without those that were removed.
    List<StandingReport> of(long account);

    Optional<StandingReport> find(long account, long id);

    /// Of one report, the latest first.
    List<Issue> issues(long account, long id, int limit);

    /// Sends an issue once more: as it was sent, where that is kept; else it is written anew.
    boolean resend(long account, long issue, Instant now);

    /// What a link in a message would end, in words; nothing when it is not good.
    Optional<String> byLink(long id, String signature);

    /// @return whether the link is good; using it twice does no harm
    boolean endByLink(long id, String signature, Instant now);
}
