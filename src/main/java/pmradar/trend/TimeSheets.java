package pmradar.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pmradar.trend.Details.Item;
import pmradar.trend.Figure.Axis;
import pmradar.trend.Figure.Unit;
import pmradar.trend.Scope.Side;
import pmradar.trend.Scope.Step;
import pmradar.trend.Sheet.Cell;
import pmradar.trend.Where.Event;

/// Figures over time.
final class TimeSheets {

    static final String DAYS =
            "A posting opens on the day PM Radar first saw it; one that was there when its feed was first"
                    + " read, on the day the ad claims. It closes on the day it was found gone. Days are those of UTC.";

    private final Scope scope;
    private final Tally tally;
    private final Details details;

    TimeSheets(Scope scope, Tally tally, Details details) {
        this.scope = scope;
        this.tally = tally;
        this.details = details;
    }

    Sheet openings() {
        var sheet = new Sheet(
                "open-postings",
                "How many postings were open, and how many opened and closed?",
                "Unique postings after merging: open at the end of each step, opened and closed within it. One that was"
                        + " opened again counts as opened once, on its first day. " + DAYS,
                Axis.TIME,
                Unit.POSTINGS,
                scope.columns("open", "opened", "closed"));
        for (var step : scope.steps()) {
            var cells = new ArrayList<@Nullable Cell>();
            for (var side : scope.sides()) {
                var days = tally.days(side);
                cells.add(Sheet.count(days.open(step.last() - scope.from()), where(side, Event.OPEN, step)));
                cells.add(Sheet.count(sum(days.opened, step), where(side, Event.OPENED, step)));
                cells.add(Sheet.count(sum(days.closed, step), where(side, Event.CLOSED, step)));
            }
            sheet.row(step.key(), step.name(), step.from(), cells);
        }
        return sheet;
    }

    /// The share of what opened in each step that has the items.
    Sheet shares(String id, String question, String method, List<Item> items) {
        var sheet = new Sheet(
                id,
                question,
                method + " " + DAYS,
                Axis.TIME,
                Unit.SHARE,
                scope.columns(items.stream().map(Item::name).toArray(String[]::new)));
        for (var step : scope.steps()) {
            var cells = new ArrayList<@Nullable Cell>();
            for (var side : scope.sides()) for (var item : items) cells.add(share(side, item, step));
            sheet.row(step.key(), step.name(), step.from(), cells);
        }
        return sheet;
    }

    private @Nullable Cell share(Side side, Item item, Step step) {
        int slot = details.plan().daily().indexOf(item);
        int count = sum(details.of(side).daily[slot], step);
        return Sheet.share(
                count,
                sum(tally.days(side).opened, step),
                where(side, Event.OPENED, step).and(item.marks()));
    }

    private static Where where(Side side, Event event, Step step) {
        return new Where(side, event, step.first(), step.last());
    }

    private int sum(int[] daily, Step step) {
        return Arrays.stream(daily, step.first() - scope.from(), step.last() - scope.from() + 1)
                .sum();
    }
}
