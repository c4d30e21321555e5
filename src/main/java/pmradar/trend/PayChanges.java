package pmradar.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import pmradar.trend.Details.Item;
import pmradar.trend.Figure.Axis;
import pmradar.trend.Figure.Unit;
import pmradar.trend.Findings.Sure;
import pmradar.trend.PayComparison.Estimate;
import pmradar.trend.Scope.Side;
import pmradar.trend.Sheet.Cell;
import pmradar.trend.TrendReport.Finding;
import pmradar.trend.Where.Event;

/// What is said of pay: what rose and what fell against the period before, whether technical postings pay otherwise,
/// and what a requirement is worth.
final class PayChanges {

    static final String ID = "pay-changes";

    /// @param subject ends the words "the median pay of" @param payroll of those that belong to it, in both periods
    private record Watched(Item item, String subject, Payroll payroll) {

        int[] pay(boolean now) {
            return IntStream.range(0, payroll.size())
                    .filter(row -> payroll.has(row, Payroll.NOW) == now)
                    .map(payroll::pay)
                    .toArray();
        }
    }

    /// What may be said, if chance alone does not bring it about.
    ///
    /// @param told makes the sentence from the medians
    private record Claim(String figure, String row, PayComparison comparison, Telling told) {

        /// @param unequal 1 where the first pay more, else -1
        interface Telling {
            String tell(PayComparison.Medians medians, int unequal);
        }
    }

    private final Scope scope;
    private final Details details;
    private final String currency;
    private final Payroll payroll;
    private final List<Watched> watched;
    private final List<Claim> claims = new ArrayList<>();

    /// @param payroll of the details, sorted
    PayChanges(Scope scope, Details details, Payroll payroll, Items items, String currency) {
        this.scope = scope;
        this.details = details;
        this.currency = currency;
        this.payroll = payroll.only(row -> payroll.has(row, Payroll.STEADY));
        watched = watched(items);
        for (var one : watched) claim(one);
    }

    private List<Watched> watched(Items items) {
        var all = new ArrayList<Watched>();
        all.add(new Watched(PaySheets.all(details.plan().paidIn()), "all new postings", payroll));
        for (var label : items.of(Kind.LABEL)) {
            boolean technical = label.key().equals("technical");
            var these = payroll.pay(row -> payroll.has(row, Payroll.TECHNICAL) == technical);
            all.add(new Watched(label, label.key() + " postings", these));
        }
        var fields = details.plan().fields();
        for (int field = 0; field < fields.size(); field++) {
            int bit = field;
            var subject = "postings in the field \"" + fields.get(field).name() + "\"";
            all.add(new Watched(fields.get(field), subject, payroll.pay(row -> payroll.hasField(row, bit))));
        }
        var requirements = details.plan().paired();
        for (int item = 0; item < Math.min(Book.VALUED, requirements.size()); item++) {
            int bit = item;
            var subject = "postings that ask for " + requirements.get(item).name();
            all.add(new Watched(requirements.get(item), subject, payroll.pay(row -> payroll.asksFor(row, bit))));
        }
        return all;
    }

    private void claim(Watched one) {
        var comparison = PayComparison.of(List.of(one.payroll()), (these, row) -> these.has(row, Payroll.NOW));
        if (comparison == null) return;
        claims.add(new Claim(
                ID,
                one.item().key(),
                comparison,
                (medians, unequal) ->
                        "The median pay of %s %s from %s to %s a year against the period before (95%% interval: %s %s)."
                                .formatted(
                                        one.subject(),
                                        unequal > 0 ? "rose" : "fell",
                                        money(medians.without().value()),
                                        money(medians.with().value()),
                                        interval(medians.difference(), unequal),
                                        unequal > 0 ? "more" : "less")));
    }

