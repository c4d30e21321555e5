package pmradar.trend;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pmradar.trend.Details.Item;
import pmradar.trend.Figure.Axis;
import pmradar.trend.Figure.Unit;
import pmradar.trend.Scope.Side;
import pmradar.trend.Sheet.Cell;
import pmradar.trend.Where.Event;

/// Figures of what the postings that opened in the period say, as shares.
final class ShareSheets {

    static final String BASE =
            "Of the postings that opened in the period, each counted once; with the 95% interval of" + " Wilson.";

    private final Scope scope;
    private final Tally tally;
    private final Items items;

    ShareSheets(Scope scope, Tally tally, Items items) {
        this.scope = scope;
        this.tally = tally;
        this.items = items;
    }

    /// The share of all that have each item.
    Sheet shares(String id, String question, String more, List<Item> rows) {
        var sheet = sheet(id, question, BASE + more, "share");
        for (var item : rows) {
            var cells = new ArrayList<@Nullable Cell>();
            for (var side : scope.sides()) {
                var group = Tally.group(side);
                int count = tally.count(group, item.marks());
                cells.add(Sheet.share(count, tally.total(group), opened(side).and(item.marks())));
            }
            sheet.row(item.key(), item.name(), null, cells);
        }
        return sheet.ranked();
    }

    /// Of those that have each item, the technical and the general ones.
    Sheet labels(String id, String question, String more, List<Item> rows) {
        var sheet = sheet(
                id,
                question,
                "Of the postings that opened in the period and have what the row says, those that are technical and those"
                        + " that are general; with the 95% interval of Wilson." + more,
                "technical",
                "general");
        for (var item : rows) {
            var cells = new ArrayList<@Nullable Cell>();
            for (var side : scope.sides()) {
                var group = Tally.group(side);
                int of = tally.count(group, item.marks());
                var where = opened(side).and(item.marks());
                cells.add(Sheet.share(tally.technical(group, item.marks()), of, label(where, "technical")));
                cells.add(Sheet.share(tally.general(group, item.marks()), of, label(where, "general")));
            }
            sheet.row(item.key(), item.name(), null, cells);
        }
        return sheet.ranked();
    }

    private Where label(Where where, String label) {
        return where.and(items.mark(Kind.LABEL, label));
    }

    /// Of those that ask for something, how many insist on it.
    Sheet mustOrPreferred(List<Item> rows) {
        var sheet = sheet(
                "must-or-preferred",
                "Is it a must, or preferred?",
                "Of the postings that opened in the period and ask for it, those that insist and those that prefer it; what"
                        + " is a must once in a text is one. With the 95% interval of Wilson.",
                "must",
                "preferred");
        for (var item : rows) {
            var cells = new ArrayList<@Nullable Cell>();
            for (var side : scope.sides()) {
                var group = Tally.group(side);
                int of = tally.count(group, item.marks());
                for (int mark : item.marks())
                    cells.add(Sheet.share(
                            tally.count(group, mark), of, opened(side).and(mark)));
            }
            sheet.row(item.key(), item.name(), null, cells);
        }
        return sheet.ranked();
    }

    /// Whether titles promise what the texts hold.
    Sheet titles() {
        var sheet = sheet(
                "titles-and-texts",
                "Do titles say what the texts ask for?",
                BASE
                        + " A title says technical when it names a technical term of the taxonomy or the word itself; a text"
                        + " when the posting is tagged technical.",
                "share");
        title(sheet, "both-technical", "Title and text say technical", "technical", "technical");
        title(sheet, "only-title", "Only the title says technical", "technical", "general");
        title(sheet, "only-text", "Only the text is technical", "plain", "technical");
        title(sheet, "neither", "Neither is technical", "plain", "general");
        return sheet;
    }

    private void title(Sheet sheet, String key, String name, String title, String label) {
        int mark = items.mark(Kind.TITLE, title);
        var cells = new ArrayList<@Nullable Cell>();
        for (var side : scope.sides()) {
            var group = Tally.group(side);
            int count = label.equals("technical") ? tally.technical(group, mark) : tally.general(group, mark);
            cells.add(Sheet.share(count, tally.total(group), label(opened(side).and(mark), label)));
        }
        sheet.row(key, name, null, cells);
    }

    /// How many postings each employer opened.
    Sheet employers(List<Item> rows) {
        var sheet = new Sheet(
                "employers",
                "Who hires?",
                "Unique postings that opened in the period, by the employer that the ad names; agencies are employers"
                        + " here. Industry and size of employers are not known to feeds, so that nothing is counted by"
                        + " them.",
                Axis.CATEGORY,
                Unit.POSTINGS,
                scope.columns("technical", "general"));
        for (var item : rows) {
            var cells = new ArrayList<@Nullable Cell>();
            for (var side : scope.sides()) {
                var group = Tally.group(side);
                var where = opened(side).and(item.marks());
                cells.add(Sheet.count(tally.technical(group, item.marks()), label(where, "technical")));
                cells.add(Sheet.count(tally.general(group, item.marks()), label(where, "general")));
            }
            sheet.row(item.key(), item.name(), null, cells);
        }
        return sheet.ranked();
    }

    private Sheet sheet(String id, String question, String method, String... columns) {
        return new Sheet(id, question, method, Axis.CATEGORY, Unit.SHARE, scope.columns(columns));
    }

    private Where opened(Side side) {
        return new Where(side, Event.OPENED, scope.from(), scope.to());
    }
}
