package pmradar.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static pmradar.search.lucene.Ads.ad;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pmradar.search.Facet;

/// What people mean by a word, a name or a place is found, however a posting writes it.
class MeantAlikeTest {

    @TempDir
    Path folder;

    @Test
    void doesNotInsistOnVeryCommonWords() {
        try (var index = TestIndex.of(
                folder,
                ad(1).text("You move our applications into a cloud."),
                ad(2).text("To the point."),
                ad(3).text("Cloud over the sea."))) {
            assertThat(index.ids("moving applications to the cloud")).containsExactly(1L);
            assertThat(index.ids("to the")).containsExactly(2L);
            assertThat(index.ids("\"the\" cloud")).containsExactly(3L);
        }
    }

    @Test
    void takesProgramAndProgrammeAndProjectManagerAndPmForOne() {
        try (var index = TestIndex.of(
                folder,
                ad(1).title("Programme Lead").text("Games."),
                ad(2).title("Program Lead").text("A game."),
                ad(3).title("Senior PM"),
                ad(4).title("Project Manager"),
                ad(5).title("Porter").text("Open until 5 pm."))) {
            assertThat(index.ids("title:program")).containsExactly(1L, 2L);
            assertThat(index.ids("programme lead")).containsExactly(1L, 2L);
            assertThat(index.ids("\"programme\"")).containsExactly(1L);
            assertThat(index.ids("games")).containsExactly(1L, 2L);
            assertThat(index.ids("game")).containsExactly(1L, 2L);
            assertThat(index.ids("title:pm")).containsExactly(3L, 4L);
            assertThat(index.ids("title:(project manager)")).containsExactly(3L, 4L);
            assertThat(index.ids("project manager")).containsExactly(3L, 4L);
            assertThat(index.search("title:pm").understood()).contains("pm also as project manager");
        }
    }

    @Test
    void findsWhatMayBeDoneFromAGroupThatIncludesTheCountry() {
        try (var index = TestIndex.of(
                folder,
                ad(1).workFrom("DE"),
                ad(2).workFrom("DACH"),
                ad(3).workFrom("EU"),
                ad(4).workFrom("WORLD"),
                ad(5).workFrom("US"),
                ad(6).workFrom("NORDICS"),
                ad(7).workFrom("UTC+1"))) {
            assertThat(index.ids("from:germany")).containsExactly(1L, 2L, 3L, 4L);
            assertThat(index.ids("from:eu")).containsExactly(3L, 4L);
            assertThat(index.ids("from:is")).containsExactly(4L, 6L);
            assertThat(index.ids("from:utc+1")).containsExactly(7L);
            assertThat(index.ids("-from:de")).containsExactly(5L, 6L, 7L);
            assertThat(index.ids("", TestIndex.wanted(Facet.FROM, "DE"))).containsExactly(1L);
        }
    }
}
