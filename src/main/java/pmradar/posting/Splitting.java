package pmradar.posting;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Makes two postings of one because a person says so, and one of two again.
@Component
class Splitting {
    private final Store store;

    Splitting(Store store) {
        this.store = store;
    }

    private record Row(long sighting, long posting, long split, String why) {}

    PostingId split(PostingId id, long number, String by, Instant now) {
        store.versions().take(0);
        var posting = known(id.value());
        var all = store.sightings().findByPostingIdInOrderById(List.of(id.value()));
        var off = all.stream().filter(one -> one.id() == number).findFirst().orElse(null);
        if (off == null) throw new IllegalArgumentException("The posting was not seen as number " + number);
        if (all.size() < 2) throw new IllegalArgumentException("A posting that was seen once cannot be split");
        var said = said(posting, off);
        var others = all.stream().filter(one -> one != off).toList();
        if (off.leads()) hand(posting, others, now);
        var split = revived(off.id(), id.value());
        if (split == null) {
            split = posting(said, off);
            split.number(store.versions().take(1) + 1);
            store.entities().persist(split);
        } else split.change(said.draft(), said.classification(), Identity.of(said.draft()), now);
        var why = off.why();
        store.postings().flush();
        off.move(split.id(), true, "said to be another posting by " + Notation.cut(by, 100));
        store.contents().forget(List.of(off.id()));
        open(split, off, now);
        settle(posting, others, now);
        note(off, posting, split, why, by, now);
        tell(split, new PostingEvent.PostingPublished(new PostingId(split.id())));
        tell(posting, new PostingEvent.PostingChanged(id));
        return new PostingId(split.id());
    }

    private static StoredPosting posting(Judged said, StoredSighting off) {
        return new StoredPosting(said.draft(), said.classification(), Identity.of(said.draft()), off.firstSeen());
    }

    private Judged said(StoredPosting posting, StoredSighting sighting) {
        return sighting.leads()
                ? posting.judged(sighting)
                : store.contents().of(sighting.id()).orElseGet(() -> posting.judged(sighting));
    }

    /// The words of another sighting become the posting's.
    private void hand(StoredPosting posting, List<StoredSighting> others, Instant now) {
        var next = others.stream().filter(StoredSighting::live).findFirst().orElse(others.getFirst());
        var said = store.contents().of(next.id());
        if (said.isEmpty()) {
            next.succeed();
            return;
        }
        var judged = said.get();
        posting.change(judged.draft(), judged.classification(), Identity.of(judged.draft()), now);
        next.lead();
        store.contents().forget(List.of(next.id()));
    }

    private static void open(StoredPosting split, StoredSighting off, Instant now) {
        split.unite(List.of(off));
        if (!off.live()) split.close("gone from " + off.feedId(), now);
        else split.reopen(now);
        split.closeIfOverdue(now);
    }

    private static void settle(StoredPosting posting, List<StoredSighting> others, Instant now) {
        if (others.stream().anyMatch(StoredSighting::live)) posting.unite(others);
        else posting.close("gone from all feeds", now);
    }

    void rejoin(long number, Instant now) {
        store.versions().take(0);
        var row = store.jdbc()
                .sql("select sighting_id, posting_id, split_id, why from posting_split where id = ? and undone is null")
                .param(number)
                .query((found, at) -> new Row(
                        found.getLong("sighting_id"),
                        found.getLong("posting_id"),
                        found.getLong("split_id"),
                        found.getString("why")))
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("There is no split with the number " + number));
        var posting = known(row.posting);
        var split = known(row.split);
        var back = store.sightings().findByPostingIdInOrderById(List.of(row.split));
        var kept = new HashMap<Long, Judged>();
        for (var one : back) {
            if (one.leads()) kept.put(one.id(), split.judged(one));
            one.move(row.posting, false, one.id() == row.sighting ? row.why : one.why());
        }
        store.postings().flush();
        store.contents().keep(kept);
        bringBack(posting, back, kept, now);
        split.retire("joined again with posting " + row.posting, now);
        store.jdbc()
                .sql("update posting_split set undone = ? where id = ?")
                .params(now.atOffset(ZoneOffset.UTC), number)
                .update();
        tell(split, new PostingEvent.PostingClosed(new PostingId(row.split)));
        tell(
                posting,
                posting.closed() == null
                        ? new PostingEvent.PostingPublished(new PostingId(row.posting))
                        : new PostingEvent.PostingChanged(new PostingId(row.posting)));
    }

    /// What comes back alive opens the posting again, with its words.
    private void bringBack(StoredPosting posting, List<StoredSighting> back, HashMap<Long, Judged> kept, Instant now) {
        var all = store.sightings().findByPostingIdInOrderById(List.of(posting.id()));
        var live = back.stream()
                .filter(one -> one.live() && kept.containsKey(one.id()))
                .findFirst()
                .orElse(null);
        if (live != null && posting.closed() != null) {
            for (var one : all) {
                if (!one.leads()) continue;
                kept.put(one.id(), posting.judged(one));
                one.follow();
            }
            hand(posting, List.of(live), now);
            kept.remove(live.id());
            store.contents().keep(kept);
            posting.reopen(now);
        }
        posting.unite(all);
    }

    private @Nullable StoredPosting revived(long sighting, long posting) {
        return store.jdbc()
                .sql("select max(split_id) from posting_split where sighting_id = ? and posting_id = ?"
                        + " and undone is not null")
                .params(sighting, posting)
                .query(Long.class)
                .optional()
                .flatMap(store.postings()::findById)
                .orElse(null);
    }

    private void note(
            StoredSighting off, StoredPosting posting, StoredPosting split, String why, String by, Instant now) {
        store.jdbc()
                .sql("insert into posting_split (sighting_id, posting_id, split_id, why, said_by, said_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        off.id(),
                        posting.id(),
                        split.id(),
                        why,
                        String.valueOf(Notation.cut(by, 200)),
                        now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void setApart(PostingId id, boolean apart) {
        store.versions().take(0);
        var posting = known(id.value());
        if (posting.kin().group() == null) {
            throw new IllegalArgumentException("The posting shares its text with no other");
        }
        posting.group(posting.kin().apart(apart));
        tell(posting, new PostingEvent.PostingChanged(id));
    }

    private StoredPosting known(long id) {
        return store.postings()
                .findById(id)
                .orElseThrow(() -> new IllegalArgumentException("There is no posting " + id));
    }

    private void tell(StoredPosting posting, PostingEvent event) {
        posting.number(store.versions().take(1) + 1);
        store.events().publishEvent(event);
    }
}
