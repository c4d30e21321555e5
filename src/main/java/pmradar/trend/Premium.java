package pmradar.trend;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Pay with and without something, among postings of the period that are alike otherwise.
final class Premium {

    /// @param asking all postings with pay that ask for it
    record Found(int asking, PayComparison comparison) {}

    private final Payroll counted;

    /// Of one label and country each.
    private final List<Payroll> alike;

    private final Map<Integer, Optional<Found>> found = new ConcurrentHashMap<>();

    /// @param payroll sorted
    Premium(Payroll payroll) {
        counted = payroll.only(row -> payroll.has(row, Payroll.COUNTED));
        alike = counted.apart(counted::kin);
    }

    /// @return null if nothing can be compared
    @Nullable
    Found of(int item) {
        return found.computeIfAbsent(item, this::compared).orElse(null);
    }

    private Optional<Found> compared(int item) {
        var comparison = PayComparison.of(alike, (payroll, row) -> payroll.asksFor(row, item));
        return Optional.ofNullable(comparison).map(one -> new Found(asking(item), one));
    }

    private int asking(int item) {
        int asking = 0;
        for (int row = 0; row < counted.size(); row++) if (counted.asksFor(row, item)) asking++;
        return asking;
    }

    /// Technical postings against general ones of the same country.
    @Nullable
    PayComparison technical() {
        return PayComparison.of(counted.apart(counted::country), (payroll, row) -> payroll.has(row, Payroll.TECHNICAL));
    }
}
