package pmradar.report;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A report that a person gets each week or month.
///
/// @param removed when it was taken away; it can be brought back
/// @param said why it was, where its receiver did it
public record StandingReport(
        long id,
        long owner,
        Order order,
        Instant made,
        boolean paused,
        @Nullable Instant removed,
        @Nullable String said) {

    /// What a person decides.
    ///
    /// @param search the saved search that it is about; null for the whole market
    /// @param channel @param address where it goes
    /// @param format of the document that is sent, where the channel carries files
    public record Order(
            @Nullable Long search, Pace pace, String channel, String address, ReportFormat format, Asking asking) {

        public Order(@Nullable Long search, Pace pace, String channel, String address, ReportFormat format) {
            this(search, pace, channel, address, format, Asking.USUAL);
        }

        /// Whether both have the same told to the same place, in whatever format.
        boolean tellsTheSameAs(Order other) {
            return Objects.equals(search, other.search)
                    && pace == other.pace
                    && channel.equals(other.channel)
                    && address.equals(other.address)
                    && asking.equals(other.asking);
        }
    }

    /// How it is counted, as one may choose it on the page of trends.
    ///
    /// @param against a query for other postings to compare with; null for none
    /// @param sameFeeds whether only feeds that were read during the whole period count
    /// @param inferredPay whether pay read from the text counts beside pay that a field states
    public record Asking(@Nullable String against, boolean sameFeeds, boolean inferredPay) {
        public static final Asking USUAL = new Asking(null, false, false);

        private static final int LONGEST_QUERY = 4096;

        /// @throws IllegalArgumentException with a sentence, for a query that is too long or no text
        public Asking {
            against = against == null || against.isBlank() ? null : against.strip();
            if (against != null && against.length() > LONGEST_QUERY)
                throw new IllegalArgumentException("A query to compare with has at most 4,096 characters.");
            if (against != null && against.chars().anyMatch(one -> one < ' '))
                throw new IllegalArgumentException("A query to compare with is one line of text.");
        }
    }
}
