package pmradar.trend;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pmradar.posting.FeedSpans.FeedSpan;
import pmradar.posting.PostingId;
import pmradar.trend.Facts.State;
import pmradar.trend.Tally.Group;
import pmradar.trend.TrendReport.Coverage;

/// A report with what stands behind each of its values.
final class Answer {

    private final Scope scope;
    private final Tally tally;
    private final Map<String, Sheet> sheets = new LinkedHashMap<>();
    private final TrendReport report;

    Answer(Scope scope) {
        this.scope = scope;
        tally = Tally.of(scope);
        var items = new Items(scope.ledger().names(), tally);
        var book = new Book(scope, tally, items);
        var changes = new Changes(scope, tally, items);
        var all = new ArrayList<>(book.sheets());
        all.add(changes.sheet());
        for (var sheet : all) sheets.put(sheet.id(), sheet);
        var breaks = new Breaks(scope, feeds()).all();
        var figures = all.stream()
                .map(sheet -> sheet.figure(
                        tally.total(Group.CHOSEN),
                        sheet.axis() == Figure.Axis.TIME ? breaks : List.of(),
                        sheet.unit() == Figure.Unit.PAY ? book.currency() : null))
                .toList();
        report = new TrendReport(
                scope.question(),
                scope.ledger().counted(),
                figures,
                Findings.of(changes, book.payChanges()),
                coverage());
    }

    TrendReport report() {
        return report;
    }

    private Coverage coverage() {
        var leftOut = new ArrayList<Coverage.LeftOut>();
        for (var state : State.values()) {
            int count = tally.leftOut().getOrDefault(state, 0);
            if (count > 0) leftOut.add(new Coverage.LeftOut(state.words(), count));
        }
        if (tally.notHeld() > 0)
            leftOut.add(new Coverage.LeftOut(
                    "only in feeds that were not read during the whole period, or changed in it", tally.notHeld()));
        var names = scope.ledger().names();
        var rules = names.all(Kind.RULES, tally.marks()).stream()
                .filter(tally::met)
                .map(names::value)
                .toList();
        var feeds = feeds().stream().map(this::span).toList();
        return new Coverage(tally.postings(), tally.openAtEnd(), leftOut, feeds, rules);
    }

    /// Those that stand behind the postings and were read in the period.
    private List<FeedSpan> feeds() {
        var names = scope.ledger().names();
        return scope.ledger().feeds().stream()
                .filter(feed -> names.known(Kind.FEED, feed.feedId()) >= 0)
                .filter(feed -> tally.met(names.known(Kind.FEED, feed.feedId())))
                .toList();
    }

    private Coverage.FeedSpan span(FeedSpan feed) {
        return new Coverage.FeedSpan(
                feed.feedId(),
                day(Math.max(scope.from(), FactsReader.day(feed.first()))),
                day(Math.min(Math.max(scope.to(), scope.from()), FactsReader.day(feed.last()))),
                Scope.watched(feed, scope.from(), scope.to()));
    }

    private static LocalDate day(int day) {
        return LocalDate.ofEpochDay(day);
    }

    /// The postings behind a value, newest first.
    Trends.Behind behind(String figure, String row, int column, int most) {
        var sheet = sheets.get(figure);
        if (sheet == null) throw new IllegalArgumentException("There is no figure '%s'".formatted(figure));
        var where = sheet.where(row, column);
        if (where == null) return new Trends.Behind(0, List.of());
        record Found(long id, int opened) {}
        var found = new ArrayList<Found>();
        for (var slice : scope.ledger().slices().values())
            for (int i = 0; i < Slice.SIZE; i++)
                if (where.holds(scope, slice, i)) found.add(new Found(slice.id(i), slice.opened[i]));
        found.sort(Comparator.comparingInt(Found::opened)
                .thenComparingLong(Found::id)
                .reversed());
        return new Trends.Behind(
                found.size(),
                found.stream().limit(most).map(one -> new PostingId(one.id())).toList());
    }
}
