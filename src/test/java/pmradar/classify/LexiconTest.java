package pmradar.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LexiconTest {

    @Test
    void findsTheLongestPhraseOfEachCue() {
        assertThat(found("KNOW: knowledge | knowledge of things\nSHALLOW: knowledge", "Knowledge of things"))
                .containsExactlyInAnyOrder("KNOW Knowledge of things", "SHALLOW Knowledge");
    }

    @Test
    void readsBeginningsEndingsNumbersAndCapitals() {
        var lexicon = "KNOW: *kenntnisse | projektleit*\nYEARS: # years\nT_INFRA: ^san";
        assertThat(found(lexicon, "SAN and san, Fachkenntnisse, Projektleiterin, 5+ years"))
                .containsExactly("T_INFRA SAN", "KNOW Fachkenntnisse", "KNOW Projektleiterin", "YEARS 5+ years");
    }

    @Test
    void keepsManyBeginningsApart() {
        var line = new StringBuilder("KNOW: zz*");
        for (char a = 'a'; a <= 'z'; a++) {
            for (char b = 'a'; b <= 'y'; b++)
                line.append(" | q").append(a).append(b).append("x*");
        }
        assertThat(found(line.toString(), "qabxtra qabtra abx x bx zzz")).containsExactly("KNOW qabxtra", "KNOW zzz");
    }

    @Test
    void doesNotReachOverTheEndOfAStatement() {
        assertThat(found("KNOW: big data", "big data; big\n\nData. Big, data")).containsExactly("KNOW big data");
    }

    private static List<String> found(String lexicon, String text) {
        var read = Lexicon.parse(lexicon);
        var words = read.words(text);
        return read.find(words).stream()
                .map(mark -> mark.cue() + " " + text.substring(words.start(mark.first()), words.end(mark.last())))
                .toList();
    }
}
