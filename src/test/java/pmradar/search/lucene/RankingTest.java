package pmradar.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pmradar.search.Criteria;
import pmradar.search.QueryText;

/// Judged queries over the postings of [JudgedPool]. No change of ranking without looking at the figures that this
/// prints: `mvn test -Dtest=RankingTest`.
class RankingTest {

    private static final double FLOOR = 0.75;

    @TempDir
    Path folder;

    /// @param ours as postings are ranked @param plain by BM25 alone, without weight of titles and freshness
    private record Measured(String query, double ours, double plain) {}

    @Test
    void putsTheBestFirst() {
        var pool = JudgedPool.made();
        var measured = new ArrayList<Measured>();
        try (var index =
                TestIndex.of(folder, pool.stream().map(JudgedPool.Made::ad).toArray(Ads[]::new))) {
            for (var query : JudgedPool.queries()) {
                var grades =
                        pool.stream().map(made -> JudgedPool.grade(query, made)).toList();
                var ours = index.ranked(query.text(), Criteria.Sort.RELEVANCE);
                measured.add(new Measured(query.text(), ndcg(ours, grades), ndcg(plain(index, query.text()), grades)));
            }
        }
        measured.sort(Comparator.comparingDouble(Measured::ours));
        System.out.println("nDCG@10  by BM25 alone");
        for (var one : measured) System.out.printf("%.3f    %.3f  %s%n", one.ours(), one.plain(), one.query());
        double ours = mean(measured.stream().map(Measured::ours).toList());
        double plain = mean(measured.stream().map(Measured::plain).toList());
        System.out.printf(
                "%.3f    %.3f  in the mean of %d queries over %d postings%n",
                ours, plain, measured.size(), pool.size());
        assertThat(measured).hasSizeGreaterThanOrEqualTo(60);
        assertThat(ours).isGreaterThan(FLOOR).isGreaterThan(plain);
    }

    private static List<Long> plain(TestIndex index, String query) {
        return index.index.look(view -> {
            var words = LuceneQueries.at(Ads.NOW).of(QueryText.read(query).clause());
            var id = Ranking.order(Criteria.Sort.NEWEST).getSort()[1];
            var found = view.search(words, 10, new Sort(SortField.FIELD_SCORE, id)).scoreDocs;
            return Arrays.stream(found)
                    .map(doc -> (Long) ((org.apache.lucene.search.FieldDoc) doc).fields[1])
                    .collect(Collectors.toList());
        });
    }

    /// Järvelin and Kekäläinen (2002), with the gain 2^grade - 1, of the first ten.
    private static double ndcg(List<Long> found, List<Integer> grades) {
        var ideal = new ArrayList<>(grades);
        ideal.sort(Collections.reverseOrder());
        return dcg(found.stream().map(id -> grades.get((int) (id - 1))).toList()) / dcg(ideal);
    }

    private static double dcg(List<Integer> grades) {
        double sum = 0;
        for (int i = 0; i < Math.min(10, grades.size()); i++)
            sum += (Math.pow(2, grades.get(i)) - 1) / (Math.log(i + 2) / Math.log(2));
        return sum;
    }

    private static double mean(List<Double> figures) {
        return figures.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    /// Seen first long ago and posted again of late is not fresh: only the first sight counts.
    @Test
    void doesNotTakeWhatIsPostedAgainForFresh() {
        try (var index = TestIndex.of(
                folder,
                Ads.ad(1)
                        .title("Cloud Project Manager")
                        .seen(Duration.ofDays(90))
                        .feed("again", true),
                Ads.ad(2).title("Cloud Project Manager").seen(Duration.ofDays(3)))) {
            assertThat(index.ranked("cloud", Criteria.Sort.RELEVANCE)).containsExactly(2L, 1L);
            assertThat(index.ids("posted:<7d")).containsExactly(2L);
        }
    }
}
