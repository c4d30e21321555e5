package pmradar.search;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pmradar.posting.Posting;
import pmradar.posting.PostingId;

/// The postings that events told of, as far as the index does not hold them as they are.
final class ToldChanges {

    private static final int MOST = 200_000;
    private static final int MOST_RECENT = 20_000;

    private final Set<PostingId> told = new LinkedHashSet<>();
    private final Map<PostingId, Long> recent = new LinkedHashMap<>();

    /// @return whether there was room for it; else everything must be compared
    synchronized boolean add(PostingId id) {
        return told.size() < MOST && (told.add(id) || told.contains(id));
    }

    synchronized Set<PostingId> taken() {
        var ids = new LinkedHashSet<>(told);
        told.clear();
        return ids;
    }

    /// Remembers what was put, so that an event that comes behind it costs nothing.
    synchronized void put(List<Posting> postings) {
        for (var posting : postings) recent.put(posting.id(), posting.version());
        var eldest = recent.keySet().iterator();
        for (int excess = recent.size() - MOST_RECENT; excess > 0; excess--) {
            eldest.next();
            eldest.remove();
        }
    }

    synchronized boolean known(Posting posting) {
        var version = recent.get(posting.id());
        return version != null && version == posting.version();
    }

    synchronized void forget() {
        recent.clear();
    }
}
