package pmradar.feed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How feeds fare against their own history: what is wrong, since when, and where a board that moved may be.
public interface FeedHealth {

    /// Whether a reading names so much less than its feed used to that nothing may be concluded from what is missing.
    /// It is asked before the reading is noted.
    boolean doubts(Feed feed, Reading reading, Instant now);

    /// Notes a reading: its yield, its parts, the troubles that it shows or ends, and what its server asks for. May
    /// look
    /// at the employer's careers page when a board seems to have moved.
    void note(Feed feed, Reading reading, Instant now);

    /// All troubles that go on, of all feeds, the newest first.
    List<Trouble> troubles();

    /// Of one feed, those that are over included, the newest first.
    List<Trouble> troubles(String feedId);

    /// Notes that a person knows of a trouble.
    ///
    /// @return whether there is such a trouble of that feed
    boolean acknowledge(String feedId, long trouble, String by, Instant now);

    /// Takes that back.
    boolean unacknowledge(String feedId, long trouble);

    /// What the feed brought, newest first.
    List<YieldRun> history(String feedId, int limit);

    FeedTerms terms(String feedId);

    /// Where the board may be now; those that were declined are left out.
    List<Proposal> proposals(String feedId);

    /// What came of the last look at the employer's careers page, in a sentence.
    Optional<Look> lastLook(String feedId);

    record Look(Instant at, String outcome) {}

    /// Reads the feed where the proposal says from now on, under the same id.
    ///
    /// @return whether there is such a proposal of that feed
    boolean accept(String feedId, long proposal, String by, Instant now);

    boolean decline(String feedId, long proposal, Instant now);

    Optional<FeedMove> move(String feedId);

    /// Reads the feed again where it was declared.
    boolean takeBack(String feedId);
}
