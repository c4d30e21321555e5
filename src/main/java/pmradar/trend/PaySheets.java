package pmradar.trend;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pmradar.trend.Details.Item;
import pmradar.trend.Figure.Axis;
import pmradar.trend.Figure.Unit;
import pmradar.trend.Scope.Side;
import pmradar.trend.Sheet.Cell;
import pmradar.trend.Where.Event;

/// Figures of what postings pay.
final class PaySheets {

    private final Scope scope;
    private final Details details;
    private final String method;

    /// @param method which pay counts, in which currency
    PaySheets(Scope scope, Details details, String method) {
        this.scope = scope;
        this.details = details;
        this.method = method;
    }

    Sheet quartiles(String id, String question, List<Item> rows) {
        var sheet = new Sheet(
                id,
                question,
                method + " Quartiles with 95% intervals by the bootstrap.",
                Axis.CATEGORY,
                Unit.PAY,
                scope.columns("lower quartile", "median", "upper quartile"));
        for (var item : rows) {
            int slot = details.plan().paid().indexOf(item);
            var cells = new ArrayList<@Nullable Cell>();
            for (var side : scope.sides())
                cells.addAll(
                        Sheet.quartiles(details.of(side).pay(slot), paid(side).and(item.marks())));
            if (cells.stream().anyMatch(cell -> cell != null)) sheet.row(item.key(), item.name(), null, cells);
        }
        return sheet.ranked();
    }

    private Where paid(Side side) {
        return new Where(
                side, Event.OPENED, scope.from(), scope.to(), details.plan().paidIn());
    }

    /// What postings pay that ask for something, and what the same kind of posting pays that does not.
    Sheet premiums(List<Item> rows, Premium premium) {
        var sheet = new Sheet(
                "pay-premium",
                "What is a requirement worth?",
                method
                        + " Postings that ask for it and those that do not are compared within the same label and country;"
                        + " medians and their difference are averaged over these, weighted by how many ask for it. What"
                        + " goes with a requirement, such as seniority, is in the difference. 95% intervals by the"
                        + " bootstrap, with a fixed seed.",
                Axis.CATEGORY,
                Unit.PAY,
                List.of("with it", "without it", "difference"));
        rows.parallelStream()
                .map(item -> row(item, premium.of(details.plan().paired().indexOf(item))))
                .flatMap(Optional::stream)
                .toList()
                .forEach(row -> sheet.row(row.item().key(), row.item().name(), null, row.cells()));
        return sheet.ranked();
    }

    private record Row(Item item, List<@Nullable Cell> cells) {}

    private Optional<Row> row(Item item, Premium.@Nullable Found found) {
        if (found == null) return Optional.empty();
        var where = paid(Side.CHOSEN).and(item.marks());
        var cells = new ArrayList<@Nullable Cell>();
        var medians = found.comparison().medians(false);
        for (var estimate : List.of(medians.with(), medians.without(), medians.difference())) {
            var measure = new Figure.Measure(
                    estimate.value(),
                    estimate.low(),
                    estimate.high(),
                    found.asking(),
                    found.comparison().small());
            cells.add(new Cell(measure, where));
        }
        return Optional.of(new Row(item, cells));
    }

    /// What all that opened pays, as one row.
    static Item all(int... paidIn) {
        return new Item("all", "All", paidIn);
    }
}
