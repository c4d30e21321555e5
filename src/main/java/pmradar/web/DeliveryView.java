package pmradar.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pmradar.alert.DeliveryLog;

/// A delivery in words: state first, then since when, then what next.
record DeliveryView(
        long id,
        long digest,
        String state,
        String to,
        int tries,
        @Nullable String said,
        @Nullable String when,
        boolean canResend) {

    static DeliveryView of(DeliveryLog.Entry entry, Instant now) {
        var state = switch (entry.state()) {
            case WAITING -> entry.tries() == 0 ? "waiting" : "trying again";
            case SENT -> "sent";
            case PARKED -> "given up";
        };
        var when = entry.done() != null
                ? Wording.ago(entry.done(), now)
                : entry.next() == null ? null : "next try " + Wording.in(entry.next(), now);
        return new DeliveryView(
                entry.id(),
                entry.digest(),
                state,
                entry.channel() + " " + entry.address(),
                entry.tries(),
                entry.said(),
                when,
                entry.state() != DeliveryLog.State.WAITING && !entry.ended());
    }
}
