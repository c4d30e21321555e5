package pmradar.trend;

import java.util.Arrays;

/// Numbers from 0 that are gathered one by one.
final class IntList {
    private static final int MANY = 20_000;
    private static final int DIGIT = 11;

    private int[] values = new int[16];
    private int size;

    void add(int value) {
        if (size == values.length) values = Arrays.copyOf(values, 2 * size);
        values[size++] = value;
    }

    /// Those after these.
    void addAll(IntList others) {
        values = Arrays.copyOf(values, size + others.size + 1);
        System.arraycopy(others.values, 0, values, size, others.size);
        size += others.size;
    }

    /// In the order they came in.
    int[] values() {
        return Arrays.copyOf(values, size);
    }

    int size() {
        return size;
    }

    /// The lowest first.
    int[] sorted() {
        var sorted = Arrays.copyOf(values, size);
        if (size >= MANY) return byDigits(sorted);
        Arrays.sort(sorted);
        return sorted;
    }

    /// Many numbers are sorted faster digit by digit, the last first.
    private static int[] byDigits(int[] numbers) {
        var from = numbers;
        var to = new int[numbers.length];
        for (int shift = 0; shift < Integer.SIZE - 1; shift += DIGIT) {
            var starts = new int[(1 << DIGIT) + 1];
            for (int number : from) starts[(number >>> shift & (1 << DIGIT) - 1) + 1]++;
            for (int digit = 0; digit < 1 << DIGIT; digit++) starts[digit + 1] += starts[digit];
            for (int number : from) to[starts[number >>> shift & (1 << DIGIT) - 1]++] = number;
            var spare = from;
            from = to;
            to = spare;
        }
        return from;
    }
}
