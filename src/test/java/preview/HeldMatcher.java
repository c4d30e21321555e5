package preview;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pmradar.posting.Posting;
import pmradar.search.Criteria;
import pmradar.search.CriteriaMatcher;

/// Finds criteria by trying all of them.
public class HeldMatcher implements CriteriaMatcher {

    private final HeldSearch search;
    private final Map<Long, Criteria> filed = new HashMap<>();

    HeldMatcher(HeldSearch search) {
        this.search = search;
    }

    @Override
    public synchronized void put(long id, Criteria criteria) {
        filed.put(id, criteria);
    }

    @Override
    public boolean stale() {
        return false;
    }

    @Override
    public synchronized void replaceAll(Map<Long, Criteria> all) {
        filed.clear();
        filed.putAll(all);
    }

    @Override
    public synchronized void remove(long id) {
        filed.remove(id);
    }

    @Override
    public synchronized List<Long> findersOf(Posting posting) {
        return filed.entrySet().stream()
                .filter(entry -> search.finds(entry.getValue(), posting))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public List<String> reasons(Criteria criteria, Posting posting) {
        return search.finds(criteria, posting) ? List.of("must contain " + criteria.query()) : List.of();
    }
}
