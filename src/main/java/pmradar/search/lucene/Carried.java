package pmradar.search.lucene;

import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.FixedBitSet;

/// The things that one posting has, by their numbers.
final class Carried {
    private final FixedBitSet bits;
    private int[] numbers = new int[64];
    private int size;

    /// @param count of all things that there are
    Carried(int count) {
        bits = new FixedBitSet(count);
    }

    void take(int number) {
        if (bits.getAndSet(number)) return;
        numbers = ArrayUtil.grow(numbers, size + 1);
        numbers[size++] = number;
    }

    boolean has(int number) {
        return bits.get(number);
    }

    int size() {
        return size;
    }

    /// @param i from 0 to less than [#size]
    int number(int i) {
        return numbers[i];
    }
}
