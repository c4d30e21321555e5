package pmradar.report;

import org.jspecify.annotations.Nullable;

/// Where a value leads: to the postings behind it.
@FunctionalInterface
public interface CellLinks {

    /// @param row the key of a row, @param column the index of a column
    /// @return null where nothing is to be opened
    @Nullable
    String of(String figure, String row, int column);
}
