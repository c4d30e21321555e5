package pmradar.trend;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import pmradar.search.Criteria;

/// What a report is asked for.
///
/// @param from first day, @param to last day, both counted, in UTC
/// @param criteria which postings; everything for the whole market
/// @param against a second set of postings to compare with; null for none
/// @param sameFeeds whether only feeds that were read during the whole period count
/// @param inferredPay whether pay read from the text counts beside pay that a field states
public record Question(
        LocalDate from,
        LocalDate to,
        Grain grain,
        Criteria criteria,
        @Nullable Criteria against,
        boolean sameFeeds,
        boolean inferredPay) {

    /// How wide one step of a series over time is.
    public enum Grain {
        DAY,
        WEEK,
        MONTH
    }

    /// What is asked most: the whole market in the last twelve months.
    public static Question usual(LocalDate today) {
        return new Question(today.minusYears(1).plusDays(1), today, Grain.MONTH, Criteria.ALL, null, false, false);
    }

    /// @throws IllegalArgumentException for a period that ends before it begins or is longer than ten years
    public Question {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("A period cannot end (" + to + ") before it begins (" + from + ").");
        }
        if (to.isAfter(from.plusYears(10))) {
            throw new IllegalArgumentException(
                    "A period is at most ten years long; this one is " + from + " to " + to + ".");
        }
    }
}
