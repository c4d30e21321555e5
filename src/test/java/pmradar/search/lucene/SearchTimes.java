package pmradar.search.lucene;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import pmradar.posting.Posting;
import pmradar.sample.BenchmarkPostings;
import pmradar.search.Criteria;
import pmradar.search.Facet;
import pmradar.search.Synonyms;

/// Times indexing and searching of generated postings. Arguments: how many, and the folder of the index, which is used
/// again when it is there. Before each search something changes, so that nothing is answered from memory.
final class SearchTimes {

    private static final int ROUNDS = 20;

    private SearchTimes() {}

    public static void main(String[] args) throws IOException {
        int count = Integer.parseInt(args[0]);
        var folder = Path.of(args[1]);
        boolean there = Files.exists(folder.resolve("index"));
        var index = new LuceneIndex(TestIndex.settings(folder));
        if (!there) fill(index, count);
        var clock = Clock.fixed(Ads.NOW, ZoneOffset.UTC);
        var search = new LuceneSearch(index, new StaticListableBeanFactory().getBeanProvider(Synonyms.class), clock);
        var one = new BenchmarkPostings(Ads.NOW).posting(0);
        for (var criteria : mix())
            time(search, criteria, () -> {
                index.put(List.of(one));
                index.refresh();
            });
        index.close();
    }

    private static void fill(LuceneIndex index, int count) {
        var postings = new BenchmarkPostings(Ads.NOW);
        long began = cpu();
        long writing = 0;
        for (int from = 0; from < count; from += 500) {
            var batch = new ArrayList<Posting>(500);
            for (int i = from; i < Math.min(count, from + 500); i++) batch.add(postings.posting(i));
            long put = cpu();
            index.put(batch);
            if (from % 20_000 == 0) index.refresh();
            writing += cpu() - put;
        }
        index.commit(count, index.generation());
        index.refresh();
        System.out.printf(
                "indexed %,d in %.1f s, of which %.1f s in the index: %,.0f a second%n",
                count, (cpu() - began) / 1e9, writing / 1e9, count / (writing / 1e9));
    }

    private static List<Criteria> mix() {
        var technical = new Criteria.Condition(Facet.LABEL, "technical", false);
        var germany = new Criteria.Condition(Facet.COUNTRY, "DE", false);
        var cloud = new Criteria.Condition(Facet.REQUIRES, "AWS", false);
        var mix = new ArrayList<Criteria>();
        for (var sort : List.of(Criteria.Sort.NEWEST, Criteria.Sort.RELEVANCE)) {
            mix.add(new Criteria("", List.of(), sort));
            mix.add(new Criteria("", List.of(technical), sort));
            mix.add(new Criteria("", List.of(technical, germany), sort));
            mix.add(new Criteria("", List.of(technical, germany, cloud), sort));
            mix.add(new Criteria("project", List.of(), sort));
            mix.add(new Criteria("cloud migration", List.of(), sort));
            mix.add(new Criteria("\"project manager\" sap", List.of(technical), sort));
            mix.add(new Criteria("(sap OR oracle) -construction years:<=5", List.of(germany), sort));
            mix.add(new Criteria("hospital budg*", List.of(), sort));
            mix.add(new Criteria("requires:kubernetes pay:>=90000USD", List.of(), sort));
        }
        return mix;
    }

    /// The processor's time of this thread: other programs on the machine do not count.
    static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void time(LuceneSearch search, Criteria criteria, Runnable change) {
        for (int i = 0; i < ROUNDS; i++) search.search(criteria, 30, null);
        var times = new long[ROUNDS];
        long total = 0;
        for (int i = 0; i < ROUNDS; i++) {
            change.run();
            long began = cpu();
            total = search.search(criteria, 30, null).total();
            times[i] = cpu() - began;
        }
        Arrays.sort(times);
        System.out.printf(
                "%8.2f ms median %8.2f ms worst %,9d found  %s %s %s%n",
                times[ROUNDS / 2] / 1e6,
                times[ROUNDS - 1] / 1e6,
                total,
                criteria.sort(),
                criteria.query(),
                criteria.conditions().stream().map(Criteria.Condition::value).toList());
    }
}
