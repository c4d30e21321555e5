package pmradar.trend;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import pmradar.posting.FeedSpans.FeedSpan;
import pmradar.search.Criteria;

/// A ledger of invented facts, without a store.
final class InventedLedger {

    static final LocalDate FIRST = LocalDate.parse("2025-01-01");

    final Names names = new Names();
    private final List<Facts> facts = new ArrayList<>();

    private final List<FeedChange> changes = new ArrayList<>();

    /// @param day after [#FIRST] on which the one feed became another one
    void changed(int day, long came, long went, long showed) {
        changes.add(new FeedChange("feed", Math.toIntExact(FIRST.toEpochDay()) + day, came, went, showed));
    }

    int mark(Kind kind, String value) {
        return names.of(kind, value);
    }

    /// @param opened days after [#FIRST] @param days how long it was open; null if it is still
    void add(int opened, @Nullable Integer days, int pay, List<Integer> marks) {
        int first = Math.toIntExact(FIRST.toEpochDay()) + opened;
        int closed = days == null ? Facts.NEVER : first + days;
        var numbers = marks.stream().mapToInt(Integer::intValue).toArray();
        facts.add(new Facts(Facts.State.COUNTED, first, true, Facts.NEVER, Facts.NEVER, closed, closed, pay, numbers));
    }

    /// @param days after [#FIRST] on which it is counted, and until which the one feed is read
    Ledger ledger(int days) {
        var counted = at(days);
        var slices = new TreeMap<Long, Slice>();
        for (int from = 0; from < facts.size(); from += Slice.SIZE) {
            List<@Nullable Facts> rows =
                    new ArrayList<>(facts.subList(from, Math.min(facts.size(), from + Slice.SIZE)));
            while (rows.size() < Slice.SIZE) rows.add(null);
            slices.put((long) from / Slice.SIZE, new Slice(from / Slice.SIZE, rows));
        }
        return new Ledger(names, slices, List.of(new FeedSpan("feed", at(-400), counted)), changes, 1, counted);
    }

    private static Instant at(int days) {
        return Instant.ofEpochSecond((FIRST.toEpochDay() + days) * 86_400);
    }

    /// Days after [#FIRST], both counted.
    static Question question(int from, int to) {
        return new Question(
                FIRST.plusDays(from), FIRST.plusDays(to), Question.Grain.MONTH, Criteria.ALL, null, false, false);
    }

    TrendReport report(int from, int to) {
        return new Answer(Scope.of(question(from, to), ledger(to + 1), null, null)).report();
    }
}
