package pmradar.search.lucene;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The atoms of one posting.
final class Carried {
    private final long[] bits;
    private int[] numbers = new int[64];
    private int size;
    private final Map<Integer, Set<Integer>> positions = new HashMap<>();

    /// @param count of all atoms that there are
    Carried(int count) {
        bits = new long[(count + Long.SIZE - 1) / Long.SIZE];
    }

    void take(@Nullable Integer number) {
        if (number == null || has(number)) return;
        bits[number / Long.SIZE] |= 1L << number;
        if (size == numbers.length) numbers = Arrays.copyOf(numbers, 2 * size);
        numbers[size++] = number;
    }

    /// Notes where an atom stands.
    void at(int number, int position) {
        positions.computeIfAbsent(number, _ -> new HashSet<>()).add(position);
    }

    /// Whether these stand as far from the first of them as `at` says.
    boolean runs(int[] terms, int[] at) {
        for (int first : positions.getOrDefault(terms[0], Set.of())) {
            boolean runs = true;
            for (int i = 1; i < terms.length && runs; i++)
                runs = positions.getOrDefault(terms[i], Set.of()).contains(first + at[i]);
            if (runs) return true;
        }
        return false;
    }

    boolean has(int number) {
        return (bits[number / Long.SIZE] & 1L << number) != 0;
    }

    int[] numbers() {
        return Arrays.copyOf(numbers, size);
    }
}
