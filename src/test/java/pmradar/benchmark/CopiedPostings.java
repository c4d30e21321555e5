package pmradar.benchmark;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/// Fills a database with copies of the postings that are in it, many times faster than the line could.
final class CopiedPostings {
    private static final long SPAN = 100_000;

    private CopiedPostings() {}

    /// Copies what came down the line, with all ids, versions and keys moved on.
    static void copy(JdbcTemplate database, int copy) {
        long by = copy * SPAN;
        copy(
                database,
                "posting",
                Map.of(
                        "id", "id + " + by,
                        "version", "version + " + by,
                        "group_id", "group_id + " + by,
                        "url_key", "url_key + " + copy,
                        "same_key", "same_key + " + copy,
                        "band1", "band1 + " + copy,
                        "band2", "band2 + " + copy,
                        "band3", "band3 + " + copy,
                        "band4", "band4 + " + copy,
                        "fingerprint", "bitxor(fingerprint, " + copy * 0x9E3779B97F4A7C15L + ")"),
                "id");
        copy(database, "posting_evidence", Map.of("posting_id", "posting_id + " + by), "posting_id");
        copy(
                database,
                "posting_sighting",
                Map.of(
                        "id", "id + " + by,
                        "posting_id", "posting_id + " + by,
                        "external_id", "external_id || '~" + copy + "'"),
                "posting_id");
    }

    private static void copy(JdbcTemplate database, String table, Map<String, String> moved, String key) {
        var columns = database.queryForList(
                "select lower(column_name) from information_schema.columns"
                        + " where lower(table_name) = ? order by ordinal_position",
                String.class,
                table);
        var values = columns.stream()
                .map(column -> moved.getOrDefault(column, column))
                .collect(Collectors.joining(", "));
        database.update("insert into %s (%s) select %s from %s where %s < %d"
                .formatted(table, String.join(", ", columns), values, table, key, SPAN));
    }

    /// Goes on counting behind the last copy.
    static void settle(JdbcTemplate database, int copies) {
        long behind = copies * SPAN + 1;
        database.update("update posting_version set latest = (select max(version) from posting)");
        database.execute("alter sequence posting_seq restart with " + behind);
        database.execute("alter sequence posting_sighting_seq restart with " + behind);
        database.execute("analyze");
    }
}
