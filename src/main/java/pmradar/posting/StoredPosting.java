package pmradar.posting;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import pmradar.classify.Classification;
import pmradar.classify.Label;

/// The posting as an aggregate: content, judgement, identity and life. It changes only while its writer holds the lock
/// of [Versions].
@Entity
@Table(name = "posting")
@DynamicUpdate
class StoredPosting {
    private static final int LONGEST_WHY = 300;
    private static final int LONGEST_DATE = 100;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "posting_seq")
    @SequenceGenerator(name = "posting_seq", sequenceName = "posting_seq", allocationSize = 100)
    private Long id;

    @Column
    private long version;

    @Embedded
    private Content content;

    @Embedded
    private Judgement judgement;

    @Column
    private @Nullable Long urlKey;

    @Column
    private @Nullable Long sameKey;

    @Column
    private long fingerprint;

    @Column
    private @Nullable String refused;

    @Column
    private Instant firstSeen;

    @Column
    private @Nullable Instant claimedPosted;

    @Column
    private @Nullable String claimedAs;

    @Column
    private @Nullable Instant closesAt;

    @Column
    private @Nullable Instant changed;

    @Column
    private @Nullable Instant closed;

    @Column
    private @Nullable String closedWhy;

    @Column
    private boolean sample;

    @Column
    private @Nullable Long blockedBy;

    @ElementCollection
    @CollectionTable(name = "posting_evidence", joinColumns = @JoinColumn(name = "posting_id"))
    @OrderColumn(name = "position")
    @BatchSize(size = 200)
    @Column
    private List<Unit> units = new ArrayList<>();

    /// For Hibernate.
    protected StoredPosting() {}

    StoredPosting(Draft draft, Classification found, Identity identity, Instant now) {
        firstSeen = now;
        sample = draft.sample();
        take(draft, identity);
        judge(found);
    }

    long id() {
        return id;
    }

    String body() {
        return content.body();
    }

    @Nullable
    Instant closed() {
        return closed;
    }

    /// Takes over what the leading sighting says now.
    void change(Draft draft, Classification found, Identity identity, Instant now) {
        take(draft, identity);
        judge(found);
        changed = now;
    }

    private void take(Draft draft, Identity identity) {
        content = Content.of(draft);
        urlKey = identity.urlKey();
        sameKey = identity.sameKey();
        fingerprint = identity.fingerprint();
        claimedPosted = draft.postedAt();
        claimedAs = Notation.cut(draft.postedAs(), LONGEST_DATE);
        closesAt = draft.closesAt();
    }

    /// Notes a judgement and that the posting is on topic by it.
    void judge(Classification found) {
        judgement = Judgement.of(found);
        var fresh = found.evidence().stream().map(Unit::of).toList();
        if (!fresh.equals(units)) {
            units.clear();
            units.addAll(fresh);
        }
    }

    /// Takes the posting out of the open ones because of what it is, not because it is gone.
    void refuse(String why, Instant now) {
        refused = Notation.cut(why, LONGEST_WHY);
        close(why, now);
    }

    boolean refused() {
        return refused != null;
    }

    /// Withdraws a refusal; what is gone or overdue stays closed.
    ///
    /// @param seen whether a feed still shows it
    /// @return whether there was a refusal
    boolean accept(boolean seen, Instant now) {
        if (refused == null) return false;
        refused = null;
        if (seen) reopen(now);
        else closedWhy = "gone from all feeds";
        return true;
    }

    /// @param rule of the block list that hides it; null if none does
    void block(@Nullable Long rule) {
        blockedBy = rule;
    }

    Label label() {
        return Label.valueOf(judgement.label());
    }

    void judgedBy(String rulesVersion) {
        judgement = judgement.withRules(rulesVersion);
    }

    void close(String why, Instant now) {
        if (closed != null) return;
        closed = now;
        closedWhy = Notation.cut(why, LONGEST_WHY);
    }

    /// @return whether it was closed and is open now
    boolean reopen(Instant now) {
        var overdue = closesAt != null && !closesAt.isAfter(now);
        if (closed == null || refused != null || overdue) return false;
        closed = null;
        closedWhy = null;
        return true;
    }

    void closeIfOverdue(Instant now) {
        if (closesAt != null && !closesAt.isAfter(now)) close("its closing date has passed", now);
    }

    /// Every change carries a new number.
    void number(long next) {
        version = next;
    }

    Classification classification() {
        return judgement.with(
                units.stream().map(unit -> unit.in(content.body())).toList());
    }

    Posting snapshot(List<Sighting> sightings, List<Correction> corrections) {
        return new Posting(
                new PostingId(id),
                content.title(),
                content.company(),
                Notation.places(content.places()),
                Remote.valueOf(content.remote()),
                Notation.words(content.eligible()),
                Set.copyOf(Notation.words(content.workFrom())),
                content.pay(),
                Notation.names(content.employment(), EmploymentType.class),
                content.seniority() == null ? null : Seniority.valueOf(content.seniority()),
                content.department(),
                content.requisition(),
                content.url(),
                content.applyUrl(),
                content.body(),
                content.html(),
                Notation.words(content.contradictions()),
                Corrected.classification(classification(), content.body(), corrections),
                life(sightings),
                sightings,
                sample,
                version,
                corrections,
                blockedBy);
    }

    private Posting.Life life(List<Sighting> sightings) {
        var lastSeen = sightings.stream()
                .map(Sighting::lastSeen)
                .max(Instant::compareTo)
                .orElse(firstSeen);
        return new Posting.Life(firstSeen, lastSeen, claimedPosted, claimedAs, closesAt, changed, closed, closedWhy);
    }
}
