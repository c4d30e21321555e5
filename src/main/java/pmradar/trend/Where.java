package pmradar.trend;

import java.util.ArrayList;
import java.util.List;

/// Which postings a value counts: what it was counted by, so that they can be named.
///
/// @param event on which of the days `from` to `to` it must have happened
/// @param marks of each of these groups it must have one
/// @param steady whether only feeds count that were read in this period and the one before
record Where(Scope.Side side, Event event, int from, int to, List<int[]> marks, boolean steady) {

    enum Event {
        OPENED,
        /// Open at the end of the last day.
        OPEN,
        CLOSED,
        /// Opened, and seen to open.
        SEEN_TO_OPEN
    }

    Where(Scope.Side side, Event event, int from, int to, int[]... marks) {
        this(side, event, from, to, List.of(marks), false);
    }

    Where {
        marks = List.copyOf(marks);
    }

    /// Those of them that have one of these marks too.
    Where and(int... some) {
        var more = new ArrayList<>(marks);
        more.add(some);
        return new Where(side, event, from, to, more, steady);
    }

    boolean holds(Scope scope, Slice slice, int row) {
        if (!scope.has(side, slice.id(row)) || !counts(scope, slice, row) || !happened(slice, row)) return false;
        for (var group : marks) if (!hasOne(slice, row, group)) return false;
        return true;
    }

    private boolean counts(Scope scope, Slice slice, int row) {
        return steady ? scope.countsSteadily(slice, row) : scope.counts(slice, row);
    }

    private boolean happened(Slice slice, int row) {
        return switch (event) {
            case OPENED -> within(slice.opened[row]);
            case OPEN -> slice.open(row, to);
            case CLOSED -> within(slice.closed[row]);
            case SEEN_TO_OPEN -> slice.seenToOpen[row] && within(slice.opened[row]);
        };
    }

    private boolean within(int day) {
        return from <= day && day <= to;
    }

    private static boolean hasOne(Slice slice, int row, int[] group) {
        for (int mark : group) if (mark >= 0 && slice.has(row, mark)) return true;
        return false;
    }
}
