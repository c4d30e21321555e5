package pmradar.trend;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pmradar.trend.Details.Item;
import pmradar.trend.Details.Plan;
import pmradar.trend.Scope.Side;
import pmradar.trend.Tally.Group;

/// All figures of a report but what compares it with the period before.
final class Book {

    private static final int LINES = 10;
    private static final int PAIRED = 40;
    static final int VALUED = 20;
    private static final int PAID = 30;
    private static final int FIELDS = 32;

    private static final String SPECIFIC =
            " Words that name no skill of their own, such as IT, and fields of degrees are left out.";

    /// More than a figure shows, because small samples come last there.
    private static final int ROWS = 300;

    private final Scope scope;
    private final Tally tally;
    private final Items items;
    private final @Nullable String currency;
    private final Item allPay;
    private final Details details;
    private final Payroll payroll;
    private final @Nullable PayChanges changes;

    Book(Scope scope, Tally tally, Items items) {
        this.scope = scope;
        this.tally = tally;
        this.items = items;
        currency = currencies().findFirst().orElse(null);
        int stated = mark(Kind.PAID_IN);
        int read = scope.question().inferredPay() ? mark(Kind.PAID_IN_BY_TEXT) : -1;
        allPay = PaySheets.all(stated, read);
        var fields = items.of(Kind.DOMAIN, FIELDS);
        details = Details.of(
                scope, new Plan(daily(), paid(), items.requirements(PAIRED), fields, new int[] {stated, read}));
        payroll = details.payroll().sorted();
        changes = currency == null ? null : new PayChanges(scope, details, payroll, items, currency);
    }

    private int mark(Kind kind) {
        return currency == null ? -1 : items.mark(kind, currency);
    }

    /// The most used first.
    private Stream<String> currencies() {
        var kinds = scope.question().inferredPay()
                ? Stream.of(Kind.PAID_IN, Kind.PAID_IN_BY_TEXT)
                : Stream.of(Kind.PAID_IN);
        return kinds.flatMap(kind -> items.of(kind).stream())
                .map(Item::key)
                .distinct()
                .sorted((one, other) -> Integer.compare(paying(other), paying(one)))
                .filter(code -> paying(code) > 0);
    }

    private int paying(String code) {
        int stated = items.mark(Kind.PAID_IN, code);
        int read = scope.question().inferredPay() ? items.mark(Kind.PAID_IN_BY_TEXT, code) : -1;
        return items.count(new Item(code, code, stated, read));
    }

    private List<Item> technical() {
        return items.of(Kind.LABEL).stream()
                .filter(item -> item.key().equals("technical"))
                .toList();
    }

    private List<Item> daily() {
        return joined(List.of(technical(), items.of(Kind.DOMAIN), items.of(Kind.REMOTE), items.requirements(LINES)));
    }

    private List<Item> paid() {
        return joined(List.of(
                List.of(allPay),
                items.of(Kind.LABEL),
                items.of(Kind.DOMAIN),
                items.of(Kind.COUNTRY, PAID),
                items.of(Kind.PLACE, PAID),
                items.requirements(PAID)));
    }

    private static List<Item> joined(List<List<Item>> lists) {
        return lists.stream().flatMap(List::stream).toList();
    }

    /// What pay is reported in; null if no posting says what it pays.
    @Nullable
    String currency() {
        return currency;
    }

    /// What is said of pay; null if no posting says what it pays. Knows all only once the sheets are made.
    @Nullable
    PayChanges payChanges() {
        return changes;
    }

    List<Sheet> sheets() {
        var sheets = new ArrayList<Sheet>();
        overTime(sheets);
        shares(sheets);
        pay(sheets);
        var others = new OtherSheets(scope, tally, details, items);
        sheets.add(others.daysOpen());
        sheets.add(others.pairs(items.requirements(PAIRED)));
        return sheets;
    }

    private void overTime(List<Sheet> sheets) {
        var time = new TimeSheets(scope, tally, details);
        sheets.add(time.openings());
        var method = "Of the postings that opened within each step, with the 95% interval of Wilson.";
        sheets.add(time.shares(
                "technical-share",
                "What share of new postings is technical?",
                method + " Postings that a person corrected are left out.",
                technical()));
        sheets.add(time.shares(
                "domains-over-time",
                "Which technical fields do new postings ask for, over time?",
                method + " A posting may ask for several.",
                items.of(Kind.DOMAIN)));
        sheets.add(time.shares(
                "requirements-over-time",
                "How does demand for the most asked-for requirements go?",
                method + " The ten most asked for in the period." + SPECIFIC,
                items.requirements(LINES)));
        sheets.add(
                time.shares("remote-over-time", "Where is the work done, over time?", method, items.of(Kind.REMOTE)));
    }

