package pmradar.posting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Looks listings up among the stored sightings.
@Component
class StoredSightings implements Sightings, FeedSpans {

    private final JdbcClient jdbc;

    StoredSightings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<PostingId> posting(String feedId, String externalId) {
        return jdbc.sql("select posting_id from posting_sighting where feed_id = ? and external_id = ?"
                        + " order by id desc fetch first 1 rows only")
                .params(feedId, externalId)
                .query(Long.class)
                .optional()
                .map(PostingId::new);
    }

    @Override
    public List<FeedSpan> spans() {
        return jdbc.sql("select feed_id, min(first_seen) as first_seen, max(last_seen) as last_seen"
                        + " from posting_sighting group by feed_id order by feed_id")
                .query((row, _) ->
                        new FeedSpan(row.getString("feed_id"), instant(row, "first_seen"), instant(row, "last_seen")))
                .list();
    }

    @Override
    public List<Turnover> turnovers() {
        return jdbc.sql("""
                        select feed_id, day_number, sum(came) as came, sum(went) as went from (
                            select feed_id, floor(extract(epoch from first_seen) / 86400) as day_number,
                                1 as came, 0 as went
                            from posting_sighting
                            union all
                            select feed_id, floor(extract(epoch from until) / 86400), 0, 1
                            from posting_sighting where until is not null) as turnover
                        group by feed_id, day_number order by feed_id, day_number""")
                .query((row, _) -> new Turnover(
                        row.getString("feed_id"), row.getInt("day_number"), row.getLong("came"), row.getLong("went")))
                .list();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
