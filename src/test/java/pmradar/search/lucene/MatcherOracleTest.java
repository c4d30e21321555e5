package pmradar.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.MultipassTermFilteredPresearcher;
import org.apache.lucene.monitor.QueryMatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import pmradar.posting.Posting;
import pmradar.search.Criteria;
import pmradar.search.Synonyms;

/// Saved searches, a search for each of them, and Lucene's own monitor find the same. `-Dpmradar.seed=…` looks at
/// others.
@Execution(ExecutionMode.CONCURRENT)
class MatcherOracleTest {
    private static final int POSTINGS = Integer.getInteger("pmradar.postings", 400);
    private static final int CRITERIA = 1_500;
    private static final long SEED = Long.getLong("pmradar.seed", 20261128);

    @TempDir
    Path folder;

    @Test
    void findsWhatSearchAndLucenesMonitorFind() throws IOException {
        var generated = new GeneratedSearches(SEED, POSTINGS);
        var postings = new ArrayList<Posting>();
        for (int id = 1; id <= POSTINGS; id++) postings.add(generated.posting(id));
        long found = 0;
        try (var index = new TestIndex(folder, Synonyms.NONE, postings);
                var monitor = new Monitor(new OpenIndex.Apart(), new MultipassTermFilteredPresearcher(2))) {
            var matcher = FiledCriteriaTest.matcher(index);
            var searched = new HashMap<Long, Set<Long>>();
            var queries = new ArrayList<MonitorQuery>();
            for (long id = 0; id < CRITERIA; id++) {
                var made = generated.criteria();
                var criteria = new Criteria(made.query(), made.conditions(), Criteria.Sort.NEWEST);
                matcher.put(id, criteria);
                queries.add(new MonitorQuery(Long.toString(id), matcher.query(criteria)));
                for (long posting : all(index, criteria))
                    searched.computeIfAbsent(posting, _ -> new HashSet<>()).add(id);
            }
            monitor.register(queries);
            for (var posting : postings) found += same(matcher, monitor, searched, posting);
        }
        System.out.printf("%,d criteria, %,d postings, %,d pairs; seed %d%n", CRITERIA, POSTINGS, found, SEED);
        assertThat(found).isGreaterThan(CRITERIA);
    }

    private static int same(FiledCriteria matcher, Monitor monitor, Map<Long, Set<Long>> searched, Posting posting)
            throws IOException {
        var each = matcher.findersOf(posting);
        var finders = new HashSet<>(each);
        assertThat(each).doesNotHaveDuplicates();
        assertThat(finders)
                .as("posting %s, seed %d", posting.id(), SEED)
                .isEqualTo(searched.getOrDefault(posting.id().value(), Set.of()));
        if (posting.open()) assertThat(finders).isEqualTo(monitored(monitor, posting));
        return finders.size();
    }

    private static Set<Long> monitored(Monitor monitor, Posting posting) throws IOException {
        var matches = monitor.match(PostingDocument.of(posting), QueryMatch.SIMPLE_MATCHER)
                .getMatches();
        return StreamSupport.stream(matches.spliterator(), false)
                .map(match -> Long.parseLong(match.getQueryId()))
                .collect(Collectors.toSet());
    }

    private static List<Long> all(TestIndex index, Criteria criteria) {
        var ids = new ArrayList<Long>();
        @Nullable String cursor = null;
        do {
            var page = index.search(criteria, 100, cursor);
            page.hits().forEach(hit -> ids.add(hit.id().value()));
            cursor = page.next();
        } while (cursor != null);
        return ids;
    }
}
