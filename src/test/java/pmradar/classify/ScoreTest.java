package pmradar.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScoreTest {

    @Test
    void firstStrongUnitMakesAPostingTechnical() {
        assertThat(Score.of(units("S")).total()).isEqualTo(25);
        assertThat(Score.of(units("S")).label()).isEqualTo(Label.TECHNICAL);
    }

    @Test
    void secondStrongUnitAddsFifteenAndEachFurtherTen() {
        assertThat(Score.of(units("SS")).total()).isEqualTo(40);
        assertThat(Score.of(units("SSSS")).total()).isEqualTo(60);
    }

    @Test
    void sumIsCutAtOneHundred() {
        assertThat(Score.of(units("SSSSSSSSSSSS")).total()).isEqualTo(100);
    }

    @Test
    void threeMediumUnitsAreEnoughAndTwoWithAnyWeakOnesAreNot() {
        assertThat(Score.of(units("MMM")).label()).isEqualTo(Label.TECHNICAL);
        assertThat(Score.of(units("MMWWWWWWWW")).total()).isEqualTo(24);
        assertThat(Score.of(units("MMWWWWWWWW")).label()).isEqualTo(Label.GENERAL);
    }

    @Test
    void mediumUnitsEndAtThirtySixAndWeakOnesAtSix() {
        assertThat(Score.of(units("MMMMMM")).total()).isEqualTo(36);
        assertThat(Score.of(units("WWWWW")).total()).isEqualTo(6);
        assertThat(Score.of(units("WWWWW")).points()).containsExactly(2, 2, 2, 0, 0);
    }

    @Test
    void expertMarkCountsOnceAndOnlyForStrongUnits() {
        var expert = unit('S', true, Domain.SOFTWARE);
        assertThat(Score.of(List.of(expert, expert)).total()).isEqualTo(50);
        assertThat(Score.of(List.of(unit('M', true, Domain.SOFTWARE))).total()).isEqualTo(9);
    }

    @Test
    void givesItsPointsToEachDomainNamedAndOnceToTheSum() {
        var score = Score.of(
                List.of(unit('S', false, Domain.SOFTWARE, Domain.SECURITY), unit('M', false, Domain.SECURITY)));
        assertThat(score.total()).isEqualTo(34);
        assertThat(score.byDomain()).containsEntry(Domain.SECURITY, 34).containsEntry(Domain.SOFTWARE, 25);
        assertThat(score.domains()).containsExactly(Domain.SECURITY, Domain.SOFTWARE);
    }

    @Test
    void weakUnitsNameNoDomain() {
        assertThat(Score.of(units("W")).domains()).isEmpty();
    }

    @Test
    void sixteenToThirtyFourIsBorderline() {
        assertThat(Score.of(units("M")).borderline()).isFalse();
        assertThat(Score.of(units("MM")).borderline()).isTrue();
        assertThat(Score.of(units("SM")).borderline()).isTrue();
        assertThat(Score.of(units("SMW")).borderline()).isFalse();
    }

    private static List<Unit> units(String strengths) {
        var units = new ArrayList<Unit>();
        for (char c : strengths.toCharArray()) units.add(unit(c, false, Domain.SOFTWARE));
        return units;
    }

    private static Unit unit(char strength, boolean expert, Domain... domains) {
        Set<Domain> set = EnumSet.noneOf(Domain.class);
        set.addAll(List.of(domains));
        return new Unit(
                0,
                1,
                Evidence.Type.E3,
                Evidence.Strength.valueOf(String.valueOf(strength)),
                Evidence.Necessity.MUST,
                set,
                false,
                expert,
                null);
    }
}
