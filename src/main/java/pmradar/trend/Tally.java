package pmradar.trend;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pmradar.trend.Facts.State;
import pmradar.trend.Scope.Side;

/// The first walk over the ledger: how many postings of which marks opened in the period and, of steady feeds, in this
/// and the one before; and how many were open, opened and closed on each day.
final class Tally {

    /// What opened in the period, or of steady feeds in the one before and in this one.
    enum Group {
        CHOSEN,
        COMPARED,
        STEADY_BEFORE,
        STEADY_NOW
    }

    private static final int LABELS = 2;

    private final Scope scope;
    private final int technical;
    private final int general;
    private final List<Group> groups;

    /// For each combination of groups, as bits, by mark the technical ones and the general ones; null where there are
    /// none.
    private final int[] @Nullable [] counts = new int[1 << Group.values().length][];

    private final int[] totals = new int[LABELS * counts.length];
    private final Map<Side, Days> days = new EnumMap<>(Side.class);

    /// Marks of postings that were open already when the period began.
    private final boolean[] met;

    private final Map<State, Integer> leftOut = new EnumMap<>(State.class);
    private int notHeld;
    private int postings;
    private int openAtEnd;

    private Tally(Scope scope) {
        this.scope = scope;
        var names = scope.ledger().names();
        technical = names.known(Kind.LABEL, "technical");
        general = names.known(Kind.LABEL, "general");
        groups = Stream.of(Group.values())
                .filter(group -> group != Group.COMPARED || scope.compares())
                .toList();
        for (var side : scope.sides()) days.put(side, new Days(scope.days()));
        met = new boolean[scope.marks()];
    }

    static Tally of(Scope scope) {
        return Walk.over(scope.ledger(), () -> new Tally(scope), Tally::take, Tally::and);
    }

    private Tally and(Tally other) {
        for (int groups = 0; groups < counts.length; groups++) {
            var more = other.counts[groups];
            if (more == null) continue;
            var these = counts[groups];
            if (these == null) counts[groups] = more;
            else for (int i = 0; i < these.length; i++) these[i] += more[i];
        }
        for (int i = 0; i < totals.length; i++) totals[i] += other.totals[i];
        for (int mark = 0; mark < met.length; mark++) met[mark] |= other.met[mark];
        days.forEach((side, of) -> of.and(other.days(side)));
        other.leftOut.forEach((state, count) -> leftOut.merge(state, count, Integer::sum));
        notHeld += other.notHeld;
        postings += other.postings;
        openAtEnd += other.openAtEnd;
        return this;
    }

    private void take(Slice slice) {
        for (int row = 0; row < Slice.SIZE; row++) {
            if (slice.state[row] == 0 || slice.opened[row] > scope.to()) continue;
            boolean overlaps = slice.overlaps(row, scope.from(), scope.to());
            if (overlaps || slice.opened[row] >= scope.before()) take(slice, row, overlaps);
        }
    }

    private void take(Slice slice, int row, boolean overlaps) {
        long id = slice.id(row);
        boolean chosen = scope.chosen(id);
        boolean compared = scope.compared(id);
        if (!chosen && !compared) return;
        boolean counts = scope.counts(slice, row);
        if (chosen && overlaps) note(slice, row, counts);
        if (!slice.counted(row)) return;
        int label = slice.either(row, technical, general) ? 0 : 1;
        if (counts && overlaps) {
            if (chosen) day(Side.CHOSEN, slice, row);
            if (compared) day(Side.COMPARED, slice, row);
        }
        int in = groups(slice, row, counts && chosen, counts && compared, chosen);
        if (in != 0) add(in, label, slice, row);
    }

    /// In which groups it is, as bits.
    private int groups(Slice slice, int row, boolean chosen, boolean compared, boolean watched) {
        int opened = slice.opened[row];
        boolean now = opened >= scope.from();
        int in = 0;
        if (now && chosen) in |= bit(Group.CHOSEN);
        if (now && compared) in |= bit(Group.COMPARED);
        if (watched && opened >= scope.before() && scope.countsSteadily(slice, row))
            in |= bit(now ? Group.STEADY_NOW : Group.STEADY_BEFORE);
        return in;
    }

