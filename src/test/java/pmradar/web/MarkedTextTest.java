package pmradar.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import pmradar.classify.Domain;
import pmradar.classify.Evidence;

class MarkedTextTest {

    private static Evidence unit(String text, String quote, Evidence.Strength strength) {
        int start = text.indexOf(quote);
        return new Evidence(
                quote,
                start,
                start + quote.length(),
                Evidence.Type.E3,
                strength,
                Evidence.Necessity.MUST,
                List.of(Domain.SOFTWARE),
                null,
                9);
    }

    private static String marked(MarkedText text) {
        return text.blocks().stream()
                .flatMap(block -> block.lines().stream())
                .flatMap(line -> line.pieces().stream())
                .filter(piece -> piece.mark() != null)
                .map(piece -> piece.mark().strength() + ":" + piece.text())
                .collect(Collectors.joining("|"));
    }

    @Test
    void keepsHeadingsListsAndParagraphs() {
        var text =
                MarkedText.of("What you do\nYou plan.\n\nYou bring:\n• SQL\n• Tact\n- Time\nThat is all.", List.of());
        assertThat(text.blocks())
                .extracting(MarkedText.Block::kind)
                .containsExactly("heading", "paragraph", "heading", "list", "paragraph");
        assertThat(text.blocks().get(3).lines()).hasSize(3);
        assertThat(text.blocks().get(3).lines().getFirst().pieces().getFirst().text())
                .isEqualTo("SQL");
    }

    @Test
    void marksAClauseThatSpansLines() {
        var text = "• Knows SQL and\n• Linux well";
        var marked = MarkedText.of(text, List.of(unit(text, "SQL and\n• Linux", Evidence.Strength.S)));
        assertThat(marked(marked)).isEqualTo("s:SQL and|s:Linux");
        var starts = marked.blocks().getFirst().lines().stream()
                .flatMap(line -> line.pieces().stream())
                .flatMap(piece -> piece.starts().stream());
        assertThat(starts).containsExactly(1);
    }

    @Test
    void showsTheStrongerOfTwoThatOverlap() {
        var text = "Experience with SQL and cloud";
        var marked = MarkedText.of(
                text,
                List.of(
                        unit(text, "Experience with SQL", Evidence.Strength.M),
                        unit(text, "SQL and cloud", Evidence.Strength.S)));
        assertThat(marked(marked)).isEqualTo("m:Experience with |s:SQL| and cloud".replace("| and", "|s: and"));
    }

    @Test
    void pointsToAClauseThatBeginsInsideABullet() {
        var text = "- Knows SQL";
        var marked = MarkedText.of(text, List.of(unit(text, "- Knows SQL", Evidence.Strength.S)));
        assertThat(marked.blocks()
                        .getFirst()
                        .lines()
                        .getFirst()
                        .pieces()
                        .getFirst()
                        .starts())
                .containsExactly(1);
    }

    @Test
    void losesNoCharacterThatIsNotABulletOrABlankLine() {
        var random = new Random(7);
        for (int round = 0; round < 500; round++) {
            var text = new StringBuilder();
            for (int i = 0; i < 60; i++) text.append("ab :.\n-•Ж 9".charAt(random.nextInt(11)));
            int start = random.nextInt(50);
            var evidence = List.of(new Evidence(
                    "",
                    start,
                    start + random.nextInt(1, 10),
                    Evidence.Type.E3,
                    Evidence.Strength.W,
                    Evidence.Necessity.MUST,
                    List.of(),
                    null,
                    2));
            var shown = MarkedText.of(text.toString(), evidence).blocks().stream()
                    .flatMap(block -> block.lines().stream())
                    .flatMap(line -> line.pieces().stream())
                    .map(MarkedText.Piece::text)
                    .collect(Collectors.joining());
            assertThat(shown.replaceAll("[\\s•-]", ""))
                    .isEqualTo(text.toString().replaceAll("[\\s•-]", ""));
        }
    }
}
