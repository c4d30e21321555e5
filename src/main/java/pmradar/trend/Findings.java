package pmradar.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import pmradar.trend.TrendReport.Finding;

/// What may be said: what chance alone brings about in less than one of twenty reports in which nothing changed, all
/// that was looked at taken together.
final class Findings {

    static final double SURE = 0.05;

    /// @param chance corrected for all that was looked at
    record Sure(Finding finding, double chance) {}

    private Findings() {}

    /// @param pay null where nothing says what it pays
    /// @return the most certain first
    static List<Finding> of(Changes changes, @Nullable PayChanges pay) {
        var shares = changes.chances();
        var all = pay == null
                ? shares
                : DoubleStream.concat(Arrays.stream(shares), Arrays.stream(pay.chances()))
                        .toArray();
        var corrected = Chance.holm(all);
        var sure = new ArrayList<>(changes.findings(Arrays.copyOf(corrected, shares.length), all.length));
        if (pay != null)
            sure.addAll(pay.findings(Arrays.copyOfRange(corrected, shares.length, all.length), all.length));
        return sure.stream()
                .sorted(Comparator.comparingDouble(Sure::chance))
                .map(Sure::finding)
                .toList();
    }
}
