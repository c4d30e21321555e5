package pmradar.posting;

import java.util.Collection;
import java.util.List;

/// Reads what is counted of postings: a million of them, without a million texts.
public interface Outlines {

    /// Postings changed after `version`, lowest version first, closed ones included.
    List<Outline> changedAfter(long version, int limit);

    /// Those of `ids` that there are no more.
    List<PostingId> gone(Collection<PostingId> ids);
}
