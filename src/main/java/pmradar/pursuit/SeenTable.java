package pmradar.pursuit;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pmradar.posting.PostingId;

/// Which postings a person has opened.
@Component
class SeenTable {

    private static final Duration KEPT = Duration.ofDays(400);

    private final JdbcClient jdbc;

    SeenTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param listing by which the posting is known elsewhere
    record Seen(PostingId posting, Copied.@Nullable Listing listing, Instant at) {}

    void put(long account, Seen seen, Instant now) {
        jdbc.sql("delete from pursuit_seen where account = ? and seen_at < ?")
                .params(account, PursuitTable.at(now.minus(KEPT)))
                .update();
        if (update(account, seen) == 0) insert(account, seen);
    }

    private int update(long account, Seen seen) {
        return jdbc.sql("update pursuit_seen set seen_at = ? where account = ? and posting_id = ?")
                .params(PursuitTable.at(seen.at()), account, seen.posting().value())
                .update();
    }

    private void insert(long account, Seen seen) {
        var listing = seen.listing();
        try {
            jdbc.sql("insert into pursuit_seen (account, posting_id, feed_id, external_id, seen_at)"
                            + " values (?, ?, ?, ?, ?)")
                    .param(account)
                    .param(seen.posting().value())
                    .param(listing == null ? null : listing.feed())
                    .param(listing == null ? null : listing.id())
                    .param(PursuitTable.at(seen.at()))
                    .update();
        } catch (DuplicateKeyException faster) {
            // seen is seen
        }
    }

    Map<PostingId, Instant> among(long account, Collection<PostingId> postings) {
        if (postings.isEmpty()) return Map.of();
        var found = new HashMap<PostingId, Instant>();
        jdbc.sql("select posting_id, seen_at from pursuit_seen where account = :account and posting_id in (:ids)")
                .param("account", account)
                .param("ids", postings.stream().map(PostingId::value).toList())
                .query(row -> {
                    found.put(
                            new PostingId(row.getLong(1)),
                            row.getObject(2, OffsetDateTime.class).toInstant());
                });
        return found;
    }

    /// Latest first.
    List<Seen> all(long account, int most) {
        return jdbc.sql("select * from pursuit_seen where account = ? order by seen_at desc, posting_id desc"
                        + " fetch first " + most + " rows only")
                .param(account)
                .query((row, number) -> {
                    var feed = row.getString("feed_id");
                    return new Seen(
                            new PostingId(row.getLong("posting_id")),
                            feed == null ? null : new Copied.Listing(feed, row.getString("external_id")),
                            row.getObject("seen_at", OffsetDateTime.class).toInstant());
                })
                .list();
    }

    long count(long account) {
        return jdbc.sql("select count(*) from pursuit_seen where account = ?")
                .param(account)
                .query(Long.class)
                .single();
    }

    void forget(long account) {
        jdbc.sql("delete from pursuit_seen where account = ?").param(account).update();
    }
}
