package pmradar.alert;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// How far the store's changes were matched, and how often the saved searches changed. Whoever matches, or changes what
/// is matched, holds its lock until that is committed: on all machines together one at a time.
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Progress {

    /// @param version every change of the store up to this one was matched
    /// @param revision grows with each change of the saved searches
    /// @param pursuit what was begun up to this one was noted
    record Mark(long version, long revision, long pursuit) {}

    private final JdbcClient jdbc;

    Progress(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Waits for the lock.
    Mark locked() {
        return jdbc.sql("select version, revision, pursuit from alert_progress where id = 1 for update")
                .query(Mark.class)
                .single();
    }

    /// Up to which change of the store was matched, a moment ago: nobody waits for it.
    long version() {
        return jdbc.sql("select version from alert_progress where id = 1")
                .query(Long.class)
                .single();
    }

    long nextRevision() {
        long next = locked().revision() + 1;
        jdbc.sql("update alert_progress set revision = ? where id = 1")
                .param(next)
                .update();
        return next;
    }

    void matchedUpTo(long version) {
        jdbc.sql("update alert_progress set version = ? where id = 1")
                .param(version)
                .update();
    }

    void pursuedUpTo(long pursuit) {
        jdbc.sql("update alert_progress set pursuit = ? where id = 1")
                .param(pursuit)
                .update();
    }

    /// The searches that changed after a revision, removed ones included.
    List<SavedSearch> changedAfter(long revision) {
        return jdbc.sql("select * from alert_search where revision > ? order by revision")
                .param(revision)
                .query(SavedSearchRow::read)
                .list();
    }
}
