package pmradar.pursuit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pmradar.posting.Posting;
import pmradar.posting.PostingId;

/// What people do about postings. Every method concerns one account only; what belongs to another is not there.
public interface Pursuits {

    /// Postings that one person can have, and steps that each can have.
    int MOST = 10_000;

    int MOST_STEPS = 200;

    /// All that a person has, last changed first.
    List<Pursuit> all(long account);

    Optional<Pursuit> find(long account, long id);

    /// How a person stands to each of the postings; those not named have no standing.
    Map<PostingId, Standing> standings(long account, Collection<Posting> postings);

    /// What lists leave out.
    Set<PostingId> hidden(long account);

    /// Begins to pursue a posting, or finds what is known of it, and notes a step; saying the same twice counts once.
    /// A step brings a hidden posting back, a mere note does not.
    ///
    /// @throws IllegalArgumentException with a sentence for people, when there is no more room
    Pursuit note(long account, Posting posting, Step step);

    /// The same for what is there already, whether its posting is or not.
    void note(long account, long id, Step step);

    /// Leaves a posting out of lists.
    Pursuit hide(long account, Posting posting, Instant now);

    void hide(long account, long id, Instant now);

    /// Brings it back to lists.
    void show(long account, long id, Instant now);

    /// Gives a step another day or other words.
    void change(long account, long id, long step, LocalDate on, String note, Instant now);

    /// Takes a step back for good. What has no step left, is not hidden and waits for nothing is forgotten.
    void remove(long account, long id, long step, Instant now);

    /// Sets or with null clears what comes next.
    void next(long account, long id, @Nullable NextStep next, Instant now);

    /// Notes that a posting was opened.
    void seen(long account, Posting posting, Instant now);

    long countSeen(long account);

    void forgetSeen(long account);
}
