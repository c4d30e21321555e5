package pmradar.trend;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pmradar.posting.PostingId;

/// Counts the market for a question.
public interface Trends {

    /// Reports what was counted last; [TrendReport#counted] says when that was.
    TrendReport report(Question question);

    /// Counts what changed in the store since the last time. A job does so every hour; a command that stands alone does
    /// it before its report.
    void count();

    /// The postings behind one value of a figure, newest first.
    ///
    /// @param row the key of a row, @param column the index of a column
    /// @param most 1 to 1,000
    /// @throws IllegalArgumentException for a figure, row or column that the report of this question has not
    Behind behind(Question question, String figure, String row, int column, int most);

    /// @param total how many there are; more than `postings` holds where there are many
    record Behind(long total, List<PostingId> postings) {

        public Behind {
            postings = List.copyOf(postings);
        }
    }

    /// How far counting is. Where nothing tells, nothing is going on.
    default Progress progress() {
        return new Progress(null, false, 0, 0);
    }

    /// @param last when the store was last counted to its end; null before the first time
    /// @param going whether it is being counted now
    /// @param done of the store's changes, of so many in `total`
    record Progress(@Nullable Instant last, boolean going, long done, long total) {}
}