    /// Technical postings against general ones, and each requirement that is shown to be worth something.
    void compare(Premium premium, List<Item> valued) {
        var technical = premium.technical();
        if (technical != null)
            claims.add(new Claim(
                    "pay-by-label",
                    "technical",
                    technical,
                    (medians, unequal) ->
                            unequal("Technical postings", "general ones of the same country", medians, unequal) + "."));
        for (var item : valued) {
            var found = premium.of(details.plan().paired().indexOf(item));
            if (found == null) continue;
            claims.add(new Claim(
                    "pay-premium",
                    item.key(),
                    found.comparison(),
                    (medians, unequal) -> unequal(
                                    "Postings that ask for " + item.name(),
                                    "others of the same label and country",
                                    medians,
                                    unequal)
                            + "; what goes with it, such as seniority, is in this."));
        }
    }

    private String unequal(String these, String those, PayComparison.Medians medians, int unequal) {
        return "%s pay %s than %s: the median is %s a year %s (95%% interval: %s)"
                .formatted(
                        these,
                        unequal > 0 ? "more" : "less",
                        those,
                        money(Math.abs(medians.difference().value())),
                        unequal > 0 ? "higher" : "lower",
                        interval(medians.difference(), unequal));
    }

    private String money(double amount) {
        return String.format(Locale.ROOT, "%s %,.0f", currency, amount);
    }

    private String interval(Estimate difference, int unequal) {
        double least = unequal > 0 ? difference.low() : -difference.high();
        double most = unequal > 0 ? difference.high() : -difference.low();
        return String.format(Locale.ROOT, "%s %,.0f to %,.0f", currency, least, most);
    }

    Sheet sheet() {
        var sheet = new Sheet(
                ID,
                "What pay rose, and what fell, against the period before?",
                "Medians of what postings say they pay a year, of those that opened in this period and in the one of the"
                        + " same length before it, in " + currency
                        + ", among feeds that were read in both; empty if there"
                        + " are none. 95% intervals by the bootstrap. What is said to have risen or fallen is significant"
                        + " at 5% after correcting for all that was looked at (Mood's median test, Holm), by postings and"
                        + " again by employers, and its interval, of employers drawn anew, leaves out nought. It may come"
                        + " from other postings being there as well as from the same ones paying otherwise.",
                Axis.CATEGORY,
                Unit.PAY,
                List.of("the period before", "this period"));
        for (var one : watched) {
            var before = median(one.pay(false), where(one, scope.before(), scope.from() - 1));
            var now = median(one.pay(true), where(one, scope.from(), scope.to()));
            if (before != null || now != null)
                sheet.row(one.item().key(), one.item().name(), null, Arrays.asList(before, now));
        }
        return sheet.ranked();
    }

    private static @Nullable Cell median(int[] pay, Where where) {
        return Sheet.quartiles(pay, where).get(1);
    }

    private Where where(Watched one, int from, int to) {
        var groups = List.of(details.plan().paidIn(), one.item().marks());
        return new Where(Side.CHOSEN, Event.OPENED, from, to, groups, true);
    }

    /// How likely chance alone brings each about, by postings.
    double[] chances() {
        return claims.parallelStream()
                .mapToDouble(one -> one.comparison().chance())
                .toArray();
    }

    /// @param corrected for each of [#chances], for all that was looked at @param looked how much that was
    List<Sure> findings(double[] corrected, int looked) {
        return IntStream.range(0, claims.size())
                .filter(i -> corrected[i] < Findings.SURE)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> corrected[i]))
                .limit(Employers.MOST)
                .map(i -> sure(claims.get(i), corrected[i], looked))
                .filter(one -> one.chance() < Findings.SURE)
                .toList();
    }

    private static Sure sure(Claim claim, double corrected, int looked) {
        double chance =
                Math.max(corrected, Math.min(1, looked * claim.comparison().chanceByEmployers()));
        var medians = claim.comparison().medians(true);
        var difference = medians.difference();
        int unequal = difference.low() > 0 ? 1 : difference.high() < 0 ? -1 : 0;
        var finding = new Finding(claim.told().tell(medians, unequal), claim.figure(), claim.row());
        return new Sure(finding, unequal == 0 ? 1 : chance);
    }
}
