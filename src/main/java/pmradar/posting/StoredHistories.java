package pmradar.posting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Histories in the database.
@Component
@Transactional
class StoredHistories implements Histories {
    private static final int RELATIVES = 50;

    private final Store store;
    private final Splitting splitting;

    StoredHistories(Store store, Splitting splitting) {
        this.store = store;
        this.splitting = splitting;
    }

    @Override
    public PostingId split(PostingId id, long sighting, String by, Instant now) {
        return splitting.split(id, sighting, by, now);
    }

    @Override
    public void rejoin(long split, Instant now) {
        splitting.rejoin(split, now);
    }

    @Override
    public void setApart(PostingId id, boolean apart) {
        splitting.setApart(id, apart);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<PostingHistory> of(PostingId id, Instant now) {
        return store.postings().findById(id.value()).map(posting -> history(posting, now));
    }

    private PostingHistory history(StoredPosting posting, Instant now) {
        var seen = store.sightings().findByPostingIdInOrderById(List.of(posting.id()));
        var kin = posting.kin();
        return new PostingHistory(
                seen.stream()
                        .map(one -> new PostingHistory.Joined(
                                one.id(), one.snapshot(), posting.places(one), one.why(), one.leads()))
                        .toList(),
                splits(posting.id()),
                kin.group() == null || kin.said() ? List.of() : relatives(kin.group(), posting.id()),
                kin.why(),
                kin.said(),
                changes(posting, seen),
                standing(posting, now),
                posting.course().check());
    }

    private List<PostingHistory.Change> changes(StoredPosting posting, List<StoredSighting> seen) {
        if (seen.isEmpty()) return List.of();
        var leading = seen.stream().filter(StoredSighting::leads).findFirst().orElse(seen.getFirst());
        return store.revisions().of(posting.id(), Said.of(posting.judged(leading)));
    }

    private PostingHistory.@Nullable Standing standing(StoredPosting posting, Instant now) {
        if (posting.closed() != null) return null;
        var life = posting.life(null);
        var settings = store.settings();
        var open = life.openFor(now);
        if (open.compareTo(settings.longOpen()) < 0 && life.relisted() < settings.oftenRelisted()) return null;
        return new PostingHistory.Standing(
                open, life.relisted(), life.textSince(), settings.longOpen(), settings.oftenRelisted());
    }

    private List<PostingHistory.Split> splits(long posting) {
        return store.jdbc()
                .sql("select p.*, s.feed_id from posting_split p join posting_sighting s on s.id = p.sighting_id"
                        + " where (p.posting_id = :id or p.split_id = :id) and p.undone is null order by p.id")
                .param("id", posting)
                .query(StoredHistories::split)
                .list();
    }

    private static PostingHistory.Split split(ResultSet row, int number) throws SQLException {
        return new PostingHistory.Split(
                row.getLong("id"),
                new PostingId(row.getLong("posting_id")),
                new PostingId(row.getLong("split_id")),
                row.getString("feed_id"),
                row.getString("said_by"),
                row.getObject("said_at", OffsetDateTime.class).toInstant());
    }

    private List<PostingHistory.Relative> relatives(long group, long but) {
        return store.jdbc()
                .sql("select id, title, company, group_why, first_seen, closed from posting"
                        + " where group_id = ? and id <> ? and group_said = false order by id fetch first "
                        + RELATIVES + " rows only")
                .params(group, but)
                .query((row, number) -> new PostingHistory.Relative(
                        new PostingId(row.getLong("id")),
                        row.getString("title"),
                        row.getString("company"),
                        row.getString("group_why"),
                        row.getObject("first_seen", OffsetDateTime.class).toInstant(),
                        row.getObject("closed") == null))
                .list();
    }
}
