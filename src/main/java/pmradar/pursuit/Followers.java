package pmradar.pursuit;

import java.util.Collection;
import java.util.List;
import pmradar.posting.PostingId;

/// Who pursues which postings, across all people: for telling them, never for showing one what another does.
public interface Followers {

    /// Those whose id is greater, lowest first; what is not known here is left out.
    List<Pursuit> begunAfter(long id, int limit);

    List<Pursuit> of(Collection<PostingId> postings);
}
