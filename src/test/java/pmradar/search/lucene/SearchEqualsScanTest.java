package pmradar.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import pmradar.posting.Posting;
import pmradar.search.Criteria;
import pmradar.search.Facet;
import pmradar.search.Results.FacetCount;
import pmradar.search.Synonyms;

/// Criteria find a posting exactly when they match it: the index and a plain scan give the same answers.
/// `-Dpmradar.postings=100000` looks at more of them, `-Dpmradar.seed=…` at others.
@Execution(ExecutionMode.CONCURRENT)
class SearchEqualsScanTest {

    private static final int POSTINGS = Integer.getInteger("pmradar.postings", 10_000);
    private static final int CRITERIA = 2_000;
    private static final long SEED = Long.getLong("pmradar.seed", 20261120);

    private final GeneratedSearches generated = new GeneratedSearches(SEED, POSTINGS);

    @TempDir
    Path folder;

    @Test
    void givesTheAnswersOfAPlainScan() {
        var postings = new ArrayList<Posting>();
        for (int id = 1; id <= POSTINGS; id++) postings.add(generated.posting(id));
        var scan = new PlainScan(postings, Ads.NOW);
        long found = 0;
        try (var index = new TestIndex(folder, Synonyms.NONE, List.of())) {
            for (int part = 0; part < 4; part++) {
                index.index.put(postings.subList(POSTINGS * part / 4, POSTINGS * (part + 1) / 4));
                index.index.refresh();
            }
            index.index.put(postings.subList(0, 40));
            index.index.refresh();
            for (int i = 0; i < CRITERIA; i++) found += same(index, scan, generated.criteria());
        }
        System.out.printf("%,d criteria over %,d postings, %,d found; seed %d%n", CRITERIA, POSTINGS, found, SEED);
        assertThat(found).isGreaterThan(CRITERIA);
    }

    /// Hidden postings are found by those who count as open ones are by those who search. By feed they are found by all
    /// that ever showed them, so that feeds are left out here.
    @Test
    void namesHiddenPostingsWithTheSameMeaning() {
        var postings = new ArrayList<Posting>();
        for (int id = 1; id <= 2_000; id++) postings.add(generated.posting(id));
        var hidden = postings.stream()
                .map(posting -> posting.id().value() % 2 == 0 ? hidden(posting) : posting)
                .toList();
        long found = 0;
        try (var shown = new TestIndex(folder.resolve("shown"), Synonyms.NONE, postings);
                var half = new TestIndex(folder.resolve("half"), Synonyms.NONE, hidden)) {
            for (int i = 0; i < 500; i++) {
                var criteria = generated.criteria();
                if (criteria.toString().toLowerCase(Locale.ROOT).contains("feed")) continue;
                var all = shown.selection.select(criteria);
                var open = Arrays.stream(all)
                        .filter(id -> postings.get((int) id - 1).open())
                        .count();
                assertThat(open)
                        .as(criteria.toString())
                        .isEqualTo(shown.search(criteria, 0, null).total());
                assertThat(half.selection.select(criteria))
                        .as(criteria.toString())
                        .isEqualTo(all);
                found += all.length;
            }
        }
        assertThat(found).isGreaterThan(500);
    }

    private static Posting hidden(Posting posting) {
        return new Posting(
                posting.id(),
                posting.title(),
                posting.company(),
                posting.places(),
                posting.remote(),
                posting.eligible(),
                posting.workFrom(),
                posting.pay(),
                posting.employment(),
                posting.seniority(),
                posting.department(),
                posting.requisition(),
                posting.url(),
                posting.applyUrl(),
                posting.text(),
                posting.html(),
                posting.contradictions(),
                posting.classification(),
                posting.life(),
                posting.sightings(),
                posting.sample(),
                posting.version(),
                posting.corrections(),
                7L);
    }

    private static long same(TestIndex index, PlainScan scan, Criteria criteria) {
        var expected = scan.answer(criteria);
        var actual = index.search(criteria, 30, null);
        assertThat(actual.total()).as(criteria.toString()).isEqualTo(expected.total());
        assertThat(actual.hits().stream().map(hit -> hit.id().value()).toList())
                .as(criteria.toString())
                .isEqualTo(expected.newest());
        assertThat(sorted(actual.facets())).as(criteria.toString()).isEqualTo(expected.facets());
        return actual.total();
    }

    private static Map<Facet, List<FacetCount>> sorted(Map<Facet, List<FacetCount>> facets) {
        var sorted = new EnumMap<Facet, List<FacetCount>>(Facet.class);
        facets.forEach((facet, counts) -> sorted.put(
                facet,
                counts.stream().sorted(Comparator.comparing(FacetCount::value)).toList()));
        return sorted;
    }
}
