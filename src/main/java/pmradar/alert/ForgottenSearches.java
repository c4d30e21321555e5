package pmradar.alert;

import java.time.Clock;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pmradar.account.AccountEvent;

/// Tells a person nothing more once they may not come in, and forgets what they asked for and were told when they are
/// removed; in the transaction that does it.
@Component
class ForgottenSearches {

    private final SavedSearches searches;
    private final JdbcClient jdbc;
    private final Clock clock;

    ForgottenSearches(SavedSearches searches, JdbcClient jdbc, Clock clock) {
        this.searches = searches;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    void disabled(AccountEvent.Disabled out) {
        for (var search : searches.of(out.account())) searches.pause(out.account(), search.id(), true, clock.instant());
    }

    /// Of a search an empty shell remains, marked as removed, so that every node hears of its end.
    @EventListener
    void removed(AccountEvent.Removed gone) {
        for (var search : searches.of(gone.account())) searches.remove(gone.account(), search.id(), clock.instant());
        var theirs = "(select id from alert_search where account_id = :account)";
        for (var forget : List.of(
                "delete from alert_delivery where digest_id in (select id from alert_digest where search_id in "
                        + theirs + ")",
                "delete from alert_destination where search_id in " + theirs,
                "delete from alert_notice where search_id in " + theirs,
                "delete from alert_hit where search_id in " + theirs,
                "delete from alert_digest where search_id in " + theirs,
                "delete from alert_told where account_id = :account",
                "update alert_search set name = '-', query = '' where account_id = :account")) {
            jdbc.sql(forget).param("account", gone.account()).update();
        }
    }
}
