package pmradar.alert;

import java.time.Clock;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pmradar.account.AccountEvent;

/// Keeps what is for a person while they may not come in: nothing goes out to them, and nothing is lost. Forgets what
/// they asked for and were told when they are removed; in the transaction that does it.
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
    void keepOut(AccountEvent.Disabled out) {
        jdbc.sql("insert into alert_kept_out (account_id) select :account"
                        + " where not exists (select 1 from alert_kept_out where account_id = :account)")
                .param("account", out.account())
                .update();
    }

    /// What waited is tried as if for the first time: that nobody might send it meanwhile is no fault of the receiver.
    @EventListener
    void letIn(AccountEvent.LetIn in) {
        jdbc.sql("delete from alert_kept_out where account_id = ?")
                .param(in.account())
                .update();
        jdbc.sql("update alert_delivery set tries = 0, first_try = null, next_try = :now where state = 'WAITING'"
                        + " and destination_id in (select t.id from alert_destination t"
                        + " join alert_search s on s.id = t.search_id where s.account_id = :account)")
                .param("now", Notation.at(clock.instant()))
                .param("account", in.account())
                .update();
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
                "delete from alert_kept_out where account_id = :account",
                "update alert_search set name = '-', query = '' where account_id = :account")) {
            jdbc.sql(forget).param("account", gone.account()).update();
        }
    }
}
