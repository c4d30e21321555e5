package pmradar.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void keepsTheBlocksOfAPage() {
        var html = "<h2>What you do</h2><p>Lead  the\n roll-out.</p><ul><li>Plan <b>sprints</b></li>"
                + "<li><p>Report</p></li><li>• Own bullet</li></ul>Line one<br>line two<br><br>After a gap";
        assertThat(PlainText.ofHtml(html))
                .isEqualTo("What you do\n\nLead the roll-out.\n\n• Plan sprints\n• Report\n• Own bullet\n\n"
                        + "Line one\nline two\n\nAfter a gap");
    }

    @Test
    void readsHtmlThatWasEscapedTwice() {
        assertThat(PlainText.ofHtml("&lt;p&gt;Budget &amp;amp; scope&lt;/p&gt;&lt;p&gt;Risk&lt;/p&gt;"))
                .isEqualTo("Budget & scope\n\nRisk");
    }

    @Test
    void keepsLinesOfHtmlWithoutBlocks() {
        assertThat(PlainText.ofHtml("<b>Duties</b>\nPlan\nReport")).isEqualTo("Duties\nPlan\nReport");
    }

    @Test
    void leavesOutWhatNoReaderSees() {
        var html = "<style>p{}</style><script>alert(1)</script><p style='display: none'>kubernetes</p>"
                + "<p hidden>java</p><p>Plan</p><svg><text>x</text></svg>";
        assertThat(PlainText.ofHtml(html)).isEqualTo("Plan");
    }

    @Test
    void removesInvisibleAndBidiCharacters() {
        assertThat(PlainText.ofText("Pro\u200Bject\u00AD \u202Emanager\u202C\uFEFF\u2066!\u2069\u0000"))
                .isEqualTo("Project manager!");
    }

    @Test
    void makesAnySpaceOneSpace() {
        assertThat(PlainText.ofText("a\u00A0\u2003b \t c\r\n\r\n\r\n\r\nd")).isEqualTo("a b c\n\nd");
    }

    @Test
    void foldsStyledLettersAndDropsEmoji() {
        assertThat(PlainText.ofText("𝐏𝐫𝐨𝐣𝐞𝐜𝐭 𝟮𝟬 🚀 team\n🎯 Goals\n\uF0B7 Item\n👩‍💻 Work"))
                .isEqualTo("Project 20 team\n• Goals\n• Item\n• Work");
    }

    @Test
    void composesLettersAndCutsTowersOfMarks() {
        assertThat(PlainText.ofText("Zu\u0308rich")).isEqualTo("Zürich");
        assertThat(PlainText.ofText("e" + "\u0323\u0301".repeat(100_000)).length())
                .isLessThan(12);
    }

    @Test
    void hasOneUnitPerCharacterWhateverComesIn() {
        var text = new StringBuilder();
        new java.util.Random(7).ints(200_000, 0, 0x110000).forEach(text::appendCodePoint);
        var plain = PlainText.ofText(text + "\uD800 \uFA6C 𠀀");
        assertThat(plain.codePointCount(0, plain.length())).isEqualTo(plain.length());
        assertThat(plain).doesNotContain("  ").doesNotContain("\n\n\n").isEqualTo(PlainText.ofText(plain));
    }

    @Test
    void readsPlainTextThatIsHtmlAllTheSame() {
        assertThat(PlainText.ofText("<p>Plan &amp; lead</p><p>Report</p>")).isEqualTo("Plan & lead\n\nReport");
        assertThat(PlainText.ofText("R&amp;D, 3 &lt; 4, A&B")).isEqualTo("R&D, 3 < 4, A&B");
    }

    @Test
    void takesLinearTimeForHostileText() {
        Assertions.assertTimeout(Duration.ofSeconds(20), () -> {
            PlainText.ofHtml("<div>".repeat(200_000) + "x");
            PlainText.ofHtml("<".repeat(2_000_000));
            PlainText.ofHtml("&lt;p".repeat(400_000));
            PlainText.ofText("• ".repeat(1_000_000));
            PlainText.ofText("\u0301".repeat(2_000_000));
            PlainText.ofText("a".repeat(5_000_000));
        });
    }
}
