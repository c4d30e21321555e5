package pmradar.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// When something that was refused is tried again: with growing pauses over three days.
final class Patience {
    private static final Duration GIVE_UP_AFTER = Duration.ofDays(3);
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12));

    private Patience() {}

    /// @param tries made before this one
    /// @return nothing when it is given up
    static Optional<Instant> next(long id, int tries, Instant first, Channel.Outcome.Refused refused, Instant now) {
        var next = now.plus(pause(id, tries, refused));
        return next.isAfter(first.plus(GIVE_UP_AFTER)) ? Optional.empty() : Optional.of(next);
    }

    /// A fifth more or less, always the same for one try, so that many failed ones do not come back together.
    private static Duration pause(long id, int tries, Channel.Outcome.Refused refused) {
        var pause = PAUSES.get(Math.min(tries, PAUSES.size() - 1));
        long spread = Math.floorMod(id * 31 + tries * 17L, 41) - 20;
        var spreadOut = pause.plus(pause.multipliedBy(spread).dividedBy(100));
        var asked = refused.retryAfter();
        return asked != null && asked.compareTo(spreadOut) > 0 ? asked : spreadOut;
    }
}
