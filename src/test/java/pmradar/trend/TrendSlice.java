package pmradar.trend;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import pmradar.classify.CurrentTaxonomy;
import pmradar.classify.Taxonomy;
import pmradar.search.PostingSelection;

/// The room for tests of what fills the store: it counts the whole market only. No stereotype, so that no other test's
/// scan finds it.
@Import({Counting.class, LedgerTable.class, MarketTrends.class})
public class TrendSlice {

    @Bean
    CurrentTaxonomy taxonomy() {
        return Taxonomy::builtIn;
    }

    @Bean
    PostingSelection selection() {
        return criteria -> {
            throw new UnsupportedOperationException("counts the whole market only");
        };
    }
}
