package pmradar.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a feed used to bring, and what is to be thought of what it brings now.
///
/// The rule of doubt: a reading that names nothing though the one before did, or a tenth or less of both what is usual
/// and what the last believed reading named, is doubted. A doubted reading proves nothing about what is missing. It is
/// believed once the feed has said as little for at least a day and two of its intervals, in two readings or more.
///
/// @param runs newest first
record YieldHistory(List<YieldRun> runs) {
    private static final int RECENT = 15;
    private static final int FEW = 10;
    private static final int RHYTHM = 4;
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration STILL = Duration.ofDays(7);

    YieldHistory {
        runs = List.copyOf(runs);
    }

    /// The median of recent believed readings, each different one counted once; empty while there is none.
    Optional<Integer> usual() {
        var found = runs.stream()
                .filter(run -> !run.doubted())
                .limit(RECENT)
                .map(YieldRun::found)
                .sorted()
                .toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(found.size() / 2));
    }

    /// Whether so few listings are a tenth or less of what is usual, where that is enough to tell.
    boolean dropped(int found) {
        return dropped(found, 10);
    }

    /// Whether a drop goes on: it is over with more than a fifth of what is usual, so that it does not come and go with
    /// each posting.
    boolean stillDropped(int found) {
        return dropped(found, 5);
    }

    private boolean dropped(int found, int part) {
        int usual = usual().orElse(0);
        return found > 0 && usual >= FEW && found <= usual / part;
    }

    /// The last reading that brought anything; null if none ever did.
    @Nullable
    YieldRun lastWithListings() {
        return runs.stream().filter(run -> run.found() > 0).findFirst().orElse(null);
    }

    /// Whether nothing may be concluded yet from a reading that names so few.
    boolean doubts(int found, Duration every, Instant now) {
        var believed = runs.stream().filter(run -> !run.doubted()).findFirst().orElse(null);
        if (believed == null) return false;
        var empty = found == 0 && believed.found() > 0;
        var low = empty || (dropped(found) && found <= believed.found() / 10);
        return low && !saidLongEnough(every, now);
    }

    private boolean saidLongEnough(Duration every, Instant now) {
        Instant since = null;
        for (var run : runs) {
            if (!run.doubted()) break;
            since = run.first();
        }
        var twice = every.multipliedBy(2);
        return since != null
                && !since.plus(twice.compareTo(DAY) > 0 ? twice : DAY).isAfter(now);
    }

    /// Since when the feed brings the very same, if that is longer than its own rhythm explains: a week, and five times
    /// the longest it ever took before. A feed that has hardly changed yet has no rhythm, and a server that answers
    /// "not modified" vouches for what it says.
    Optional<Instant> sameTooLong() {
        if (runs.size() <= RHYTHM) return Optional.empty();
        var now = runs.getFirst();
        if (now.vouched() || now.found() == 0 || now.readings() < RHYTHM) return Optional.empty();
        var longest = runs.stream()
                .skip(1)
                .map(YieldRun::length)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO)
                .multipliedBy(5);
        var most = longest.compareTo(STILL) > 0 ? longest : STILL;
        return now.length().compareTo(most) > 0 ? Optional.of(now.first()) : Optional.empty();
    }
}
