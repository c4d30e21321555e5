package pmradar.posting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Readmissions in the table of corrections: such a one knows its listing, and its posting as soon as there is one.
@Component
@Transactional
class StoredReadmissions implements Readmissions {
    private static final String HOLDING =
            " from posting_correction where kind = 'GATE' and value_said = 'true' and undone is null and feed_id = :feed";

    private final JdbcClient jdbc;
    private final SightingTable sightings;
    private final Closing closing;

    StoredReadmissions(JdbcClient jdbc, SightingTable sightings, Closing closing) {
        this.jdbc = jdbc;
        this.sightings = sightings;
        this.closing = closing;
    }

    @Override
    public long readmit(String feedId, String externalId, String reason, String by, Instant now) {
        if (reason.isBlank()) throw new IllegalArgumentException("A correction needs a reason");
        if (among(feedId, List.of(externalId)).isEmpty()) insert(feedId, externalId, reason.strip(), by, now);
        arrived(feedId, List.of(externalId), now);
        return of(feedId).stream()
                .filter(one -> one.externalId().equals(externalId))
                .mapToLong(Readmission::id)
                .findFirst()
                .orElseThrow();
    }

    private void insert(String feedId, String externalId, String reason, String by, Instant now) {
        jdbc.sql("insert into posting_correction (feed_id, external_id, kind, value_said, reason, said_by, said_at)"
                        + " values (?, ?, 'GATE', 'true', ?, ?, ?)")
                .params(
                        feedId,
                        externalId,
                        StoredCorrections.bounded(reason, 1000),
                        StoredCorrections.bounded(by, 200),
                        at(now))
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> among(String feedId, Collection<String> externalIds) {
        if (externalIds.isEmpty()) return Set.of();
        return Set.copyOf(jdbc.sql("select distinct external_id" + HOLDING + " and external_id in (:ids)")
                .param("feed", feedId)
                .param("ids", externalIds)
                .query((row, number) -> row.getString("external_id"))
                .list());
    }

    @Override
    public void arrived(String feedId, Collection<String> externalIds, Instant now) {
        var waiting = of(feedId).stream()
                .filter(one -> one.posting() == null && externalIds.contains(one.externalId()))
                .map(Readmission::externalId)
                .toList();
        if (waiting.isEmpty()) return;
        for (var known : sightings.known(feedId, waiting)) {
            supersede(known.postingId(), now);
            jdbc.sql("update posting_correction set posting_id = ? where feed_id = ? and external_id = ?"
                            + " and undone is null")
                    .params(known.postingId(), feedId, known.externalId())
                    .update();
            closing.corrected(new PostingId(known.postingId()), true, now);
        }
    }

    /// Of two words about one posting the later holds.
    private void supersede(long posting, Instant now) {
        jdbc.sql("update posting_correction set undone = ? where posting_id = ? and kind = 'GATE' and undone is null")
                .params(at(now), posting)
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Readmission> of(String feedId) {
        return jdbc.sql("select *" + HOLDING + " order by id desc")
                .param("feed", feedId)
                .query(StoredReadmissions::readmission)
                .list();
    }

    private static Readmission readmission(ResultSet row, int number) throws SQLException {
        var posting = row.getObject("posting_id", Long.class);
        return new Readmission(
                row.getLong("id"),
                row.getString("feed_id"),
                row.getString("external_id"),
                row.getString("reason"),
                row.getString("said_by"),
                row.getObject("said_at", OffsetDateTime.class).toInstant(),
                posting == null ? null : new PostingId(posting));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
