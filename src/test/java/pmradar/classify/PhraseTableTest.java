package pmradar.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PhraseTableTest {

    private static final PhraseTable TABLE =
            PhraseTable.of(Map.of("phrases", List.of("project plan*", "budget", "*leiter", "sales pipeline", "fuhr*")));

    private static Set<String> found(String text) {
        var words = FoldedWords.of(text, 1000);
        var found = new HashSet<String>();
        for (int word = 0; word < words.count(); word++) {
            if (TABLE.at(words, word) != 0)
                found.add(text.substring(words.start(word), words.start(word) + words.length(word)));
        }
        return found;
    }

    @Test
    void findsWholeWordsBeginningsAndEndings() {
        assertThat(found("Budget for Teilprojektleiter, führen"))
                .containsExactlyInAnyOrder("Budget", "Teilprojektleiter", "führen");
    }

    @Test
    void findsPhrasesOfSeveralWords() {
        assertThat(found("the Project  planning of it")).containsExactly("Project");
        assertThat(found("project. Plans")).isEmpty();
        assertThat(found("sales pipelines")).isEmpty();
    }

    @Test
    void doesNotFindPartsInsideWords() {
        assertThat(found("lowbudget budgets Leiter")).isEmpty();
    }

    @Test
    void splitsGluedWordsAndKeepsWrappedLinesTogether() {
        assertThat(found("ownBudget")).containsExactly("Budget");
        assertThat(found("the project\nplan")).containsExactly("project");
        assertThat(found("the project\nPlan")).isEmpty();
    }

    @Test
    void refusesPartsThatAreTooShort() {
        assertThatThrownBy(() -> PhraseTable.of(Map.of("x", List.of("a*")))).hasMessageContaining("2 to 24");
    }
}
