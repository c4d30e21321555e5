package pmradar.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static pmradar.search.lucene.Ads.ad;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pmradar.posting.PostingId;
import pmradar.search.Criteria;
import pmradar.search.Facet;
import pmradar.search.Synonyms;

class LuceneSelectionTest {

    @TempDir
    Path folder;

    private static Criteria words(String query) {
        return new Criteria(query, List.of(), Criteria.Sort.NEWEST);
    }

    private static Criteria feed(String feed) {
        return new Criteria("", List.of(new Criteria.Condition(Facet.FEED, feed, false)), Criteria.Sort.NEWEST);
    }

    @Test
    void namesClosedPostingsTooWhichSearchesDoNotFind() {
        try (var index = TestIndex.of(
                folder,
                ad(3).text("You know Kubernetes.").closed(),
                ad(1).text("You know Kubernetes."),
                ad(2).text("You know nothing."))) {
            assertThat(index.selection.select(words("kubernetes"))).containsExactly(1, 3);
            assertThat(index.selection.select(Criteria.ALL)).containsExactly(1, 2, 3);
            assertThat(index.selection.select(Criteria.ALL.without(Set.of(new PostingId(3)))))
                    .containsExactly(1, 2);
            assertThat(index.ids("kubernetes")).containsExactly(1L);
            assertThat(index.index.size()).isEqualTo(2);
        }
    }

    @Test
    void namesEachOnceHoweverOftenItClosesAndOpens() {
        try (var index = TestIndex.of(folder, ad(1))) {
            index.index.put(List.of(ad(1).closed().posting()));
            index.index.refresh();
            assertThat(index.selection.select(Criteria.ALL)).containsExactly(1);
            assertThat(index.ids("")).isEmpty();
            index.index.put(List.of(ad(1).posting()));
            index.index.refresh();
            assertThat(index.selection.select(Criteria.ALL)).containsExactly(1);
            assertThat(index.ids("")).containsExactly(1L);
            index.index.put(List.of(ad(1).blocked(7).posting()));
            index.index.refresh();
            assertThat(index.selection.select(Criteria.ALL)).containsExactly(1);
            assertThat(index.ids("")).isEmpty();
            index.index.remove(List.of(new PostingId(1)));
            index.index.refresh();
            assertThat(index.selection.select(Criteria.ALL)).isEmpty();
        }
    }

    @Test
    void findsAClosedPostingByTheFeedsThatShowedIt() {
        try (var index = TestIndex.of(
                folder, ad(1).feed("north", false).feed("south", false).closed(), ad(2).feed("north", true))) {
            assertThat(index.selection.select(feed("north"))).containsExactly(1, 2);
            assertThat(index.selection.select(feed("south"))).containsExactly(1);
        }
    }

    @Test
    void knowsOnlyWhatBothHalvesKeptAfterACrash() {
        try (var index = TestIndex.of(folder, ad(1), ad(2).closed())) {
            index.index.commit(2, index.index.generation());
            index.index.put(List.of(ad(3).posting(), ad(4).closed().posting()));
            index.index.refresh();
        }
        try (var again = new TestIndex(folder, Synonyms.NONE, List.of())) {
            assertThat(again.index.version()).isEqualTo(2);
            assertThat(again.selection.select(Criteria.ALL)).containsExactly(1, 2);
        }
    }
}
