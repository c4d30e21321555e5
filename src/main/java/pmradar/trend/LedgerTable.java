package pmradar.trend;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import pmradar.posting.FeedSpans.FeedSpan;

/// What was counted, in the database.
@Component
@Transactional
class LedgerTable {

    /// H2 takes at most 1,048,576 bytes in one column.
    private static final int PART = 500_000;

    private final JdbcTemplate jdbc;

    LedgerTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// What is noted of the last count.
    ///
    /// @param readable whether this program can read what was written
    record Note(long version, Instant counted, boolean readable) {}

    @Transactional(readOnly = true)
    public Note note() {
        return jdbc.query("select version, counted, notation from trend_count where id = 1", (row, _) -> {
                    var counted = row.getObject("counted", OffsetDateTime.class);
                    return new Note(
                            row.getLong("version"),
                            counted == null ? Instant.EPOCH : counted.toInstant(),
                            row.getInt("notation") == SliceNotation.VERSION);
                })
                .getFirst();
    }

    /// What others counted since then.
    @Transactional(readOnly = true)
    public Ledger since(Ledger before) {
        var note = note();
        if (!note.readable()) return Ledger.empty();
        if (note.version() == before.version() && note.counted().equals(before.counted())) return before;
        var known = note.version() < before.version() ? Ledger.empty() : before;
        var slices = new TreeMap<>(known.slices());
        var parts = new HashMap<Long, ByteArrayOutputStream>();
        jdbc.query(
                "select slice, content from trend_slice where version >= ? order by slice, part",
                row -> {
                    parts.computeIfAbsent(row.getLong("slice"), _ -> new ByteArrayOutputStream())
                            .writeBytes(row.getBytes("content"));
                },
                known.version());
        parts.forEach((slice, bytes) -> slices.put(slice, read(slice, bytes, known)));
        return new Ledger(known.names(), slices, feeds(), changes(), note.version(), note.counted());
    }

    private static Slice read(long slice, ByteArrayOutputStream bytes, Ledger ledger) {
        return SliceNotation.read(slice, bytes.toByteArray(), ledger.names());
    }

    private List<FeedSpan> feeds() {
        return jdbc.query(
                "select feed_id, first_seen, last_seen from trend_feed order by feed_id",
                (row, _) -> new FeedSpan(
                        row.getString("feed_id"),
                        row.getObject("first_seen", OffsetDateTime.class).toInstant(),
                        row.getObject("last_seen", OffsetDateTime.class).toInstant()));
    }

    private List<FeedChange> changes() {
        return jdbc.query(
                "select feed_id, changed_on, came, went, showed from trend_feed_change order by feed_id, changed_on",
                (row, _) -> new FeedChange(
                        row.getString("feed_id"),
                        row.getInt("changed_on"),
                        row.getLong("came"),
                        row.getLong("went"),
                        row.getLong("showed")));
    }

    /// Puts slices in place of what was written of them, and notes how far the count is.
    ///
    /// @param before the version this count went on from
    /// @return whether nobody else has counted since; else nothing is written
    public boolean save(long before, Ledger after, Collection<Slice> changed) {
        int noted = jdbc.update(
                "update trend_count set version = ?, counted = ?, notation = ? where id = 1 and version = ?",
                after.version(),
                time(after.counted()),
                SliceNotation.VERSION,
                before);
        if (noted == 0) return false;
        for (var slice : changed) save(slice, after);
        jdbc.update("delete from trend_feed");
        jdbc.batchUpdate("insert into trend_feed (feed_id, first_seen, last_seen) values (?, ?, ?)", rows(after));
        jdbc.update("delete from trend_feed_change");
        jdbc.batchUpdate(
                "insert into trend_feed_change (feed_id, changed_on, came, went, showed) values (?, ?, ?, ?, ?)",
                after.changes().stream()
                        .map(one -> new Object[] {one.feedId(), one.day(), one.came(), one.went(), one.showed()})
                        .toList());
        return true;
    }

    private void save(Slice slice, Ledger ledger) {
        var content = SliceNotation.write(slice, ledger.names());
        jdbc.update("delete from trend_slice where slice = ?", slice.number);
        for (int part = 0; part * PART < content.length; part++)
            jdbc.update(
                    "insert into trend_slice (slice, part, version, content) values (?, ?, ?, ?)",
                    slice.number,
                    part,
                    ledger.version(),
                    Arrays.copyOfRange(content, part * PART, Math.min(content.length, (part + 1) * PART)));
    }

    private static List<@Nullable Object[]> rows(Ledger ledger) {
        return ledger.feeds().stream()
                .map(feed -> new @Nullable Object[] {feed.feedId(), time(feed.first()), time(feed.last())})
                .toList();
    }

    private static OffsetDateTime time(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    /// Forgets everything.
    public void clear() {
        for (var table : List.of("trend_slice", "trend_feed", "trend_feed_change")) jdbc.update("delete from " + table);
        jdbc.update("update trend_count set version = 0, counted = null, notation = ?", SliceNotation.VERSION);
    }
}
