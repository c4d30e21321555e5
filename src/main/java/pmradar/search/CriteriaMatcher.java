package pmradar.search;

import java.util.List;
import java.util.Map;
import pmradar.posting.Posting;

/// Finds criteria for a posting: search the other way round, with the very same meaning. Criteria find a posting
/// exactly when they meet it here.
public interface CriteriaMatcher {

    /// Files criteria under a number; what was filed under it before is replaced.
    void put(long id, Criteria criteria);

    /// Whether all criteria have to be put here again: they may mean something else than before, as when names of one
    /// thing are added, or much is kept of what nobody asks for any more.
    boolean stale();

    /// Files these criteria instead of all that were filed before, at once.
    void replaceAll(Map<Long, Criteria> all);

    /// Forgets the criteria filed under this number.
    void remove(long id);

    /// The numbers of all criteria that find the posting, each once; none for a closed one.
    List<Long> findersOf(Posting posting);

    /// In words, which parts of the criteria the posting meets; of alternatives those that hold. Empty when it does not
    /// meet them.
    List<String> reasons(Criteria criteria, Posting posting);
}
