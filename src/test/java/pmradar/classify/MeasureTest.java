package pmradar.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The arithmetic of the measures on a gold of five postings, worked out by hand.
class MeasureTest {

    private static final String TEXT = "Must know SQL well. Java is a plus. Plans projects.";

    private static final Judged RIGHT = judged(Label.TECHNICAL, 34, Label.TECHNICAL, 25, 0.95);
    private static final Judged WRONG_LABEL = judged(Label.GENERAL, 9, Label.TECHNICAL, 25, 0.75);
    private static final Judged MISSED = judged(Label.GENERAL, 0, null, 0, 0.65);
    private static final Judged INVENTED = judged(null, 0, Label.GENERAL, 0, 0.55);
    private static final Judged SET_ASIDE = judged(null, 0, null, 0, 0.95);
    private static final List<Judged> ALL = List.of(RIGHT, WRONG_LABEL, MISSED, INVENTED, SET_ASIDE);

    private static Judged judged(
            @Nullable Label gold, int goldScore, @Nullable Label ours, int score, double sureness) {
        var units = gold == Label.TECHNICAL
                ? List.of(
                        unit("Must know\n SQL well", Evidence.Necessity.MUST),
                        unit("Java is a plus", Evidence.Necessity.PREFERRED))
                : List.<GoldPosting.Unit>of();
        var posting = new GoldPosting(
                "id",
                "source",
                "title",
                TEXT,
                gold != null,
                gold == null ? null : Family.PROJECT,
                gold,
                goldScore,
                List.of(goldScore, goldScore),
                gold == Label.TECHNICAL ? List.of(Domain.SOFTWARE, Domain.DATA_AI) : List.of(),
                units,
                false,
                false);
        return Judged.of(posting, verdict(ours, score, sureness));
    }

    private static GoldPosting.Unit unit(String quote, Evidence.Necessity necessity) {
        return new GoldPosting.Unit(
                quote, Evidence.Type.E3, Evidence.Strength.S, necessity, List.of(Domain.SOFTWARE), true);
    }

    private static Verdict verdict(@Nullable Label label, int score, double sureness) {
        if (label == null) return new Verdict.OffTopic("", sureness, "en", "1");
        var evidence = label == Label.TECHNICAL
                ? List.of(new Evidence(
                        TEXT.substring(5, 18),
                        5,
                        18,
                        Evidence.Type.E3,
                        Evidence.Strength.S,
                        Evidence.Necessity.PREFERRED,
                        List.of(Domain.DATA_AI),
                        "SQL",
                        25))
                : List.<Evidence>of();
        return new Verdict.Tagged(new Classification(
                Family.PROJECT,
                label,
                score,
                sureness,
                label == Label.TECHNICAL ? List.of(Domain.DATA_AI) : List.of(),
                evidence,
                0,
                Facts.NONE,
                Set.of(),
                "en",
                "1"));
    }

    @Test
    void gateCountsPassesFoundInventedAndMissed() {
        // 2 found, 1 invented, 1 missed: 2*2 / (2*2+1+1)
        assertThat(Measure.GATE_F1.of(ALL)).isEqualTo(4 / 6.0, within(1e-9));
    }

    @Test
    void labelCountsAMissedGateAsWrong() {
        // technical: 1 found, 1 invented, 0 missed = 2/3; general: 0 found = 0
        assertThat(Measure.LABEL_F1.of(ALL)).isEqualTo((2 / 3.0 + 0) / 2, within(1e-9));
    }

    @Test
    void unitsPairByOverlapWhateverTheWhiteSpace() {
        // RIGHT: one of two found; WRONG_LABEL: one invented
        assertThat(Measure.UNIT_F1.of(ALL)).isEqualTo(2 / 4.0, within(1e-9));
    }

    @Test
    void necessityIsJudgedOnFoundUnits() {
        assertThat(Measure.NECESSITY.of(ALL)).isZero();
    }

    @Test
    void domainsAreCountedTogether() {
        // found: data-ai of RIGHT; missed: software of RIGHT; invented: data-ai of WRONG_LABEL
        assertThat(Measure.DOMAIN_F1.of(ALL)).isEqualTo(2 / 4.0, within(1e-9));
    }

    @Test
    void scoreErrorIsTheMeanOverProjectManagers() {
        assertThat(Measure.SCORE_ERROR.of(ALL)).isEqualTo((9 + 16 + 0) / 3.0, within(1e-9));
    }

    @Test
    void calibrationErrorWeighsTheTenthsBySize() {
        // 0.9: two right at 0.95 (0.10 off in sum); 0.7: wrong at 0.75; 0.6: wrong at 0.65; 0.5: wrong at 0.55
        assertThat(Measure.CALIBRATION_ERROR.of(ALL)).isEqualTo((0.10 + 0.75 + 0.65 + 0.55) / 5, within(1e-9));
    }

    @Test
    void bootstrapIsTheSameEachTimeAndHoldsTheMeasure() {
        var first = Bootstrap.of(Measure.GATE_F1, ALL);
        assertThat(first).isEqualTo(Bootstrap.of(Measure.GATE_F1, ALL));
        assertThat(Measure.GATE_F1.of(ALL)).isBetween(first.low(), first.high());
    }

    @Test
    void floorsAndGoalsPointTheRightWay() {
        assertThat(Measure.SCORE_ERROR.holdsFloor(11)).isTrue();
        assertThat(Measure.SCORE_ERROR.holdsFloor(13)).isFalse();
        assertThat(Measure.GATE_F1.holdsFloor(0.91)).isFalse();
    }
}
