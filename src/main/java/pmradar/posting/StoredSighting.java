package pmradar.posting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/// A posting seen in a feed, as stored.
@Entity
@Table(name = "posting_sighting")
@DynamicUpdate
class StoredSighting {
    private static final int UNWATCHED = -1;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "posting_sighting_seq")
    @SequenceGenerator(name = "posting_sighting_seq", sequenceName = "posting_sighting_seq", allocationSize = 100)
    private Long id;

    @Column
    private long postingId;

    @Column
    private String feedId;

    @Column
    private String externalId;

    @Column
    private @Nullable String url;

    @Column
    private @Nullable String places;

    @Column
    private boolean leads;

    @Column
    private String contentHash;

    @Column
    private String why;

    @Column
    private Instant firstSeen;

    @Column
    private Instant lastSeen;

    @Column
    private int missed;

    @Column
    private @Nullable Instant until;

    /// For Hibernate.
    protected StoredSighting() {}

    /// @param why how it was known to be this posting
    StoredSighting(
            long postingId, String feedId, Draft draft, String contentHash, boolean leads, String why, Instant now) {
        this.leads = leads;
        this.postingId = postingId;
        this.feedId = feedId;
        this.externalId = draft.externalId();
        this.url = draft.url();
        this.places = Notation.places(draft.places());
        this.contentHash = contentHash;
        this.why = why;
        this.firstSeen = now;
        this.lastSeen = now;
    }

    long id() {
        return id;
    }

    long postingId() {
        return postingId;
    }

    String feedId() {
        return feedId;
    }

    String externalId() {
        return externalId;
    }

    Instant firstSeen() {
        return firstSeen;
    }

    /// @param ofPosting the column of a posting all of whose sightings are older than places of their own
    List<Place> places(String ofPosting) {
        return Notation.places(places == null ? ofPosting : places);
    }

    String why() {
        return why;
    }

    boolean live() {
        return until == null;
    }

    /// Whether the feed did not show it for at least so long. Of a feed that was not read, nobody knows.
    boolean goneFor(Duration atLeast, Instant now) {
        return until != null && missed != UNWATCHED && !lastSeen.plus(atLeast).isAfter(now);
    }

    /// It ended because nobody reads its feed any more.
    void unwatched() {
        missed = UNWATCHED;
    }

    /// Whether it was there in more than one reading.
    boolean stayed() {
        return lastSeen.isAfter(firstSeen);
    }

    /// Belongs to another posting from now on.
    void move(long posting, boolean leading, String because) {
        postingId = posting;
        leads = leading;
        why = because;
    }

    void follow() {
        leads = false;
    }

    void seenAgain(Draft draft, String hash, Instant now) {
        url = draft.url();
        places = Notation.places(draft.places());
        contentHash = hash;
        lastSeen = now;
        missed = 0;
        until = null;
    }

    Instant lastSeen() {
        return lastSeen;
    }

    /// Takes over what an earlier answer says, read by today's code; it is not seen anew by that.
    void mend(Draft draft, String hash) {
        url = draft.url();
        places = Notation.places(draft.places());
        contentHash = hash;
    }

    /// Is there, but no longer says what the posting was made of: whatever it says next counts as a change.
    void turnedOffTopic(Instant now) {
        contentHash = "";
        lastSeen = now;
        missed = 0;
    }

    /// Whether the posting carries the words of this sighting.
    boolean leads() {
        return leads;
    }

    void lead() {
        leads = true;
    }

    void end(Instant now) {
        until = now;
    }

    /// Follows a leader that ended: the next look at it counts as a change, so that the posting takes over its words.
    void succeed() {
        leads = true;
        contentHash = "";
    }

    Sighting snapshot() {
        return new Sighting(feedId, externalId, url, firstSeen, lastSeen, until);
    }
}
