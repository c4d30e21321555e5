package pmradar.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pmradar.search.lucene.Ads.ad;
import static pmradar.search.lucene.TestIndex.unwanted;
import static pmradar.search.lucene.TestIndex.wanted;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pmradar.classify.Domain;
import pmradar.posting.Pay;
import pmradar.posting.Remote;
import pmradar.search.Criteria;
import pmradar.search.Facet;
import pmradar.search.Results.FacetCount;
import pmradar.search.Synonyms;

class LuceneSearchTest {

    @TempDir
    Path folder;

    @Test
    void findsWordsInTitleBodyEmployerAndPlace() {
        try (var index = TestIndex.of(
                folder,
                ad(1).title("Kubernetes Project Manager"),
                ad(2).text("You know Kubernetes well."),
                ad(3).company("Kubernetes Foundry"),
                ad(4).place("Kubernetes", null, "DE"),
                ad(5).text("You know nothing of it."))) {
            assertThat(index.ids("kubernetes")).containsExactly(1L, 2L, 3L, 4L);
            assertThat(index.ids("KUBERNETES know")).containsExactly(2L);
            assertThat(index.ids("know -kubernetes")).containsExactly(5L);
            assertThat(index.ids("")).hasSize(5);
        }
    }

    @Test
    void findsOtherFormsOfAWordButPhrasesExactly() {
        try (var index = TestIndex.of(
                folder,
                ad(1).text("You managed projects."),
                ad(2).text("You manage a project."),
                ad(3).text("Die Projekte leiten.").language("de"),
                ad(4).text("Ein Projekt leiten.").language("de"))) {
            assertThat(index.ids("managing project")).containsExactly(1L, 2L);
            assertThat(index.ids("projekt")).containsExactly(3L, 4L);
            assertThat(index.ids("\"a project\"")).containsExactly(2L);
            assertThat(index.ids("\"projects\"")).containsExactly(1L);
            assertThat(index.ids("proj*")).containsExactly(1L, 2L, 3L, 4L);
        }
    }

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

    @Test
    void knowsNamesWithSignsAndAccents() {
        try (var index = TestIndex.of(
                folder,
                ad(1).text("C++ and C#, .NET, Node.js, CI/CD; Security+ is a plus."),
                ad(2).text("C and net and security and café, Zürich."),
                ad(3).text("项目经理 上海"))) {
            assertThat(index.ids("c++")).containsExactly(1L);
            assertThat(index.ids("c#")).containsExactly(1L);
            assertThat(index.ids("c")).containsExactly(2L);
            assertThat(index.ids(".net")).containsExactly(1L);
            assertThat(index.ids("node.js ci/cd")).containsExactly(1L);
            assertThat(index.ids("security+")).containsExactly(1L);
            assertThat(index.ids("security")).containsExactly(1L, 2L);
            assertThat(index.ids("cafe zurich")).containsExactly(2L);
            assertThat(index.ids("经理")).containsExactly(3L);
            assertThat(index.ids("理经")).isEmpty();
        }
    }

    @Test
    void findsOtherNamesOfTheSameThing() {
        Synonyms names = words -> switch (words) {
            case "k8s" -> List.of("Kubernetes");
            case "google cloud" -> List.of("GCP");
            default -> List.of();
        };
        var postings = Stream.of(ad(1).text("Kubernetes and GCP").requires("Kubernetes"), ad(2).text("k8s"))
                .map(Ads::posting)
                .toList();
        try (var index = new TestIndex(folder, names, postings)) {
            assertThat(index.ids("k8s")).containsExactly(1L, 2L);
            assertThat(index.ids("\"k8s\"")).containsExactly(2L);
            assertThat(index.ids("requires:k8s")).containsExactly(1L);
            assertThat(index.ids("google cloud")).containsExactly(1L);
        }
    }

    @Test
    void readsFields() {
        try (var index = TestIndex.of(
                folder,
                ad(1).title("Delivery Lead")
                        .company("Nordlicht GmbH")
                        .place("Hamburg", null, "DE")
                        .years(4),
                ad(2).pay(80_000, 100_000, "EUR", Pay.Period.YEAR).score(60).seen(Duration.ofDays(2)),
                ad(3).pay(50, null, "USD", Pay.Period.HOUR)
                        .certificate("PMP")
                        .requires("SQL")
                        .prefers("AWS"))) {
            assertThat(index.ids("title:delivery")).containsExactly(1L);
            assertThat(index.ids("company:nordlicht place:germany")).containsExactly(1L);
            assertThat(index.ids("years:<=5")).containsExactly(1L);
            assertThat(index.ids("pay:>=90000EUR")).containsExactly(2L);
            assertThat(index.ids("pay:>=100k")).containsExactly(2L, 3L);
            assertThat(index.ids("pay:>104000USD")).isEmpty();
            assertThat(index.ids("score:>=50 label:technical")).containsExactly(2L);
            assertThat(index.ids("posted:<7d")).containsExactly(2L);
            assertThat(index.ids("cert:pmp requires:sql prefers:aws skill:aws")).containsExactly(3L);
            assertThat(index.ids("requires:aws")).isEmpty();
            assertThat(index.ids("country:germany")).containsExactly(1L);
        }
    }

