package pmradar.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static pmradar.search.lucene.Ads.ad;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pmradar.classify.Domain;
import pmradar.posting.PostingId;
import pmradar.search.Suggestions.Kind;
import pmradar.search.Suggestions.Suggestion;

class LuceneSuggestionsTest {

    @TempDir
    Path folder;

    private TestIndex index;
    private LuceneSuggestions suggestions;

    @BeforeEach
    void open() {
        index = TestIndex.of(
                folder,
                ad(1).title("Cloud Project Manager").requires("Kubernetes").domains(Domain.INFRASTRUCTURE),
                ad(2).title("Cloud Delivery Manager").requires("Kubernetes").domains(Domain.INFRASTRUCTURE),
                ad(3).title("Cloud Project Manager").place("Zürich", null, "CH"),
                ad(4).title("Construction Coordinator").company("Kubus Bau"),
                ad(5).title("Site Manager").text("Concrete and steel."));
        suggestions = new LuceneSuggestions(index.index);
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void completesAnyWordOfTitlesEmployersSkillsAndPlaces() {
        assertThat(suggestions.suggest("proj", 5))
                .containsExactly(new Suggestion(Kind.TITLE, "Cloud Project Manager", 2));
        assertThat(suggestions.suggest("kub", 5))
                .containsExactly(
                        new Suggestion(Kind.SKILL, "Kubernetes", 2), new Suggestion(Kind.COMPANY, "Kubus Bau", 1));
        assertThat(suggestions.suggest("zur", 5)).containsExactly(new Suggestion(Kind.PLACE, "Zürich", 1));
        assertThat(suggestions.suggest("k", 5)).isEmpty();
        assertThat(suggestions.suggest("", 5)).isEmpty();
    }

    @Test
    void correctsOnlyWordsThatOccurNowhere() {
        assertThat(index.search("(concrte -wood) OR title:clod").didYouMean())
                .isEqualTo("(concrete -wood) OR title:clod");
        assertThat(index.search("constuction \"coordinatr\"").didYouMean()).isNull();
        assertThat(index.search("constuction").didYouMean()).isEqualTo("construction");
        assertThat(index.search("cloud").didYouMean()).isNull();
        assertThat(index.search("zzzzzzzz").didYouMean()).isNull();
    }

    @Test
    void findsPostingsLikeOne() {
        var similar = new LuceneSimilar(index.index);
        assertThat(similar.like(new PostingId(1), 2))
                .extracting(hit -> hit.id().value())
                .containsExactlyInAnyOrder(2L, 3L);
        assertThat(similar.like(new PostingId(99), 3)).isEmpty();
    }
}
