package pmradar.trend;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pmradar.trend.Scope.Side;

/// The second walk over the ledger: what is counted only of marks that the first walk found to matter.
final class Details {

    /// A mark, or two of which a posting has at most one, that is counted by itself.
    record Item(String key, String name, int... marks) {}

    /// What to look for.
    ///
    /// @param daily counted for each day @param paid whose pay is gathered
    /// @param paired counted two by two, at most 64 @param fields at most 32
    /// @param paidIn marks of pay in the one currency that is reported
    record Plan(List<Item> daily, List<Item> paid, List<Item> paired, List<Item> fields, int[] paidIn) {}

    /// Of one side: by item and day, pay by item, and lengths of stay by label.
    static final class Found {
        final int[][] daily;
        final IntList allPay = new IntList();
        private final IntList[] pay;
        private int[][] sorted = {};
        final Survival.Spans technicalStays = new Survival.Spans();
        final Survival.Spans generalStays = new Survival.Spans();

        private Found(Plan plan, int days) {
            daily = new int[plan.daily().size()][days];
            pay = new IntList[plan.paid().size()];
            Arrays.setAll(pay, _ -> new IntList());
        }

        private Survival.Spans stays(boolean technical) {
            return technical ? technicalStays : generalStays;
        }

        private void sort() {
            sorted = Arrays.stream(pay).parallel().map(IntList::sorted).toArray(int[][]::new);
        }

        /// What those pay that have the item of this number in the plan, the lowest first.
        int[] pay(int slot) {
            return sorted[slot];
        }

        private void and(Found others) {
            Details.add(daily, others.daily);
            for (int slot = 0; slot < pay.length; slot++) pay[slot].addAll(others.pay[slot]);
            allPay.addAll(others.allPay);
            technicalStays.add(others.technicalStays);
            generalStays.add(others.generalStays);
        }
    }

    private static final int DAILY = 1;
    private static final int PAIRED = 2;
    private static final int COUNTRY = 4;
    private static final int FIELD = 8;
    private static final int EMPLOYER = 16;
    private static final int PAID = 32;

    /// What follows in a posting's marks is of no interest here; see [FactsReader].
    private static final int LAST = 64;

    private static final int TECHNICAL = 128;

    private final Scope scope;
    private final Plan plan;
    private final Map<Side, Found> found = new EnumMap<>(Side.class);
    private final int[][] pairs;
    private final Payroll payroll = new Payroll();
    private final int[] dailySlots;
    private final int[] paidSlots;
    private final int[] pairSlots;
    private final int[] fieldSlots;

    /// Why each mark is of interest; most are not.
    private final byte[] interest;

    private final int today;

    private Details(Scope scope, Plan plan) {
        this.scope = scope;
        this.plan = plan;
        var names = scope.ledger().names();
        for (var side : scope.sides()) found.put(side, new Found(plan, scope.days()));
        pairs = new int[plan.paired().size()][plan.paired().size()];
        interest = new byte[scope.marks()];
        dailySlots = slots(plan.daily(), DAILY);
        paidSlots = slots(plan.paid(), 0);
        pairSlots = slots(plan.paired(), PAIRED);
        fieldSlots = slots(plan.fields(), FIELD);
        for (int mark : names.all(Kind.COUNTRY, interest.length)) interest[mark] |= COUNTRY;
        for (int mark : names.all(Kind.COMPANY, interest.length)) interest[mark] |= EMPLOYER;
        for (int mark : plan.paidIn()) if (mark >= 0) interest[mark] |= PAID;
        for (int mark : names.all(Kind.YEARS, interest.length)) interest[mark] = LAST;
        int technical = names.known(Kind.LABEL, "technical");
        if (technical >= 0) interest[technical] |= (byte) TECHNICAL;
        today = scope.ledger().day();
    }

    static Details of(Scope scope, Plan plan) {
        var details = Walk.over(scope.ledger(), () -> new Details(scope, plan), Details::take, Details::and);
        details.found.values().forEach(Found::sort);
        return details;
    }

    private Details and(Details others) {
        found.forEach((side, of) -> of.and(others.of(side)));
        add(pairs, others.pairs);
        payroll.addAll(others.payroll);
        return this;
    }

    private static void add(int[][] counts, int[][] others) {
        for (int i = 0; i < counts.length; i++) for (int j = 0; j < counts[i].length; j++) counts[i][j] += others[i][j];
    }

    private int[] slots(List<Item> items, int why) {
        var slots = new int[interest.length];
        Arrays.fill(slots, -1);
        for (int slot = 0; slot < items.size(); slot++)
            for (int mark : items.get(slot).marks()) {
                if (mark < 0) continue;
                slots[mark] = slot;
                interest[mark] |= (byte) why;
            }
        return slots;
    }

    private void take(Slice slice) {
        var reading = new Reading();
        for (int row = 0; row < Slice.SIZE; row++) {
            int opened = slice.opened[row];
            if (!slice.counted(row) || opened < scope.before() || opened > scope.to()) continue;
            if (opened >= scope.from()) take(slice, row, reading);
            else if (slice.pay[row] > 0) takeBefore(slice, row, reading);
        }
    }

