package pmradar.posting;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pmradar.classify.Classification;
import pmradar.classify.Verdict;

/// The store of all postings.
public interface Postings {

    /// Finds or makes the posting, notes the sighting, and tells the house of what is new. Joins the caller's
    /// transaction: one page of a feed is one.
    Recorded record(String feedId, Draft draft, Classification classification, Instant now);

    /// The same for many drafts of one feed at once, which costs far less: one commit per page is the unit of work.
    ///
    /// @return what became of each draft, in the order of `page`
    List<Recorded> recordAll(String feedId, List<Judged> page, Instant now);

    /// Takes over what an earlier answer of a feed says when it is read again by today's code. Content is mended;
    /// nothing counts as seen anew, is opened, or is closed. A listing that is not known yet is recorded as seen at
    /// `seen`.
    ///
    /// @param seen when the answer came
    /// @param upTo sightings seen later than this have newer words and are left alone
    /// @return what became of each draft, in the order of `page`
    List<Recorded> mendAll(String feedId, List<Judged> page, Instant seen, Instant upTo);

    /// Notes of drafts that are stored word for word, and were judged by `rulesVersion`, that they are still there, so
    /// that nobody judges them again.
    ///
    /// @return their external ids
    Set<String> stillSame(String feedId, List<Draft> page, String rulesVersion, Instant now);

    /// Notes that a feed said that nothing changed: whatever it showed since `since` is still there.
    void stillThere(String feedId, Instant since, Instant now);

    /// Ends what a reading of a feed did not see. After a complete reading, a sighting missed by two complete readings
    /// in a row ends; a posting without sightings closes.
    ///
    /// @param started when the reading began: what was seen since is there
    void readingEnded(String feedId, boolean complete, Instant started, Instant now);

    /// Ends all that a feed showed, because it is not read any more. A posting that no other feed shows leaves the open
    /// ones as one that nobody saw close; when the feed is read again, that is no relisting.
    void feedRemoved(String feedId, Instant now);

    /// Closes open postings whose own closing date is past.
    ///
    /// @return how many
    int closeOverdue(Instant now);

    /// Takes the shipped samples out of the store for good; [PostingEvent.PostingClosed] tells the house.
    ///
    /// @return how many
    int removeSamples();

    /// Postings judged by other rules than `rulesVersion`, by id, after `after`.
    List<Posting> judgedOtherwise(String rulesVersion, PostingId after, int limit);

    long countJudgedOtherwise(String rulesVersion);

    /// Replaces a posting's judgement; what is off topic now leaves the open ones and says why.
    ///
    /// @return whether its label, or its being on topic, is another than before
    boolean rejudge(PostingId id, Verdict verdict, Instant now);

    /// Notes that listings are still there but were judged off topic this time: what they were recorded as closes, and
    /// says why. Those that are not recorded are none of the store's business.
    ///
    /// @param listings by external id
    void turnedOffTopic(String feedId, Map<String, Verdict.OffTopic> listings, Instant now);

    Optional<Posting> find(PostingId id);

    /// In the order of `ids`; those that do not exist are left out.
    List<Posting> find(Collection<PostingId> ids);

    /// Postings changed after `version`, lowest version first, closed ones included.
    List<Posting> changedAfter(long version, int limit);

    /// The highest version in the store, 0 when empty.
    long lastVersion();

    long countOpen();

    /// What the posting's own page said.
    sealed interface PageCheck {

        /// The page still shows it.
        record StillOpen() implements PageCheck {}

        /// @param why in words, such as "its page is gone"
        record Gone(String why) implements PageCheck {}

        /// The page could not be read, or says neither.
        record Unknown(String why) implements PageCheck {}
    }

    /// Open postings that no feed vouches for by naming all that are open, that no feed has shown since
    /// `notCheckedSince`, and whose page was not looked at since then either; those that were never looked at
    /// first.
    List<Posting> unvouched(Instant notCheckedSince, int limit);

    /// Notes what a posting's own page said. What is gone closes at once and stays closed, even while a feed goes on
    /// showing it unchanged; what is still there does not become stale; what is unknown stays as it is.
    void checked(PostingId id, PageCheck outcome, Instant now);
}
