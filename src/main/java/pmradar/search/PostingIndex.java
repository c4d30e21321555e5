package pmradar.search;

import java.util.Collection;
import java.util.List;
import org.springframework.modulith.NamedInterface;
import pmradar.posting.Posting;
import pmradar.posting.PostingId;

/// What keeps postings ready to be found: the open ones for searches, the others, apart from them, for those who count.
/// Derived from the store: it may be lost and made again.
@NamedInterface("engine")
public interface PostingIndex {

    /// Puts them in place of what was known of them; a closed one leaves the open ones.
    void put(Collection<Posting> postings);

    /// Removes what the store does not know any more.
    void remove(Collection<PostingId> ids);

    /// The ids of open ones in it, lowest first, from behind `after`.
    List<PostingId> ids(PostingId after, int limit);

    /// How many open ones are in it.
    long size();

    /// Shows to searches what was put.
    void refresh();

    /// Makes what was put durable, and notes that every change up to this version of the store is in.
    ///
    /// @param generation in which all of that was put
    /// @throws IllegalStateException when another has begun since, which lacks some of it
    void commit(long version, long generation);

    /// The version noted last; 0 for a new index.
    long version();

    /// Grows whenever the index goes back to its last commit, or to nothing.
    long generation();

    /// Starts anew with nothing in it.
    void clear();

    /// Whether all that is stored reads as it was written. Reads everything.
    boolean sound();
}
