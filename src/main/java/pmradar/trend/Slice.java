package pmradar.trend;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pmradar.trend.Facts.State;

/// Facts of 1,024 postings whose ids follow each other, in columns: what is counted is read from here and nowhere else.
/// Never changed once it is made.
final class Slice {

    static final int SIZE = 1024;

    private static final State[] STATES = State.values();

    final long number;
    final byte[] state = new byte[SIZE];
    final boolean[] seenToOpen = new boolean[SIZE];
    final int[] opened = new int[SIZE];
    final int[] paused = new int[SIZE];
    final int[] resumed = new int[SIZE];
    final int[] closed = new int[SIZE];
    final int[] watched = new int[SIZE];
    final int[] pay = new int[SIZE];

    /// Where the marks of each row begin in `marks`, and after the last where they end.
    final int[] starts = new int[SIZE + 1];

    final int[] marks;

    /// @param rows one for each id; null where there is no posting
    Slice(long number, List<@Nullable Facts> rows) {
        this.number = number;
        marks = new int
                [rows.stream()
                        .mapToInt(row -> row == null ? 0 : row.marks().length)
                        .sum()];
        for (int row = 0; row < SIZE; row++) {
            var facts = rows.get(row);
            int length = facts == null ? 0 : facts.marks().length;
            starts[row + 1] = starts[row] + length;
            if (facts != null) put(row, facts);
        }
    }

    static long of(long id) {
        return id / SIZE;
    }

    static int row(long id) {
        return (int) (id % SIZE);
    }

    long id(int row) {
        return number * SIZE + row;
    }

    private void put(int row, Facts facts) {
        state[row] = (byte) facts.state().ordinal();
        seenToOpen[row] = facts.seenToOpen();
        opened[row] = facts.opened();
        paused[row] = facts.paused();
        resumed[row] = facts.resumed();
        closed[row] = facts.closed();
        watched[row] = facts.watched();
        pay[row] = facts.pay();
        System.arraycopy(facts.marks(), 0, marks, starts[row], facts.marks().length);
    }

    /// All rows as they were put in.
    List<@Nullable Facts> rows() {
        var rows = new @Nullable Facts[SIZE];
        for (int row = 0; row < SIZE; row++) rows[row] = state[row] == 0 ? null : facts(row);
        return Arrays.asList(rows);
    }

    private Facts facts(int row) {
        return new Facts(
                state(row),
                opened[row],
                seenToOpen[row],
                paused[row],
                resumed[row],
                closed[row],
                watched[row],
                pay[row],
                Arrays.copyOfRange(marks, starts[row], starts[row + 1]));
    }

    State state(int row) {
        return STATES[state[row]];
    }

    boolean counted(int row) {
        return state[row] == State.COUNTED.ordinal();
    }

    /// Whether it was open on any of the days, be it for a part of one.
    boolean overlaps(int row, int from, int to) {
        return opened[row] <= to && closed[row] >= from;
    }

    /// Whether it was open at the end of the day.
    boolean open(int row, int day) {
        return opened[row] <= day && closed[row] > day && !(paused[row] <= day && day < resumed[row]);
    }

    boolean has(int row, int mark) {
        for (int i = starts[row]; i < starts[row + 1]; i++) if (marks[i] == mark) return true;
        return false;
    }

    /// Whether one of the wanted feeds has shown it; its feeds are its first marks.
    ///
    /// @param feeds all marks that are feeds
    boolean shownBy(int row, boolean[] wanted, boolean[] feeds) {
        for (int i = starts[row]; i < starts[row + 1] && feeds[marks[i]]; i++) if (wanted[marks[i]]) return true;
        return false;
    }

    /// Whether it has the first mark, of two of which it has one.
    boolean either(int row, int one, int other) {
        for (int i = starts[row]; i < starts[row + 1]; i++) {
            if (marks[i] == one) return true;
            if (marks[i] == other) return false;
        }
        return false;
    }

    /// Whether it has one of the marks.
    boolean hasAny(int row, boolean[] wanted) {
        for (int i = starts[row]; i < starts[row + 1]; i++) if (wanted[marks[i]]) return true;
        return false;
    }
}
