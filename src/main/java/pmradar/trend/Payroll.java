package pmradar.trend;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/// What postings pay that say so in the one currency, in columns: of the chosen ones that opened in the period, and of
/// those that are compared with the period before.
final class Payroll {

    /// The country of those that name none.
    static final int NOWHERE = -1;

    static final int TECHNICAL = 1;
    /// Opened in the period, not in the one before.
    static final int NOW = 2;
    /// Counts in the period.
    static final int COUNTED = 4;
    /// Counts for what is compared with the period before.
    static final int STEADY = 8;

    private static final int DIGIT = 11;

    private int[] pay = new int[64];
    private int[] country = new int[64];
    private int[] employer = new int[64];
    private int[] fields = new int[64];
    private byte[] flags = new byte[64];
    private long[] items = new long[64];
    private int size;

    /// @param country a mark, or [#NOWHERE] @param employer the same number for the same one
    /// @param fields @param items which of the plan's fields and requirements it has, as bits
    void add(int pay, int country, int employer, int fields, long items, int flags) {
        if (size == this.pay.length) grow(2 * size);
        this.pay[size] = pay;
        this.country[size] = country;
        this.employer[size] = employer;
        this.fields[size] = fields;
        this.items[size] = items;
        this.flags[size++] = (byte) flags;
    }

    private void grow(int length) {
        pay = Arrays.copyOf(pay, length);
        country = Arrays.copyOf(country, length);
        employer = Arrays.copyOf(employer, length);
        fields = Arrays.copyOf(fields, length);
        flags = Arrays.copyOf(flags, length);
        items = Arrays.copyOf(items, length);
    }

    /// Those after these.
    void addAll(Payroll others) {
        grow(size + others.size + 1);
        System.arraycopy(others.pay, 0, pay, size, others.size);
        System.arraycopy(others.country, 0, country, size, others.size);
        System.arraycopy(others.employer, 0, employer, size, others.size);
        System.arraycopy(others.fields, 0, fields, size, others.size);
        System.arraycopy(others.flags, 0, flags, size, others.size);
        System.arraycopy(others.items, 0, items, size, others.size);
        size += others.size;
    }

    /// The same rows, the lowest pay first, sorted digit by digit.
    Payroll sorted() {
        var order = new int[size];
        Arrays.setAll(order, row -> row);
        var spare = new int[size];
        for (int shift = 0; shift < Integer.SIZE - 1; shift += DIGIT) {
            var starts = new int[(1 << DIGIT) + 1];
            for (int row : order) starts[(pay[row] >>> shift & (1 << DIGIT) - 1) + 1]++;
            for (int digit = 0; digit < 1 << DIGIT; digit++) starts[digit + 1] += starts[digit];
            for (int row : order) spare[starts[pay[row] >>> shift & (1 << DIGIT) - 1]++] = row;
            var other = order;
            order = spare;
            spare = other;
        }
        return of(order);
    }

    private Payroll of(int[] rows) {
        var some = new Payroll();
        some.grow(rows.length + 1);
        for (int row : rows) some.add(pay[row], country[row], employer[row], fields[row], items[row], flags[row]);
        return some;
    }

    /// The rows of which this holds, in their order.
    Payroll only(IntPredicate wanted) {
        return of(rows(wanted));
    }

    /// The same with their pay, employers and flags alone.
    Payroll pay(IntPredicate wanted) {
        var some = new Payroll();
        var rows = rows(wanted);
        some.size = rows.length;
        some.pay = new int[rows.length];
        some.employer = new int[rows.length];
        some.flags = new byte[rows.length];
        for (int i = 0; i < rows.length; i++) {
            some.pay[i] = pay[rows[i]];
            some.employer[i] = employer[rows[i]];
            some.flags[i] = flags[rows[i]];
        }
        return some;
    }

    /// Those who name a country, apart by what this says of a row; in their order.
    List<Payroll> apart(IntUnaryOperator by) {
        var groups = new TreeMap<Integer, IntList>();
        for (int row = 0; row < size; row++)
            if (country[row] != NOWHERE)
                groups.computeIfAbsent(by.applyAsInt(row), _ -> new IntList()).add(row);
        return groups.values().stream().map(rows -> of(rows.values())).toList();
    }

    /// Numbers of the rows of which this holds, in their order.
    private int[] rows(IntPredicate wanted) {
        var rows = new int[size];
        int found = 0;
        for (int row = 0; row < size; row++) if (wanted.test(row)) rows[found++] = row;
        return Arrays.copyOf(rows, found);
    }

    int size() {
        return size;
    }

    int pay(int row) {
        return pay[row];
    }

    int country(int row) {
        return country[row];
    }

    int employer(int row) {
        return employer[row];
    }

    boolean has(int row, int flag) {
        return (flags[row] & flag) != 0;
    }

    boolean hasField(int row, int field) {
        return (fields[row] >>> field & 1) == 1;
    }

    boolean asksFor(int row, int item) {
        return (items[row] >>> item & 1) == 1;
    }

    /// Of the same label and country as others with the same number.
    int kin(int row) {
        return 2 * country[row] + (has(row, TECHNICAL) ? 0 : 1);
    }
}
