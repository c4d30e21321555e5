package pmradar.classify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DutyBalanceTest {

    @Test
    void otherWorkWeighsMoreWhenItComesFirst() {
        var first = new DutyBalance();
        first.add(true, false, true);
        for (int i = 0; i < 9; i++) first.add(false, true, false);
        var last = new DutyBalance();
        for (int i = 0; i < 9; i++) last.add(false, true, false);
        last.add(true, false, true);

        assertThat(figure(first, "early.other")).isLessThan(figure(last, "early.other"));
        assertThat(figure(first, "balance")).isEqualTo(figure(last, "balance"));
    }

    @Test
    void aDutyOfProjectsThatNamesAnotherOccupationCountsForProjects() {
        var balance = new DutyBalance();
        balance.add(true, true, false);

        assertThat(figure(balance, "other.share")).isZero();
        assertThat(figure(balance, "balance")).isPositive();
    }

    @Test
    void ofNoDutiesNothingIsSaid() {
        assertThat(new DutyBalance().figures(false)).containsOnly(0).hasSameSizeAs(DutyBalance.NAMES);
    }

    private static double figure(DutyBalance balance, String name) {
        return balance.figures(false)[DutyBalance.NAMES.indexOf(name)];
    }
}
