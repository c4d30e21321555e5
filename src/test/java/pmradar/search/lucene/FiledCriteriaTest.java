package pmradar.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import pmradar.StandingClock;
import pmradar.posting.Remote;
import pmradar.search.Criteria;
import pmradar.search.Criteria.Condition;
import pmradar.search.Facet;
import pmradar.search.Synonyms;

/// Criteria find a posting exactly when they are found for it.
class FiledCriteriaTest {

    private static final List<Ads> ADS = List.of(
            Ads.ad(1)
                    .title("Project Manager, Cloud")
                    .text("Plan migrations with Kubernetes and Go teams.")
                    .requires("Kubernetes")
                    .score(40)
                    .remote(Remote.REMOTE)
                    .company("Nordlicht GmbH"),
            Ads.ad(2)
                    .title("Projektleiter Bau")
                    .text("Termine und Kosten im Griff, Straßenbau.")
                    .language("de")
                    .place("Berlin", "Berlin", "DE")
                    .score(0)
                    .seen(Duration.ofDays(9)),
            Ads.ad(3)
                    .title("Programme manager")
                    .text("Lead C++ and .NET programmes, SQL a plus.")
                    .prefers("SQL")
                    .years(8)
                    .score(30)
                    .feed("acme", true),
            Ads.ad(4)
                    .title("Scrum Master")
                    .text("Naïve café culture; agile coaching.")
                    .score(2)
                    .pay(90, 120, "EUR", pmradar.posting.Pay.Period.YEAR)
                    .certificate("PMP"),
            Ads.ad(5).title("Closed role").text("Kubernetes").closed());

    private static final List<Criteria> CRITERIA = List.of(
            criteria(""),
            criteria("kubernetes"),
            criteria("migration"),
            criteria("\"plan migrations\""),
            criteria("migrat*"),
            criteria("k*"),
            criteria("title:project*"),
            criteria("strassenbau OR cafe"),
            criteria("c++ -kubernetes"),
            criteria("-kubernetes"),
            criteria("NOT (kubernetes OR sql)"),
            criteria("requires:kubernetes score:>=30"),
            criteria("skill:sql"),
            criteria("score:>=25"),
            criteria("posted:<7d"),
            criteria("kubernetes posted:<7d"),
            criteria("place:berlin"),
            criteria("company:nordlicht"),
            criteria("years:>=5"),
            criteria("pay:>=100EUR"),
            criteria("cert:pmp"),
            criteria("label:technical"),
            criteria("nonsense:( \"unfinished"),
            criteria("(kubernetes AND cloud) OR (cafe AND -sql)"),
            criteria("(kubernetes score:>=50) OR (\"project manager\" -sql)"),
            criteria("NOT (kubernetes AND migration)"),
            criteria("NOT (kubernetes OR (sql AND -go))"),
            criteria("posted:>7d OR sql"),
            criteria("-posted:<7d"),
            criteria("(k* OR strassen*) -berlin"),
            criteria("\"kubernetes and go\""),
            criteria("pay:>=100EUR OR years:<=8"),
            criteria("(remote:remote OR remote:unclear) manager", unwanted(Facet.LABEL, "general")),
            criteria("", wanted(Facet.AGE, "older")),
            criteria("", unwanted(Facet.AGE, "7d")),
            criteria("the"),
            criteria("", wanted(Facet.LABEL, "general")),
            criteria("", wanted(Facet.COUNTRY, "DE"), wanted(Facet.COUNTRY, "FR")),
            criteria("", unwanted(Facet.COUNTRY, "DE")),
            criteria("manager", unwanted(Facet.REMOTE, "remote")),
            criteria("", wanted(Facet.AGE, "7d")),
            criteria("(kubernetes OR score:>=30) manager", wanted(Facet.FEED, "acme")));

    @TempDir
    Path folder;

    @Test
    void criteriaFindAPostingExactlyWhenTheyAreFoundForIt() {
        try (var index = TestIndex.of(folder, ADS.toArray(Ads[]::new))) {
            var matcher = matcher(index);
            for (int i = 0; i < CRITERIA.size(); i++) matcher.put(i, CRITERIA.get(i));
            for (var ad : ADS) {
                var posting = ad.posting();
                assertThat(matcher.findersOf(posting))
                        .as("posting %s", posting.id())
                        .containsExactlyInAnyOrderElementsOf(
                                findersBySearch(index, posting.id().value()));
            }
        }
    }