    private static int bit(Group group) {
        return 1 << group.ordinal();
    }

    private void note(Slice slice, int row, boolean counts) {
        if (!slice.counted(row)) leftOut.merge(slice.state(row), 1, Integer::sum);
        else if (!counts) notHeld++;
        else {
            postings++;
            if (slice.open(row, scope.to())) openAtEnd++;
            if (slice.opened[row] < scope.from())
                for (int i = slice.starts[row]; i < slice.starts[row + 1]; i++) met[slice.marks[i]] = true;
        }
    }

    private void day(Side side, Slice slice, int row) {
        var of = days.get(side);
        if (of == null) return;
        int from = scope.from();
        of.span(slice.opened[row] - from, Math.min(slice.paused[row], slice.closed[row]) - (long) from);
        if (slice.resumed[row] < slice.closed[row]) of.span(slice.resumed[row] - from, slice.closed[row] - (long) from);
        of.happened(of.opened, slice.opened[row] - from);
        of.happened(of.closed, slice.closed[row] - (long) from);
    }

    private void add(int in, int label, Slice slice, int row) {
        totals[LABELS * in + label]++;
        var counted = counts[in];
        if (counted == null) counts[in] = counted = new int[LABELS * met.length];
        var marks = slice.marks;
        for (int i = slice.starts[row], end = slice.starts[row + 1]; i < end; i++) counted[LABELS * marks[i] + label]++;
    }

    /// How many of the group have one of the marks, of which each has at most one.
    int count(Group group, int... marks) {
        return technical(group, marks) + general(group, marks);
    }

    int technical(Group group, int... marks) {
        return sum(group, 0, marks);
    }

    int general(Group group, int... marks) {
        return sum(group, 1, marks);
    }

    private int sum(Group group, int label, int[] marks) {
        int sum = 0;
        for (int in = 0; in < counts.length; in++) {
            var counted = counts[in];
            if (counted == null || (in & bit(group)) == 0) continue;
            for (int mark : marks) if (mark >= 0 && mark < met.length) sum += counted[LABELS * mark + label];
        }
        return sum;
    }

    /// How many marks there were when it was counted; later ones are not counted.
    int marks() {
        return met.length;
    }

    int total(Group group) {
        int total = 0;
        for (int i = 0; i < totals.length; i++) if ((i / LABELS & bit(group)) != 0) total += totals[i];
        return total;
    }

    Days days(Side side) {
        return Objects.requireNonNull(days.get(side));
    }

    /// Postings that were open at some time of the period and count.
    int postings() {
        return postings;
    }

    int openAtEnd() {
        return openAtEnd;
    }

    Map<State, Integer> leftOut() {
        return leftOut;
    }

    /// Those that only feeds have shown that were not read during the whole period.
    int notHeld() {
        return notHeld;
    }

    /// Whether any of the postings has it.
    boolean met(int mark) {
        return mark < met.length && (met[mark] || count(Group.CHOSEN, mark) > 0);
    }

    List<Group> groups() {
        return groups;
    }

    static Group group(Side side) {
        return side == Side.CHOSEN ? Group.CHOSEN : Group.COMPARED;
    }

    /// Counts for each day of the period.
    static final class Days {
        final int[] opened;
        final int[] closed;

        /// By how many the open ones grow or shrink on each day.
        private final int[] change;

        private Days(int days) {
            opened = new int[days];
            closed = new int[days];
            change = new int[days + 1];
        }

        private void and(Days others) {
            for (int day = 0; day < opened.length; day++) {
                opened[day] += others.opened[day];
                closed[day] += others.closed[day];
            }
            for (int day = 0; day < change.length; day++) change[day] += others.change[day];
        }

        private void span(int from, long to) {
            int first = Math.max(0, from);
            if (to <= first || first >= opened.length) return;
            change[first]++;
            if (to < opened.length) change[(int) to]--;
        }

        private void happened(int[] counted, long day) {
            if (day >= 0 && day < counted.length) counted[(int) day]++;
        }

        /// How many were open at the end of this day.
        int open(int day) {
            int open = 0;
            for (int i = 0; i <= day; i++) open += change[i];
            return open;
        }
    }
}
