package pmradar.pursuit;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Preferences in the database.
@Component
class StoredPreferences implements Preferences {

    private final JdbcClient jdbc;

    StoredPreferences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Preference of(long account) {
        return jdbc.sql("select * from pursuit_preference where account = ?")
                .param(account)
                .query(StoredPreferences::preference)
                .optional()
                .orElse(Preference.USUAL);
    }

    /// What an older or newer program wrote and this one does not know is as usual.
    private static Preference preference(ResultSet row, int number) throws SQLException {
        try {
            return new Preference(
                    row.getString("theme"),
                    Preference.zone(row.getString("zone")),
                    row.getString("sort"),
                    row.getInt("per_page"),
                    row.getBoolean("show_hidden"),
                    row.getString("dates"));
        } catch (IllegalArgumentException unknown) {
            return Preference.USUAL;
        }
    }

    @Override
    @Transactional
    public void set(long account, Preference preference) {
        var changed = write(
                account,
                preference,
                "update pursuit_preference set theme = :theme, zone = :zone, sort = :sort, per_page = :per,"
                        + " show_hidden = :hidden, dates = :dates where account = :account");
        if (changed > 0) return;
        write(
                account,
                preference,
                "insert into pursuit_preference (account, theme, zone, sort, per_page, show_hidden, dates)"
                        + " values (:account, :theme, :zone, :sort, :per, :hidden, :dates)");
    }

    private int write(long account, Preference preference, String sql) {
        var zone = preference.zone();
        return jdbc.sql(sql)
                .param("account", account)
                .param("theme", preference.theme())
                .param("zone", zone == null ? null : zone.getId())
                .param("sort", preference.sort())
                .param("per", preference.perPage())
                .param("hidden", preference.showHidden())
                .param("dates", preference.dates())
                .update();
    }

    @Override
    @Transactional
    public void forget(long account) {
        jdbc.sql("delete from pursuit_preference where account = ?")
                .param(account)
                .update();
    }
}
