package pmradar.trend;

import java.util.Arrays;
import java.util.Comparator;
import pmradar.trend.Details.Item;

/// Two requirements that some postings ask for together.
///
/// @param first how many ask for `one`, @param second for `other`, @param of all postings
record Pair(Item one, Item other, int together, int first, int second, int of) {

    /// The surest first: by the lower end of the interval, small ones last.
    static final Comparator<Pair> STRONGEST = Comparator.comparing(Pair::small)
            .thenComparing(Comparator.comparingDouble(Pair::low).reversed())
            .thenComparing(Pair::key);

    /// Fewer common postings than these may be one employer's habit.
    private static final int FEW = 10;

    String key() {
        return one.key() + " + " + other.key();
    }

    boolean small() {
        return together < FEW || of < Sheet.FEW;
    }

    private double chance() {
        return (double) second / of;
    }

    double low() {
        return Chance.wilson(together, first).low() / chance();
    }

    void to(Sheet sheet, Where where) {
        double lift = (double) together / first / chance();
        double high = Chance.wilson(together, first).high() / chance();
        var measure = new Figure.Measure(lift, low(), high, together, small());
        sheet.row(key(), one.name() + " and " + other.name(), null, Arrays.asList(new Sheet.Cell(measure, where)));
    }
}
