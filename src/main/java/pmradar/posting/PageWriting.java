package pmradar.posting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The part of recording a page that changes postings; it holds the lock of [Versions].
final class PageWriting {
    private final Store store;
    private final Candidates candidates;
    private final BlockMatcher blocks;
    private final String feedId;
    private final Instant now;
    private long number;
    private final List<StoredSighting> fresh = new ArrayList<>();
    private final Map<StoredSighting, Judged> kept = new HashMap<>();
    private final List<Revisions.Change> changes = new ArrayList<>();

    PageWriting(Store store, String feedId, Instant now, long number) {
        this.store = store;
        this.candidates = new Candidates(store.postings(), store.sightings());
        this.blocks = BlockMatcher.of(store.jdbc());
        this.feedId = feedId;
        this.now = now;
        this.number = number;
    }

    /// Loads with a few statements what `find` then takes from the persistence context.
    void write(List<Entry> entries) {
        var known = entries.stream()
                .map(entry -> entry.known)
                .filter(Objects::nonNull)
                .map(KnownSighting::postingId)
                .distinct()
                .toList();
        if (!known.isEmpty()) store.postings().findAllById(known);
        candidates.loadSightings(known);
        candidates.load(entries.stream().filter(entry -> entry.known == null).toList());
        for (var entry : entries) {
            entry.outcome = entry.known == null
                    ? meet(entry)
                    : seeAgain(entry, find(entry.known.postingId()), entry.known.id());
        }
        finish();
    }

    /// Sightings follow all postings: Hibernate orders inserts by table and knows nothing of their foreign key.
    private void finish() {
        fresh.forEach(store.entities()::persist);
        store.postings().flush();
        var contents = new HashMap<Long, Judged>();
        kept.forEach((sighting, said) -> contents.put(sighting.id(), said));
        store.contents().keep(contents);
        changes.forEach(change -> store.revisions().note(change, now));
    }

    private Recorded seeAgain(Entry entry, StoredPosting posting, long id) {
        var all = candidates.seen(posting.id());
        var sighting = all.stream().filter(one -> one.id() == id).findFirst().orElseThrow();
        var closed = posting.closed() != null;
        var gone = sighting.goneFor(store.settings().relistedAfter(), now);
        var before = said(posting, all);
        sighting.seenAgain(entry.draft(), entry.identity.contentHash(), now);
        if (!sighting.leads() && !closed) return follow(entry, posting, sighting);
        if (!sighting.leads()) {
            unseat(posting, before);
            sighting.lead();
            kept.remove(sighting);
        }
        lead(entry, posting, before);
        if (closed && posting.closed() == null && gone) posting.relist(now);
        tell(posting, closed);
        return Recorded.CHANGED;
    }

    /// Of a sighting whose words the posting does not carry only its places count.
    private Recorded follow(Entry entry, StoredPosting posting, StoredSighting sighting) {
        kept.put(sighting, entry.judged);
        if (!unite(posting)) return Recorded.SAME;
        tell(posting, false);
        return Recorded.CHANGED;
    }

    private Recorded meet(Entry entry) {
        var same = new SamePosting(entry.draft(), entry.identity);
        StoredPosting original = null;
        String copied = null;
        for (var candidate : candidates.of(entry.identity)) {
            switch (same.to(candidate, id -> candidates.text(find(id)))) {
                case Kinship.Same(var why) -> {
                    return join(entry, find(candidate.id()), why);
                }
                case Kinship.Copy(var why) -> {
                    if (original == null && !find(candidate.id()).kin().said()) {
                        original = find(candidate.id());
                        copied = why;
                    }
                }
                case Kinship.Stranger() -> {}
            }
        }
        return add(entry, original, copied);
    }

    private Recorded join(Entry entry, StoredPosting posting, String why) {
        var all = candidates.seen(posting.id());
        var closed = posting.closed() != null;
        var before = said(posting, all);
        var anew = advertisedAnew(entry, posting, all);
        if (closed) unseat(posting, before);
        sight(entry, posting, closed, why);
        if (closed) lead(entry, posting, before);
        else unite(posting);
        if (anew && posting.closed() == null) posting.relist(now);
        tell(posting, closed);
        return Recorded.CHANGED;
    }

