package pmradar.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import pmradar.trend.Scope.Side;

/// The second walk over the ledger: what is counted only of marks that the first walk found to matter.
final class Details {

    /// A mark, or two of which a posting has at most one, that is counted by itself.
    record Item(String key, String name, int... marks) {}

    /// What to look for.
    ///
    /// @param daily counted for each day @param paid whose pay is gathered @param paired counted two by two
    /// @param paidIn marks of pay in the one currency that is reported
    record Plan(List<Item> daily, List<Item> paid, List<Item> paired, int[] paidIn) {}

    /// Of one posting that says what it pays.
    ///
    /// @param stratum of its label and country @param items which of the `paired` it has, as bits
    record Paid(int pay, int stratum, long items) {

        /// The stratum of those that name no country.
        static final int NOWHERE = -1;
    }

    /// Of one side: by item and day, pay by item, and lengths of stay by label.
    static final class Found {
        final int[][] daily;
        final IntList[] pay;
        final IntList allPay = new IntList();
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
    }

    private static final int DAILY = 1;
    private static final int PAIRED = 2;
    private static final int COUNTRY = 4;

    private final Scope scope;
    private final Plan plan;
    private final Map<Side, Found> found = new EnumMap<>(Side.class);
    private final int[][] pairs;
    private final List<Paid> paid = new ArrayList<>();
    private final int[] dailySlots;
    private final int[] paidSlots;
    private final int[] pairSlots;
    private final boolean[] paidIn;

    /// Why each mark is of interest; most are not.
    private final byte[] interest;

    private final int technical;
    private final int general;

    private Details(Scope scope, Plan plan) {
        this.scope = scope;
        this.plan = plan;
        var names = scope.ledger().names();
        for (var side : scope.sides()) found.put(side, new Found(plan, scope.days()));
        pairs = new int[plan.paired().size()][plan.paired().size()];
        interest = new byte[names.size()];
        dailySlots = slots(plan.daily(), DAILY);
        paidSlots = slots(plan.paid(), 0);
        pairSlots = slots(plan.paired(), PAIRED);
        for (int mark : names.all(Kind.COUNTRY, interest.length)) interest[mark] |= COUNTRY;
        paidIn = new boolean[interest.length];
        for (int mark : plan.paidIn()) if (mark >= 0) paidIn[mark] = true;
        technical = names.known(Kind.LABEL, "technical");
        general = names.known(Kind.LABEL, "general");
    }

    static Details of(Scope scope, Plan plan) {
        var details = new Details(scope, plan);
        for (var slice : scope.ledger().slices().values()) details.take(slice);
        return details;
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
        for (int row = 0; row < Slice.SIZE; row++) {
            int opened = slice.opened[row];
            if (slice.state[row] == 0 || opened < scope.from() || opened > scope.to()) continue;
            long id = slice.id(row);
            boolean chosen = scope.chosen(id);
            boolean compared = scope.compared(id);
            if ((chosen || compared) && scope.counts(slice, row)) take(slice, row, chosen, compared);
        }
    }

    Found of(Side side) {
        return Objects.requireNonNull(found.get(side));
    }

    private void take(Slice slice, int row, boolean chosen, boolean compared) {
        int day = slice.opened[row] - scope.from();
        var daily = chosen ? of(Side.CHOSEN).daily : null;
        var others = compared ? of(Side.COMPARED).daily : null;
        long items = 0;
        int country = -1;
        for (int i = slice.starts[row], end = slice.starts[row + 1]; i < end; i++) {
            int mark = slice.marks[i];
            int why = interest[mark];
            if (why == 0) continue;
            if ((why & DAILY) != 0) {
                if (daily != null) daily[dailySlots[mark]][day]++;
                if (others != null) others[dailySlots[mark]][day]++;
            }
            if ((why & PAIRED) != 0) items |= 1L << pairSlots[mark];
            if ((why & COUNTRY) != 0 && country < 0) country = mark;
        }
        boolean isTechnical = slice.either(row, technical, general);
        if (slice.pay[row] > 0 && slice.hasAny(row, paidIn)) {
            if (chosen) takePay(of(Side.CHOSEN), slice, row);
            if (compared) takePay(of(Side.COMPARED), slice, row);
            int stratum = country < 0 ? Paid.NOWHERE : 2 * country + (isTechnical ? 0 : 1);
            if (chosen) paid.add(new Paid(slice.pay[row], stratum, items));
        }
        if (chosen) pairs(items);
        if (!slice.seenToOpen[row]) return;
        if (chosen) stay(of(Side.CHOSEN).stays(isTechnical), slice, row);
        if (compared) stay(of(Side.COMPARED).stays(isTechnical), slice, row);
    }

    /// Days from the first to the last, without those between on which it was closed.
    private void stay(Survival.Spans stays, Slice slice, int row) {
        boolean open = slice.closed[row] == Facts.NEVER;
        int end = open ? scope.ledger().day() : slice.watched[row];
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

    /// What pays, of the chosen side.
    List<Paid> paid() {
        return paid;
    }

    Plan plan() {
        return plan;
    }
}