    private static Set<Long> findersBySearch(TestIndex index, long posting) {
        return java.util.stream.LongStream.range(0, CRITERIA.size())
                .filter(i -> index.search(CRITERIA.get((int) i), 100, null).hits().stream()
                        .anyMatch(hit -> hit.id().value() == posting))
                .boxed()
                .collect(Collectors.toSet());
    }

    @Test
    void forgetsWhatIsRemovedAndTakesTheLaterOfTwo() {
        try (var index = TestIndex.of(folder)) {
            var matcher = matcher(index);
            matcher.put(7, criteria("kubernetes"));
            matcher.put(8, criteria("kubernetes"));
            matcher.put(8, criteria("plumbing"));
            matcher.put(9, criteria("-plumbing"));
            assertThat(matcher.findersOf(ADS.getFirst().posting())).containsExactlyInAnyOrder(7L, 9L);
            matcher.remove(7);
            matcher.remove(9);
            assertThat(matcher.findersOf(ADS.getFirst().posting())).isEmpty();
        }
    }

    @Test
    void keepsLittleOfWhatNobodyAsksForAnyMore() {
        try (var index = TestIndex.of(folder)) {
            var matcher = matcher(index);
            matcher.replaceAll(Map.of(7L, criteria("kubernetes"), 8L, criteria("plumbing")));
            for (int i = 0; i < 10_050 && !matcher.stale(); i++) matcher.put(9, criteria("word" + i));
            assertThat(matcher.stale()).isTrue();
            matcher.replaceAll(Map.of(7L, criteria("kubernetes"), 9L, criteria("migration")));
            assertThat(matcher.stale()).isFalse();
            assertThat(matcher.findersOf(ADS.getFirst().posting())).containsExactlyInAnyOrder(7L, 9L);
            matcher.put(9, criteria("plumbing"));
            assertThat(matcher.findersOf(ADS.getFirst().posting())).containsExactly(7L);
        }
    }

    @Test
    void countsAgesFromTheMomentOfMatching() {
        var clock = new StandingClock(Ads.NOW);
        try (var index = TestIndex.of(folder)) {
            var matcher = matcher(index, clock);
            matcher.put(1, criteria("posted:<7d"));
            matcher.put(2, criteria("posted:>7d"));
            matcher.put(3, criteria("cafe", wanted(Facet.AGE, "1d")));
            var fresh = Ads.ad(6).text("A cafe").seen(Duration.ofHours(1)).posting();
            assertThat(matcher.findersOf(fresh)).containsExactlyInAnyOrder(1L, 3L);
            clock.move(Duration.ofDays(2));
            assertThat(matcher.findersOf(fresh)).containsExactly(1L);
            clock.move(Duration.ofDays(30));
            assertThat(matcher.findersOf(fresh)).containsExactly(2L);
        }
    }

    @Test
    void saysWhichPartsHold() {
        try (var index = TestIndex.of(folder)) {
            var matcher = matcher(index);
            var asked = criteria("(plumbing OR kubernetes) score:>=30", wanted(Facet.REMOTE, "remote"));
            assertThat(matcher.reasons(asked, ADS.getFirst().posting()))
                    .hasSize(3)
                    .anyMatch(reason -> reason.contains("kubernetes") && !reason.contains("plumbing"));
            assertThat(matcher.reasons(asked, ADS.get(1).posting())).isEmpty();
        }
    }

    static FiledCriteria matcher(TestIndex index) {
        return matcher(index, new StandingClock(Ads.NOW));
    }

    private static FiledCriteria matcher(TestIndex index, Clock clock) {
        return new FiledCriteria(index.index, new StaticListableBeanFactory().getBeanProvider(Synonyms.class), clock);
    }

    private static Criteria criteria(String query, Condition... conditions) {
        return new Criteria(query, List.of(conditions), Criteria.Sort.NEWEST);
    }

    private static Condition wanted(Facet facet, String value) {
        return TestIndex.wanted(facet, value);
    }

    private static Condition unwanted(Facet facet, String value) {
        return TestIndex.unwanted(facet, value);
    }
}