    @Test
    void countsAFacetAsIfNothingOfItWereChosen() {
        try (var index = TestIndex.of(
                folder,
                ad(1).score(80).domains(Domain.SOFTWARE).remote(Remote.REMOTE),
                ad(2).score(80).domains(Domain.SOFTWARE, Domain.SECURITY),
                ad(3).score(0).remote(Remote.REMOTE))) {
            var found = index.search("", wanted(Facet.LABEL, "technical"), unwanted(Facet.DOMAIN, "security"));
            assertThat(found.total()).isEqualTo(1);
            assertThat(found.facets().get(Facet.LABEL))
                    .containsExactly(new FacetCount("general", 1), new FacetCount("technical", 1));
            assertThat(found.facets().get(Facet.DOMAIN))
                    .containsExactly(new FacetCount("software", 2), new FacetCount("security", 1));
            assertThat(found.facets().get(Facet.REMOTE)).containsExactly(new FacetCount("remote", 1));
        }
    }

    @Test
    void saysWhatRemovedEverything() {
        try (var index = TestIndex.of(folder, ad(1).score(80), ad(2))) {
            var found = index.search("plan", wanted(Facet.LABEL, "technical"), wanted(Facet.FEED, "none"));
            assertThat(found.total()).isZero();
            assertThat(found.removedBy())
                    .extracting(removed -> removed.words() + " " + removed.without())
                    .containsExactly("plan 0", "technical PMs 0", "from feed none 1");
        }
    }

    @Test
    void saysWhichPieceOfTheQueryRemovedEverything() {
        try (var index = TestIndex.of(folder, ad(1).score(80), ad(2))) {
            var found = index.search("plan -deliver score:>=50", wanted(Facet.LABEL, "technical"));
            assertThat(found.removedBy())
                    .extracting(removed -> removed.words() + " " + removed.without() + " " + removed.rest())
                    .containsExactly(
                            "plan 0 -deliver score:>=50",
                            "not deliver 1 plan score:>=50",
                            "score at least 50 0 plan -deliver",
                            "technical PMs 0 plan -deliver score:>=50");
        }
    }

    @ParameterizedTest
    @EnumSource(Criteria.Sort.class)
    void pagesThroughEverythingOnce(Criteria.Sort sort) {
        var ads = IntStream.rangeClosed(1, 57)
                .mapToObj(i -> i % 3 == 0
                        ? ad(i).score(i % 5).seen(Duration.ofHours(i / 4))
                        : ad(i).pay(i % 7 * 1000 + 1, null, "EUR", Pay.Period.YEAR))
                .toArray(Ads[]::new);
        try (var index = TestIndex.of(folder, ads)) {
            var criteria = new Criteria("plan", List.of(), sort);
            var whole = index.search(criteria, 100, null).hits();
            var pages = new ArrayList<>(index.search(criteria, 10, null).hits());
            var next = index.search(criteria, 10, null).next();
            while (next != null) {
                var page = index.search(criteria, 10, next);
                pages.addAll(page.hits());
                next = page.next();
            }
            assertThat(pages).isEqualTo(whole).hasSize(57);
        }
    }

    @Test
    void refusesACursorOfAnotherSearch() {
        try (var index = TestIndex.of(folder, ad(1), ad(2))) {
            var next = index.search(Criteria.ALL, 1, null).next();
            var other = new Criteria("plan", List.of(), Criteria.Sort.NEWEST);
            assertThatThrownBy(() -> index.search(other, 1, next)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> index.search(other, 1, "!!")).hasMessageContaining("cursor");
        }
    }

    @Test
    void showsWhereTheBodyWasFound() {
        try (var index =
                TestIndex.of(folder, ad(1).text("First a plan. ".repeat(30) + "Then you migrated <b>servers</b>."))) {
            var hits = index.search("\"then you\" migrate serv*").hits();
            assertThat(hits.getFirst().snippets())
                    .singleElement()
                    .asString()
                    .startsWith("…")
                    .endsWith("\uE000Then you\uE001 \uE000migrated\uE001 <b>\uE000servers\uE001</b>.");
        }
    }

    @Test
    void ranksTitlesFirstAndFreshOnesBeforeOldOnes() {
        try (var index = TestIndex.of(
                folder,
                ad(1).text("Cloud. " + "Other words. ".repeat(20)),
                ad(2).title("Cloud Project Manager").seen(Duration.ofDays(40)),
                ad(3).title("Cloud Project Manager").seen(Duration.ofDays(1)))) {
            assertThat(index.ranked("cloud", Criteria.Sort.RELEVANCE)).containsExactly(3L, 2L, 1L);
        }
    }

    @Test
    void takesTheLongestQueries() {
        Synonyms names =
                words -> IntStream.range(0, 40).mapToObj(i -> words + i).toList();
        try (var index = new TestIndex(folder, names, List.of(ad(1).posting()))) {
            for (var joint : List.of(" ", " OR ", " -", "* ", " \""))
                assertThat(index.search("word" + (joint + "wörter").repeat(400)).total())
                        .isZero();
            assertThat(index.search("(".repeat(50) + "plan").total()).isEqualTo(1);
        }
    }

    @Test
    void leavesOutWhatClosed() {
        try (var index = TestIndex.of(folder, ad(1), ad(2))) {
            index.index.put(List.of(ad(1).closed().posting()));
            index.index.refresh();
            assertThat(index.ids("")).containsExactly(2L);
        }
    }

    @Test
    void goesOnToTheNextPageWhenAPostingWasHiddenInBetween() {
        try (var index = new TestIndex(
                folder,
                Synonyms.NONE,
                IntStream.rangeClosed(1, 5).mapToObj(id -> ad(id).posting()).toList())) {
            var everything = Criteria.ALL;
            var first = index.search(everything, 2, null);
            var hidden = Set.of(first.hits().getFirst().id());
            var second = index.search(everything.without(hidden), 2, first.next());
            assertThat(second.total()).isEqualTo(4);
            assertThat(second.hits()).hasSize(2).doesNotContainAnyElementsOf(first.hits());
        }
    }
}
