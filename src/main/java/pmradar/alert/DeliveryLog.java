package pmradar.alert;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was sent when and where to, what failed and when it is tried again.
public interface DeliveryLog {

    enum State {
        WAITING,
        SENT,
        /// Given up after three days, or at the receiver's wish; it can be sent again.
        PARKED
    }

    /// @param said what the receiver answered last, in words @param ended whether nothing goes to that destination
    ///     any more @param next when it is tried again
    record Entry(
            long id,
            long digest,
            long search,
            String channel,
            String address,
            State state,
            int tries,
            @Nullable String said,
            boolean ended,
            @Nullable Instant next,
            @Nullable Instant done) {}

    /// Newest first.
    List<Entry> of(long account, int limit);

    /// Sends once more, with the key that it had: a receiver that has it already can tell.
    ///
    /// @return whether the account has such a delivery
    boolean resend(long account, long id, Instant now);
}
