package pmradar.search.lucene;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;
import org.apache.lucene.util.ArrayUtil;

/// Criteria that are filed under the same thing, one row after the other in one piece of memory: how many numbers,
/// doubled, with one more where they do not say all; the numbers of things that must be there, and the complements of
/// those that must not; the id in two halves.
final class Drawer {
    private static final int ID = 2;

    private int[] rows = {};
    private int end;
    private int size;

    int size() {
        return size;
    }

    /// @param all whether the numbers say all that is demanded
    void add(long id, List<Integer> numbers, boolean all) {
        int length = 1 + numbers.size() + ID;
        if (end + length > rows.length) rows = Arrays.copyOf(rows, ArrayUtil.oversize(end + length, Integer.BYTES));
        rows[end++] = 2 * numbers.size() + (all ? 0 : 1);
        for (int number : numbers) rows[end++] = number;
        rows[end++] = (int) (id >> Integer.SIZE);
        rows[end++] = (int) id;
        size++;
    }

    void remove(long id) {
        for (int at = 0; at < end; ) {
            int next = ids(at) + ID;
            if (id(ids(at)) != id) {
                at = next;
                continue;
            }
            System.arraycopy(rows, next, rows, at, end - next);
            end -= next - at;
            size--;
        }
    }

    /// @param rest whether what has this id is met by what its numbers do not say
    void met(Carried carried, LongPredicate rest, LongConsumer found) {
        for (int at = 0; at < end; ) {
            int ids = ids(at);
            if (met(at + 1, ids, carried)) {
                long id = id(ids);
                if (rows[at] % 2 == 0 || rest.test(id)) found.accept(id);
            }
            at = ids + ID;
        }
    }

    private boolean met(int from, int to, Carried carried) {
        for (int i = from; i < to; i++) {
            int number = rows[i];
            if (number < 0 ? carried.has(~number) : !carried.has(number)) return false;
        }
        return true;
    }

    /// Where the id of the row begins that begins here.
    private int ids(int row) {
        return row + 1 + rows[row] / 2;
    }

    private long id(int at) {
        return (long) rows[at] << Integer.SIZE | Integer.toUnsignedLong(rows[at + 1]);
    }
}