    private void shares(List<Sheet> sheets) {
        var shares = new ShareSheets(scope, tally, items);
        sheets.add(shares.shares(
                "labels",
                "How many are technical?",
                " Postings that a person corrected are left out.",
                items.of(Kind.LABEL)));
        sheets.add(shares.shares(
                "domains",
                "Which technical fields are asked for?",
                " A posting may ask for several.",
                items.of(Kind.DOMAIN)));
        sheets.add(shares.labels(
                "labels-by-domain", "How technical are postings of each field?", "", items.of(Kind.DOMAIN)));
        sheets.add(shares.labels(
                "labels-by-country",
                "How technical are postings in each country?",
                " A posting with places in several countries counts in each.",
                items.of(Kind.COUNTRY)));
        sheets.add(shares.shares(
                "countries",
                "Where are the postings?",
                " A posting may name several countries.",
                items.of(Kind.COUNTRY)));
        sheets.add(shares.shares(
                "requirements",
                "Which requirements are asked for?",
                " As a must or preferred." + SPECIFIC,
                items.requirements(ROWS)));
        sheets.add(shares.mustOrPreferred(items.requirements(ROWS)));
        sheets.add(shares.shares(
                "certificates", "Which certificates are asked for?", "", items.of(Kind.CERTIFICATE, ROWS)));
        sheets.add(shares.shares(
                "years",
                "How much experience is asked for?",
                " The lowest number of years overall.",
                items.of(Kind.YEARS)));
        sheets.add(shares.shares(
                "degrees", "Which degree is asked for?", " The lowest one that suffices.", items.of(Kind.DEGREE)));
        sheets.add(shares.shares("remote", "Where is the work done?", "", items.of(Kind.REMOTE)));
        sheets.add(shares.shares(
                "relisted",
                "How many were advertised anew?",
                " By the same employer, at least once.",
                items.of(Kind.RELISTED)));
        sheets.add(shares.employers(items.of(Kind.COMPANY, ROWS)));
        sheets.add(shares.titles());
        sheets.add(shares.labels(
                "title-words", "Which title words go with which label?", "", items.of(Kind.TITLE_WORD, ROWS)));
    }

    private void pay(List<Sheet> sheets) {
        if (currency == null) return;
        var pay = new PaySheets(scope, details, payMethod());
        sheets.add(pay.quartiles("pay", "What do postings pay?", List.of(allPay)));
        sheets.add(pay.quartiles("pay-by-label", "What do technical and general postings pay?", items.of(Kind.LABEL)));
        sheets.add(pay.quartiles("pay-by-domain", "What does each field pay?", items.of(Kind.DOMAIN)));
        sheets.add(pay.quartiles("pay-by-country", "What is paid in each country?", items.of(Kind.COUNTRY, PAID)));
        sheets.add(pay.quartiles("pay-by-place", "What is paid in each place?", items.of(Kind.PLACE, PAID)));
        sheets.add(
                pay.quartiles("pay-by-requirement", "What do postings pay that ask for it?", items.requirements(PAID)));
        var premium = new Premium(payroll);
        sheets.add(pay.premiums(items.requirements(VALUED), premium));
        if (changes == null) return;
        changes.compare(premium, items.requirements(VALUED));
        sheets.add(changes.sheet());
    }

    private String payMethod() {
        var others = currencies()
                .skip(1)
                .limit(5)
                .map(code -> code + " " + paying(code))
                .toList();
        return "Of the postings that opened in the period and say what they pay"
                + (scope.question().inferredPay() ? ", in a field or in the text," : " in a field of their own,")
                + " in " + Objects.requireNonNull(currency)
                + ": the middle of the range for a year (2,080 hours, 260 days,"
                + " 52 weeks, 12 months). "
                + details.of(Side.CHOSEN).allPay.size() + " of " + tally.total(Group.CHOSEN) + " do."
                + (others.isEmpty()
                        ? ""
                        : " Other currencies are not converted and not in it: " + String.join(", ", others) + ".");
    }
}
