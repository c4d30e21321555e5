package pmradar.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import pmradar.search.Criteria;

/// Reads a saved search from its row.
final class SavedSearchRow {

    private SavedSearchRow() {}

    static SavedSearch read(ResultSet row, int number) throws SQLException {
        return new SavedSearch(
                row.getLong("id"),
                subject(row.getString("standing")),
                row.getLong("account_id"),
                row.getString("name"),
                new Criteria(
                        row.getString("query"), Notation.conditions(row.getString("conditions")), Criteria.Sort.NEWEST),
                Notation.read(row.getString("schedule"), Schedule.class),
                Notation.read(row.getString("wishes"), Wishes.class),
                moment(row, "since"),
                row.getBoolean("paused"),
                momentOrNull(row, "muted_until"),
                moment(row, "next_due"),
                row.getString("token"),
                momentOrNull(row, "removed"));
    }

    private static SavedSearch.Subject subject(@Nullable String standing) {
        return standing == null
                ? SavedSearch.Subject.SEARCH
                : SavedSearch.Subject.valueOf(standing.substring(0, standing.indexOf(':')));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant momentOrNull(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
