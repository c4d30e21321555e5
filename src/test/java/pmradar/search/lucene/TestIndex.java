package pmradar.search.lucene;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import pmradar.posting.Posting;
import pmradar.search.Criteria;
import pmradar.search.Facet;
import pmradar.search.PostingSearch;
import pmradar.search.PostingSelection;
import pmradar.search.Results;
import pmradar.search.SearchSettings;
import pmradar.search.Synonyms;

/// An index of given postings, to be searched.
final class TestIndex implements AutoCloseable {

    final LuceneIndex index;
    final PostingSearch search;
    final PostingSelection selection;

    TestIndex(Path folder, Synonyms synonyms, List<Posting> postings) {
        index = new LuceneIndex(settings(folder));
        var beans = new StaticListableBeanFactory();
        beans.addBean("synonyms", synonyms);
        var clock = Clock.fixed(Ads.NOW, ZoneOffset.UTC);
        search = new LuceneSearch(index, beans.getBeanProvider(Synonyms.class), clock);
        selection = new LuceneSelection(index, beans.getBeanProvider(Synonyms.class), clock);
        index.put(postings);
        index.refresh();
    }

    static TestIndex of(Path folder, Ads... ads) {
        return new TestIndex(
                folder, Synonyms.NONE, Stream.of(ads).map(Ads::posting).toList());
    }

    static SearchSettings settings(Path folder) {
        return new SearchSettings(folder.resolve("index"), Duration.ofSeconds(5), Duration.ofSeconds(30));
    }

    Results search(String query, Criteria.Condition... conditions) {
        return search(new Criteria(query, List.of(conditions), Criteria.Sort.NEWEST), 100, null);
    }

    Results search(Criteria criteria, int size, @Nullable String cursor) {
        return search.search(criteria, size, cursor);
    }

    /// The ids found, lowest first.
    List<Long> ids(String query, Criteria.Condition... conditions) {
        return search(query, conditions).hits().stream()
                .map(hit -> hit.id().value())
                .sorted()
                .toList();
    }

    /// The ids found, best first.
    List<Long> ranked(String query, Criteria.Sort sort) {
        var ids = new ArrayList<Long>();
        for (var hit : search(new Criteria(query, List.of(), sort), 100, null).hits())
            ids.add(hit.id().value());
        return ids;
    }

    static Criteria.Condition wanted(Facet facet, String value) {
        return new Criteria.Condition(facet, value, false);
    }

    static Criteria.Condition unwanted(Facet facet, String value) {
        return new Criteria.Condition(facet, value, true);
    }

    @Override
    public void close() {
        index.close();
    }
}
