package pmradar.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class QuoteOverlapTest {

    private static final String TEXT = "Strong SQL skills. Cloud knowledge, Java or Kotlin, and Docker.";

    private static GoldPosting.Unit unit(String quote) {
        return new GoldPosting.Unit(
                quote, Evidence.Type.E3, Evidence.Strength.S, Evidence.Necessity.MUST, List.of(), true);
    }

    private static Evidence evidence(String quote) {
        int at = TEXT.indexOf(quote);
        return new Evidence(
                quote,
                at,
                at + quote.length(),
                Evidence.Type.E3,
                Evidence.Strength.S,
                Evidence.Necessity.MUST,
                List.of(),
                null,
                25);
    }

    @Test
    void pairsEachUnitOnceWithTheLargestShare() {
        var pairs = new QuoteOverlap(TEXT)
                .pairs(
                        List.of(unit("Strong SQL  skills"), unit("Cloud knowledge, Java or Kotlin, and Docker")),
                        List.of(evidence("Java or Kotlin"), evidence("Cloud knowledge, Java"), evidence("SQL")));
        assertThat(pairs).containsExactlyInAnyOrder(new QuoteOverlap.Pair(0, 2), new QuoteOverlap.Pair(1, 1));
    }

    @Test
    void wantsHalfOfTheShorterQuotation() {
        assertThat(new QuoteOverlap(TEXT)
                        .pairs(List.of(unit("Strong SQL skills")), List.of(evidence("skills. Cloud knowledge, Java"))))
                .isEmpty();
    }

    @Test
    void leavesOutQuotationsThatAreNotInTheText() {
        assertThat(new QuoteOverlap(TEXT).pairs(List.of(unit("Rust")), List.of(evidence("SQL"))))
                .isEmpty();
    }
}