    Found of(Side side) {
        return Objects.requireNonNull(found.get(side));
    }

    /// What the marks of one posting say, read in one go.
    private final class Reading {
        private long items;
        private int fields;
        private int country;
        private int employer;
        private boolean paid;
        private boolean technical;

        /// @param day of the period on which to count it, on the one side, the other, or both
        void read(Slice slice, int row, int day, int @Nullable [][] daily, int @Nullable [][] others) {
            items = 0;
            fields = 0;
            country = Payroll.NOWHERE;
            employer = -1;
            paid = false;
            technical = false;
            for (int i = slice.starts[row], end = slice.starts[row + 1]; i < end; i++) {
                int mark = slice.marks[i];
                int why = interest[mark];
                if (why == 0) continue;
                if (why == LAST) return;
                if ((why & DAILY) != 0) {
                    if (daily != null) daily[dailySlots[mark]][day]++;
                    if (others != null) others[dailySlots[mark]][day]++;
                }
                note(mark, why);
            }
        }

        private void note(int mark, int why) {
            if ((why & PAIRED) != 0) items |= 1L << pairSlots[mark];
            if ((why & FIELD) != 0) fields |= 1 << fieldSlots[mark];
            if ((why & COUNTRY) != 0 && country < 0) country = mark;
            if ((why & EMPLOYER) != 0) employer = mark;
            if ((why & PAID) != 0) paid = true;
            if ((why & TECHNICAL) != 0) technical = true;
        }

        void pays(Slice slice, int row, int flags) {
            var names = scope.ledger().names();
            // Who names no employer is one of its own.
            int voice = employer < 0 ? -1 - (int) slice.id(row) : names.alike(employer);
            int label = technical ? Payroll.TECHNICAL : 0;
            payroll.add(slice.pay[row], country, voice, fields, items, flags | label);
        }
    }

    private void take(Slice slice, int row, Reading reading) {
        long id = slice.id(row);
        boolean counts = scope.counts(slice, row);
        boolean chosen = scope.chosen(id) && counts;
        boolean compared = scope.compared(id) && counts;
        boolean steady = slice.pay[row] > 0 && scope.chosen(id) && scope.countsSteadily(slice, row);
        if (!chosen && !compared && !steady) return;
        var daily = chosen ? of(Side.CHOSEN).daily : null;
        var others = compared ? of(Side.COMPARED).daily : null;
        reading.read(slice, row, slice.opened[row] - scope.from(), daily, others);
        if (slice.pay[row] > 0 && reading.paid) {
            if (chosen) takePay(of(Side.CHOSEN), slice, row);
            if (compared) takePay(of(Side.COMPARED), slice, row);
            int flags = Payroll.NOW | (chosen ? Payroll.COUNTED : 0) | (steady ? Payroll.STEADY : 0);
            if (chosen || steady) reading.pays(slice, row, flags);
        }
        if (chosen) pairs(reading.items);
        if (!slice.seenToOpen[row] || !chosen && !compared) return;
        if (chosen) stay(of(Side.CHOSEN).stays(reading.technical), slice, row);
        if (compared) stay(of(Side.COMPARED).stays(reading.technical), slice, row);
    }

    /// Of the period before, only what it pays is of interest.
    private void takeBefore(Slice slice, int row, Reading reading) {
        if (!scope.chosen(slice.id(row)) || !scope.countsSteadily(slice, row)) return;
        reading.read(slice, row, 0, null, null);
        if (reading.paid) reading.pays(slice, row, Payroll.STEADY);
    }

    /// Days from the first to the last, without those between on which it was closed.
    private void stay(Survival.Spans stays, Slice slice, int row) {
        boolean open = slice.closed[row] == Facts.NEVER;
        int end = open ? today : slice.watched[row];
        int away = slice.paused[row] == Facts.NEVER ? 0 : slice.resumed[row] - slice.paused[row];
        stays.add(end - slice.opened[row] - away, !open && slice.watched[row] >= slice.closed[row]);
    }

    private void pairs(long items) {
        for (long ones = items; ones != 0; ones &= ones - 1) {
            int one = Long.numberOfTrailingZeros(ones);
            for (long others = ones & ones - 1; others != 0; others &= others - 1)
                pairs[one][Long.numberOfTrailingZeros(others)]++;
        }
    }

    private void takePay(Found found, Slice slice, int row) {
        int pay = slice.pay[row];
        found.allPay.add(pay);
        for (int i = slice.starts[row], end = slice.starts[row + 1]; i < end; i++) {
            int slot = paidSlots[slice.marks[i]];
            if (slot >= 0) found.pay[slot].add(pay);
        }
    }

    /// How many postings have both, `one` before `other`.
    int together(int one, int other) {
        return pairs[one][other];
    }

    /// What pays, in no order.
    Payroll payroll() {
        return payroll;
    }

    Plan plan() {
        return plan;
    }
}
