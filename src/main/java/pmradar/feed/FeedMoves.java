package pmradar.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Feeds that are read elsewhere than declared.
@Component
class FeedMoves {
    private final JdbcClient jdbc;

    FeedMoves(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Feeds as they are read now, by the moves as they are now.
    UnaryOperator<Feed> now() {
        Map<String, FeedMove> moves = jdbc.sql("select * from feed_move").query(FeedMoves::move).list().stream()
                .collect(Collectors.toMap(FeedMove::feedId, move -> move));
        return feed -> moved(feed, moves.get(feed.id()));
    }

    private static Feed moved(Feed feed, @org.jspecify.annotations.Nullable FeedMove move) {
        if (move == null
                || !move.declaredType().equals(feed.type())
                || !move.declaredAt().equals(feed.at())) return feed;
        return to(feed, move.type(), move.at());
    }

    /// The same feed, read elsewhere.
    static Feed to(Feed feed, String type, String at) {
        var options = type.equals(feed.type()) ? feed.options() : Map.<String, String>of();
        return new Feed(
                feed.id(),
                type,
                at,
                feed.name(),
                feed.company(),
                feed.home(),
                feed.every(),
                feed.terms(),
                feed.origin(),
                options);
    }

    void save(Feed declared, String type, String at, String by, Instant now) {
        forget(declared.id());
        jdbc.sql("insert into feed_move (feed_id, declared_type, declared_at, type, at, accepted, accepted_by)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(declared.id(), declared.type(), declared.at(), type, at, now.atOffset(ZoneOffset.UTC), by)
                .update();
    }

    boolean forget(String feedId) {
        return jdbc.sql("delete from feed_move where feed_id = ?").param(feedId).update() > 0;
    }

    /// The move of a feed, as long as it is declared where it was when the move was accepted.
    java.util.Optional<FeedMove> of(Feed declared) {
        return jdbc.sql("select * from feed_move where feed_id = ? and declared_type = ? and declared_at = ?")
                .params(declared.id(), declared.type(), declared.at())
                .query(FeedMoves::move)
                .optional();
    }

    private static FeedMove move(ResultSet row, int number) throws SQLException {
        return new FeedMove(
                row.getString("feed_id"),
                row.getString("declared_type"),
                row.getString("declared_at"),
                row.getString("type"),
                row.getString("at"),
                row.getObject("accepted", OffsetDateTime.class).toInstant(),
                row.getString("accepted_by"));
    }
}
