package pmradar.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static pmradar.search.lucene.Ads.ad;

import java.nio.file.Path;
import java.util.stream.Stream;
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
                ad(3).title("Cloud Project Manager").company("Alpwerk").place("Zürich", null, "CH"),
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

    @Test
    void leavesOutCopiesOfItselfAndOfEachOther() {
        index.index.put(Stream.of(
                        ad(11).title("Rail Project Manager").company("Nordgleis"),
                        ad(12).title("Rail project manager").company("NORDGLEIS"),
                        ad(13).title("Rail Project Manager").company("Anderwerk"),
                        ad(14).title("Rail Project Manager").company("Anderwerk"),
                        ad(15).title("Rail Project Manager").company(null),
                        ad(16).title("Rail Project Manager").company(null))
                .map(Ads::posting)
                .toList());
        index.index.refresh();
        assertThat(new LuceneSimilar(index.index).like(new PostingId(11), 20))
                .extracting(hit -> hit.id().value())
                .contains(15L, 16L)
                .doesNotContain(11L, 12L)
                .containsOnlyOnce(14L)
                .doesNotContain(13L);
    }
}
