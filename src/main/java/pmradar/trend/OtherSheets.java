package pmradar.trend;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pmradar.trend.Details.Found;
import pmradar.trend.Details.Item;
import pmradar.trend.Figure.Axis;
import pmradar.trend.Figure.Measure;
import pmradar.trend.Figure.Unit;
import pmradar.trend.Scope.Side;
import pmradar.trend.Sheet.Cell;
import pmradar.trend.Tally.Group;
import pmradar.trend.Where.Event;

/// How long postings stay open, and what is asked for together.
final class OtherSheets {

    private final Scope scope;
    private final Tally tally;
    private final Details details;
    private final Items items;

    OtherSheets(Scope scope, Tally tally, Details details, Items items) {
        this.scope = scope;
        this.tally = tally;
        this.details = details;
        this.items = items;
    }

    Sheet daysOpen() {
        var sheet = new Sheet(
                "days-open",
                "How long do postings stay open?",
                "Postings that opened in the period while PM Radar watched their feed. Those that are still open, or that"
                        + " nobody saw close, count for as long as they were seen (Kaplan-Meier), so that they do not make"
                        + " the time look shorter. Empty where too few have closed to say. 95% intervals by Brookmeyer and"
                        + " Crowley.",
                Axis.CATEGORY,
                Unit.DAYS,
                scope.columns("lower quartile", "median", "upper quartile"));
        stay(sheet, "all", "All");
        stay(sheet, "technical", "Technical", items.mark(Kind.LABEL, "technical"));
        stay(sheet, "general", "General", items.mark(Kind.LABEL, "general"));
        return sheet;
    }

    private void stay(Sheet sheet, String key, String name, int... marks) {
        var cells = new ArrayList<@Nullable Cell>();
        for (var side : scope.sides()) {
            var spans = spans(details.of(side), key);
            var opened = new Where(side, Event.SEEN_TO_OPEN, scope.from(), scope.to());
            cells.addAll(quartiles(spans, marks.length == 0 ? opened : opened.and(marks)));
        }
        sheet.row(key, name, null, cells);
    }

    private static Survival.Spans spans(Found found, String key) {
        return switch (key) {
            case "technical" -> found.technicalStays;
            case "general" -> found.generalStays;
            default -> found.technicalStays.and(found.generalStays);
        };
    }

    private static List<@Nullable Cell> quartiles(Survival.Spans spans, Where where) {
        var survival = new Survival(spans);
        var cells = new ArrayList<@Nullable Cell>();
        for (double share : new double[] {0.25, 0.5, 0.75}) {
            var days = survival.ended(share);
            if (days == null) cells.add(null);
            else {
                var measure = new Measure(
                        days,
                        survival.endedLow(share),
                        survival.endedHigh(share),
                        spans.count(),
                        spans.count() < Sheet.FEW);
                cells.add(new Cell(measure, where));
            }
        }
        return cells;
    }

    /// How much more often two requirements meet than they would by chance.
    Sheet pairs(List<Item> rows) {
        var sheet = new Sheet(
                "pairs",
                "Which skills appear together?",
                "Lift: how many times more often postings that opened in the period and ask for the first also ask for the"
                        + " second, than all of them do; 1 is chance. Pairs of the most asked-for requirements. The 95%"
                        + " interval is that of Wilson for the share among those that ask for the first.",
                Axis.CATEGORY,
                Unit.NUMBER,
                List.of("lift"));
        var pairs = new ArrayList<Pair>();
        for (int one = 0; one < rows.size(); one++)
            for (int other = one + 1; other < rows.size(); other++) pair(rows.get(one), rows.get(other), pairs);
        pairs.stream().sorted(Pair.STRONGEST).limit(100).forEach(pair -> pair.to(sheet, where(pair)));
        return sheet;
    }

    private void pair(Item one, Item other, List<Pair> pairs) {
        var all = details.plan().paired();
        int together = details.together(all.indexOf(one), all.indexOf(other));
        int first = tally.count(Group.CHOSEN, one.marks());
        int second = tally.count(Group.CHOSEN, other.marks());
        if (together > 0) pairs.add(new Pair(one, other, together, first, second, tally.total(Group.CHOSEN)));
    }

    private Where where(Pair pair) {
        return new Where(Side.CHOSEN, Event.OPENED, scope.from(), scope.to())
                .and(pair.one().marks())
                .and(pair.other().marks());
    }
}