    /// Whether a listing is one that the feed, or any feed after all had dropped it, shows anew: not one that a feed
    /// shows for another place, nor a second one on the same day. What a feed showed in one reading only tells
    /// nothing: some change all their ids each time.
    private boolean advertisedAnew(Entry entry, StoredPosting posting, List<StoredSighting> all) {
        var before = now.minus(store.settings().relistedAfter());
        var last = posting.course().lastRelisted();
        if (last != null && last.isAfter(before)) return false;
        var gone = posting.closed() != null
                && all.stream().allMatch(one -> one.goneFor(store.settings().relistedAfter(), now));
        return gone
                || all.stream()
                        .filter(one ->
                                one.feedId().equals(feedId) && !one.firstSeen().isAfter(before) && one.stayed())
                        .anyMatch(one -> Places.meet(entry.draft().places(), posting.places(one)));
    }

    /// Complete before it is persisted: what changes afterwards would cost a second statement.
    private Recorded add(Entry entry, @Nullable StoredPosting original, @Nullable String copied) {
        var judged = entry.judged;
        var posting = new StoredPosting(judged.draft(), judged.classification(), entry.identity, now);
        posting.closeIfOverdue(now);
        block(posting, entry.draft());
        posting.number(++number);
        if (original != null) posting.group(new Kin(lead(original), copied, false));
        store.entities().persist(posting);
        sight(entry, posting, true, "first seen here");
        candidates.file(Candidate.of(posting.id(), judged.draft(), entry.identity));
        store.events().publishEvent(new PostingEvent.PostingPublished(new PostingId(posting.id())));
        return Recorded.NEW;
    }

    /// @return the id of the group that a posting is in, which it leads if there was none
    private long lead(StoredPosting original) {
        var group = original.kin().group();
        if (group != null) return group;
        original.group(new Kin(original.id(), null, false));
        original.number(store.versions().take(1) + 1);
        store.events().publishEvent(new PostingEvent.PostingChanged(new PostingId(original.id())));
        return original.id();
    }

    /// The posting takes over the words of the draft.
    private void lead(Entry entry, StoredPosting posting, Judged before) {
        leaveGroup(entry, posting);
        posting.change(entry.draft(), entry.judged.classification(), entry.identity, now);
        candidates.forget(posting);
        changes.add(new Revisions.Change(posting, Said.of(before), Said.of(entry.judged)));
        unite(posting);
        if (posting.refused() && !Boolean.FALSE.equals(StoredCorrections.gateOf(store.jdbc(), posting.id()))) {
            posting.accept(true, now);
        }
        posting.reopen(now);
        posting.closeIfOverdue(now);
        block(posting, entry.draft());
    }

    private void block(StoredPosting posting, Draft draft) {
        posting.block(blocks.by(draft.title(), draft.company(), draft.text()));
    }

    /// A copy whose text became its own is none any more.
    private void leaveGroup(Entry entry, StoredPosting posting) {
        var group = posting.kin().group();
        if (group == null || group == posting.id() || entry.draft().text().equals(posting.body())) return;
        var first = find(group);
        if (!SamePosting.copied(candidates.text(first).shingles().alike(entry.identity.shingles()))) {
            posting.group(Kin.NONE);
        }
    }

    private static Judged said(StoredPosting posting, List<StoredSighting> all) {
        var leading = all.stream().filter(StoredSighting::leads).findFirst().orElse(all.getFirst());
        return posting.judged(leading);
    }

    private void unseat(StoredPosting posting, Judged said) {
        for (var one : candidates.seen(posting.id())) {
            if (!one.leads()) continue;
            one.follow();
            kept.put(one, said);
        }
    }

    private boolean unite(StoredPosting posting) {
        return posting.unite(candidates.seen(posting.id()));
    }

    private void sight(Entry entry, StoredPosting posting, boolean leads, String why) {
        var hash = entry.identity.contentHash();
        var sighting = new StoredSighting(posting.id(), feedId, entry.draft(), hash, leads, why, now);
        fresh.add(sighting);
        candidates.seen(posting.id()).add(sighting);
        if (!leads) kept.put(sighting, entry.judged);
    }

    private void tell(StoredPosting posting, boolean wasClosed) {
        posting.number(++number);
        var reopened = wasClosed && posting.closed() == null;
        var id = new PostingId(posting.id());
        store.events()
                .publishEvent(reopened ? new PostingEvent.PostingPublished(id) : new PostingEvent.PostingChanged(id));
    }

    private StoredPosting find(long id) {
        return store.entities().find(StoredPosting.class, id);
    }
}
