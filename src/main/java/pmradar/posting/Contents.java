package pmradar.posting;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What listings said whose words their posting does not carry: nothing is lost by joining them.
@Component
class Contents {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Contents(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /// Replaces what was kept before; the sightings must be stored already.
    ///
    /// @param said by id of the sighting
    void keep(Map<Long, Judged> said) {
        if (said.isEmpty()) return;
        forget(said.keySet());
        batches.batchUpdate(
                "insert into posting_sighting_content (sighting_id, content) values (?, ?)",
                said.entrySet().stream()
                        .map(one -> new Object[] {one.getKey(), Packed.pack(one.getValue())})
                        .toList());
    }

    Optional<Judged> of(long sighting) {
        return jdbc.sql("select content from posting_sighting_content where sighting_id = ?")
                .param(sighting)
                .query((row, number) -> Packed.unpack(row.getBytes("content"), Judged.class))
                .optional();
    }

    void forget(Collection<Long> sightings) {
        if (sightings.isEmpty()) return;
        jdbc.sql("delete from posting_sighting_content where sighting_id in (:ids)")
                .param("ids", sightings)
                .update();
    }

    void forgetOf(Collection<Long> postings) {
        jdbc.sql("delete from posting_sighting_content where sighting_id in"
                        + " (select id from posting_sighting where posting_id in (:ids))")
                .param("ids", postings)
                .update();
    }
}
