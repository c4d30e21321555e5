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
import java.util.Comparator;
import java.util.List;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import pmradar.classify.Classification;

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

    @Embedded
    private Keys keys;

    @Embedded
    private Kin kin = Kin.NONE;

    @Embedded
    private Course course = Course.NEW;

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

    /// What the leading sighting says, with the judgement of it.
    Judged judged(StoredSighting leading) {
        var draft = content.draft(leading.externalId(), leading.places(content.places()), dates(), sample);
        return new Judged(draft, classification());
    }

    private Content.Dates dates() {
        return new Content.Dates(claimedPosted, claimedAs, closesAt);
    }

    @Nullable
    Instant closed() {
        return closed;
    }

    /// Takes over what the leading sighting says now.
    void change(Draft draft, Classification found, Identity identity, Instant now) {
        if (!draft.text().equals(content.body())) course = course.textChanged(now);
        take(draft, identity);
        if (copies()) keys = keys.withoutBands();
        judge(found);
        changed = now;
    }

    /// The places that a sighting names itself.
    List<Place> places(StoredSighting sighting) {
        return sighting.places(content.places());
    }

    /// Has the places of all feeds that show it, the leading one's first.
    ///
    /// @return whether these are other places than before
    boolean unite(List<StoredSighting> all) {
        var shown = all.stream()
                .filter(StoredSighting::live)
                .sorted(Comparator.comparing(StoredSighting::leads).reversed())
                .map(this::places)
                .toList();
        if (shown.isEmpty()) return false;
        var column = Notation.places(Places.union(shown));
        if (column.equals(content.places())) return false;
        content = content.withPlaces(column);
        return true;
    }

    void relist(Instant now) {
        course = course.relisted(now);
    }

    /// Whether it is in a group that another posting leads.
    private boolean copies() {
        return kin.group() != null && !kin.group().equals(id);
    }

    Kin kin() {
        return kin;
    }

    /// Becomes one of a group, or leaves it.
    void group(Kin other) {
        kin = other;
        if (copies()) keys = keys.withoutBands();
    }

    void checked(String said, boolean shown, boolean gone, Instant now) {
        course = course.checked(said, shown, gone, now);
    }

    Course course() {
        return course;
    }

    /// Is another posting's from now on: closed, and not to be found by any key.
    void retire(String why, Instant now) {
        close(why, now);
        closedForSure(why);
        keys = new Keys(null, null, 0, null, null, null, null);
    }

    void closedForSure(String why) {
        closedWhy = Notation.cut(why, LONGEST_WHY);
    }

    private void take(Draft draft, Identity identity) {
        content = Content.of(draft);
        keys = Keys.of(identity);
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

    void judgedBy(String rulesVersion) {
        judgement = judgement.withRules(rulesVersion);
    }

    void close(String why, Instant now) {
        close(why, now, false);
    }

    /// @param unseen whether it leaves the open ones because nobody shows it, although nobody saw it close
    void close(String why, Instant now, boolean unseen) {
        if (closed != null) return;
        course = course.closed(firstSeen, now, unseen);
        closed = now;
        closedWhy = Notation.cut(why, LONGEST_WHY);
    }

    /// @return whether it was closed and is open now
    boolean reopen(Instant now) {
        var overdue = closesAt != null && !closesAt.isAfter(now);
        if (closed == null || refused != null || overdue) return false;
        closed = null;
        closedWhy = null;
        course = course.reopened(now);
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

    @Nullable
    Long blockedBy() {
        return blockedBy;
    }

    Content content() {
        return content;
    }

    boolean sample() {
        return sample;
    }

    long version() {
        return version;
    }

    /// @param seen when any feed showed it last; null when none ever did
    Posting.Life life(@Nullable Instant seen) {
        return course.life(firstSeen, seen, dates(), changed, closed, closedWhy, kin.shown(), refused());
    }
}
