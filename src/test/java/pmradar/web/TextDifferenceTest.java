package pmradar.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextDifferenceTest {

    @Test
    void marksTheWordsThatWentAndCame() {
        assertThat(TextDifference.of("You lead a team of five.", "You lead two teams of five."))
                .containsExactly(
                        new TextDifference.Piece("kept", "You lead"),
                        new TextDifference.Piece("del", " a team"),
                        new TextDifference.Piece("ins", " two teams"),
                        new TextDifference.Piece("kept", " of five."));
    }

    @Test
    void takesOtherSpacesForTheSameText() {
        assertThat(TextDifference.of("one\ntwo", "one two"))
                .containsExactly(new TextDifference.Piece("kept", "one two"));
    }

    @Test
    void cutsWhatStayedInTheMiddle() {
        var long_ = words(new Random(1), 100, 1000);
        assertThat(TextDifference.of(long_ + " old", long_ + " new"))
                .extracting(TextDifference.Piece::kind)
                .containsExactly("cut", "kept", "del", "ins");
    }

    @Test
    void showsTextsThatShareNothingWholeAndSoon() {
        var before = words(new Random(1), 20_000, 1_000_000);
        var after = words(new Random(2), 20_000, 1_000_000);
        assertThat(TextDifference.of(before, after))
                .extracting(TextDifference.Piece::kind)
                .containsExactly("del", "ins");
    }

    /// What is kept and taken out is the text before; what is kept and put in is the text after.
    @Test
    void losesNoWordOfEitherText() {
        var random = new Random(7);
        for (int round = 0; round < 300; round++) {
            var before = words(random, random.nextInt(24), 4);
            var after = words(random, random.nextInt(24), 4);
            var pieces = TextDifference.of(before, after);
            assertThat(joined(pieces, kind -> !kind.equals("ins"))).isEqualTo(before);
            assertThat(joined(pieces, kind -> !kind.equals("del"))).isEqualTo(after);
        }
    }

    private static String joined(java.util.List<TextDifference.Piece> pieces, Predicate<String> kinds) {
        return pieces.stream()
                .filter(piece -> kinds.test(piece.kind()))
                .map(TextDifference.Piece::text)
                .collect(Collectors.joining())
                .strip();
    }

    private static String words(Random random, int count, int vocabulary) {
        return IntStream.range(0, count)
                .mapToObj(i -> "w" + random.nextInt(vocabulary))
                .collect(Collectors.joining(" "));
    }
}
