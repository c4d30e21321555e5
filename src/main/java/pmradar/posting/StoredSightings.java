package pmradar.posting;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Looks listings up among the stored sightings.
@Component
class StoredSightings implements Sightings {

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
}
