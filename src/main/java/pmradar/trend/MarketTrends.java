package pmradar.trend;

import java.time.Instant;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pmradar.search.Criteria;
import pmradar.search.PostingSelection;

/// Answers questions from what was counted, and keeps the last answers.
@Component
class MarketTrends implements Trends {

    private static final int MOST_KEPT = 16;
    private static final int MOST_NAMED = 1000;

    private record Asked(Question question, long version, Instant counted) {}

    private final Counting counting;
    private final PostingSelection selection;
    private final Map<Asked, Answer> kept = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Answer> eldest) {
            return size() > MOST_KEPT;
        }
    });

    MarketTrends(Counting counting, PostingSelection selection) {
        this.counting = counting;
        this.selection = selection;
    }

    @Override
    public TrendReport report(Question question) {
        return answer(question).report();
    }

    @Override
    public void count() {
        counting.count();
    }

    @Override
    public Progress progress() {
        return counting.progress();
    }

    @Override
    public Behind behind(Question question, String figure, String row, int column, int most) {
        if (most < 1 || most > MOST_NAMED) throw new IllegalArgumentException("At most 1 to 1,000 postings are named.");
        return answer(question).behind(figure, row, column, most);
    }

    private Answer answer(Question question) {
        var ledger = counting.ledger();
        var asked = new Asked(question, ledger.version(), ledger.counted());
        var known = kept.get(asked);
        if (known != null) return known;
        forget(asked);
        var answer = new Answer(Scope.of(question, ledger, selected(question.criteria()), against(question)));
        kept.put(asked, answer);
        return answer;
    }

    /// Answers to what was counted before hold all of it.
    private void forget(Asked now) {
        kept.keySet()
                .removeIf(
                        one -> one.version() != now.version() || !one.counted().equals(now.counted()));
    }

    private @Nullable BitSet against(Question question) {
        return question.against() == null ? null : selected(question.against());
    }

    /// @return null for all
    private @Nullable BitSet selected(Criteria criteria) {
        boolean all = criteria.query().isBlank()
                && criteria.conditions().isEmpty()
                && criteria.without().isEmpty();
        if (all) return null;
        var ids = new BitSet();
        for (long id : selection.select(criteria)) ids.set(Math.toIntExact(id));
        return ids;
    }
}
