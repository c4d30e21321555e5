package pmradar.trend;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How shares changed when employers, not postings, are what varies: one who advertises thirty alike postings at once
/// is
/// one voice. Source: the variance of a ratio over clusters, W. G. Cochran, Sampling Techniques, 3rd ed. (1977), §3.12.
final class Employers {

    /// How many changes are looked at.
    static final int MOST = 60;

    /// Fewer employers say nothing of a market.
    private static final int FEWEST = 5;

    private final Scope scope;
    private final int[] slots;
    private final Map<Long, int[]> counts = new HashMap<>();
    private final long[] totals = new long[2];
    private final int changes;

    private Employers(Scope scope, List<int[]> changes) {
        this.scope = scope;
        this.changes = changes.size();
        slots = new int[scope.ledger().names().size()];
        for (int i = 0; i < changes.size(); i++) for (int mark : changes.get(i)) if (mark >= 0) slots[mark] = i + 1;
    }

    /// @param changes the marks of each
    static Employers of(Scope scope, List<int[]> changes) {
        var employers = new Employers(scope, changes);
        for (var slice : scope.ledger().slices().values()) employers.take(slice);
        return employers;
    }

    private void take(Slice slice) {
        for (int row = 0; row < Slice.SIZE; row++) {
            int opened = slice.opened[row];
            if (!slice.counted(row) || opened < scope.before() || opened > scope.to()) continue;
            if (scope.chosen(slice.id(row)) && scope.countsSteadily(slice, row))
                take(slice, row, opened < scope.from() ? 0 : 1);
        }
    }

    private void take(Slice slice, int row, int period) {
        var count = counts.computeIfAbsent(employer(slice, row), _ -> new int[2 * (changes + 1)]);
        count[period]++;
        totals[period]++;
        for (int i = slice.starts[row]; i < slice.starts[row + 1]; i++) {
            int slot = slots[slice.marks[i]];
            if (slot > 0) count[2 * slot + period]++;
        }
    }

    /// Who names no employer is one of its own.
    private long employer(Slice slice, int row) {
        var names = scope.ledger().names();
        for (int i = slice.starts[row]; i < slice.starts[row + 1]; i++)
            if (names.kind(slice.marks[i]) == Kind.COMPANY) return names.alike(slice.marks[i]);
        return -1 - slice.id(row);
    }

    /// How likely the shares of the two periods are at least so different although nothing changed.
    double chance(int change) {
        int at = 2 * (change + 1);
        long before = sum(at);
        long now = sum(at + 1);
        double pooled = (double) (before + now) / (totals[0] + totals[1]);
        double variance = 0;
        int naming = 0;
        for (var count : counts.values()) {
            double share =
                    (count[at + 1] - pooled * count[1]) / totals[1] - (count[at] - pooled * count[0]) / totals[0];
            variance += share * share;
            if (count[at] + count[at + 1] > 0) naming++;
        }
        int all = counts.size();
        if (naming < FEWEST || variance == 0) return 1;
        double difference = (double) now / totals[1] - (double) before / totals[0];
        return Chance.ofDeviate(difference / Math.sqrt(variance * all / (all - 1)));
    }

    private long sum(int at) {
        return counts.values().stream().mapToLong(count -> count[at]).sum();
    }
}
