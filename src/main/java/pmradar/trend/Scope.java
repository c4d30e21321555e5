package pmradar.trend;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pmradar.posting.FeedSpans.FeedSpan;

/// What of the ledger a question is about. Days are days since 1970-01-01 in UTC.
///
/// @param to the last day, at most the one that was counted last; before `from` if nothing was counted yet
/// @param chosen ids of the postings that are asked for; null for all
/// @param compared those to compare with; null for all, if there are such
/// @param held marks of feeds of which one must have shown a posting; null if any will do
/// @param steady the same for what is compared with the period before
/// @param feeds all marks that are feeds
record Scope(
        Ledger ledger,
        Question question,
        int from,
        int to,
        @Nullable BitSet chosen,
        @Nullable BitSet compared,
        boolean @Nullable [] held,
        boolean[] steady,
        boolean[] feeds) {

    /// A feed shows nothing for so many days, and is still read.
    private static final int SILENCE = 7;

    enum Side {
        CHOSEN,
        COMPARED
    }

    /// @param chosen @param compared null for all
    static Scope of(Question question, Ledger ledger, @Nullable BitSet chosen, @Nullable BitSet compared) {
        int from = Math.toIntExact(question.from().toEpochDay());
        int to = Math.min(Math.toIntExact(question.to().toEpochDay()), ledger.day());
        int before = from - Math.max(0, to - from + 1);
        return new Scope(
                ledger,
                question,
                from,
                to,
                chosen,
                compared,
                question.sameFeeds() ? ledger.feeds(feed -> steady(ledger, feed, from, to)) : null,
                ledger.feeds(feed -> steady(ledger, feed, before, to)),
                ledger.names().are(Kind.FEED));
    }

    /// Whether the feed was read on all of the days, as far as one can see.
    static boolean watched(FeedSpan feed, int from, int to) {
        return FactsReader.day(feed.first()) <= from && FactsReader.day(feed.last()) >= to - SILENCE;
    }

    /// Whether it was read on all of the days and stayed what it was.
    private static boolean steady(Ledger ledger, FeedSpan feed, int from, int to) {
        return watched(feed, from, to)
                && ledger.changes(feed.feedId(), from + 1, to).isEmpty();
    }

    /// The first day of a period as long as this one, just before it.
    int before() {
        return from - days();
    }

    /// How many marks there were when it was asked; what it counts has no later ones.
    int marks() {
        return feeds.length;
    }

    int days() {
        return Math.max(0, to - from + 1);
    }

    boolean compares() {
        return question.against() != null;
    }

    List<Side> sides() {
        return compares() ? List.of(Side.CHOSEN, Side.COMPARED) : List.of(Side.CHOSEN);
    }

    /// What a row has values of: for the chosen postings, then again for those to compare with.
    List<String> columns(String... names) {
        var columns = Stream.of(names);
        return (compares() ? Stream.concat(columns, Stream.of(names).map(name -> name + ", compared")) : columns)
                .toList();
    }

    boolean chosen(long id) {
        return chosen == null || chosen.get((int) id);
    }

    boolean compared(long id) {
        return compares() && (compared == null || compared.get((int) id));
    }

    boolean has(Side side, long id) {
        return side == Side.CHOSEN ? chosen(id) : compared(id);
    }

    /// Whether it counts and feeds that count have shown it.
    boolean counts(Slice slice, int row) {
        return slice.counted(row) && (held == null || slice.shownBy(row, held, feeds));
    }

    /// Whether it counts for what is compared with the period before.
    boolean countsSteadily(Slice slice, int row) {
        return slice.counted(row) && slice.shownBy(row, steady, feeds);
    }

    /// The steps of a series over time, each with its first and last day.
    List<Step> steps() {
        var steps = new ArrayList<Step>();
        for (int first = from; first <= to; ) {
            var day = LocalDate.ofEpochDay(first);
            var next = switch (question.grain()) {
                case DAY -> day.plusDays(1);
                case WEEK -> day.plusDays(8L - day.getDayOfWeek().getValue());
                case MONTH -> day.withDayOfMonth(1).plusMonths(1);
            };
            int last = Math.min(to, (int) next.toEpochDay() - 1);
            steps.add(new Step(question.grain(), first, last));
            first = last + 1;
        }
        return steps;
    }

    /// @param first @param last days, both counted
    record Step(Question.Grain grain, int first, int last) {
        private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);
        private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

        LocalDate from() {
            return LocalDate.ofEpochDay(first);
        }

        String key() {
            return from().toString();
        }

        String name() {
            return switch (grain) {
                case DAY -> DAY.format(from());
                case WEEK -> "Week of " + DAY.format(from());
                case MONTH -> MONTH.format(from());
            };
        }
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }
}
