package pmradar.alert;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import pmradar.pursuit.Preferences;
import pmradar.search.Criteria;

/// Saved searches in the database. Each change takes the lock of [Progress], so that matching never misses one.
@Component
@Transactional
class StoredSearches implements SavedSearches {
    private static final int MOST_PER_ACCOUNT = 1_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Progress progress;
    private final Backlog backlog;
    private final Preferences preferences;

    StoredSearches(JdbcClient jdbc, Progress progress, Backlog backlog, Preferences preferences) {
        this.jdbc = jdbc;
        this.progress = progress;
        this.backlog = backlog;
        this.preferences = preferences;
    }

    @Override
    public SavedSearch save(long account, Order order, Instant now) {
        if (of(account).size() >= MOST_PER_ACCOUNT)
            throw new IllegalArgumentException(
                    "There are %,d saved searches already; remove one first.".formatted(MOST_PER_ACCOUNT));
        return insert(account, order, null, now);
    }

    private SavedSearch insert(long account, Order order, @Nullable String standing, Instant now) {
        var revision = progress.nextRevision();
        var token = token();
        jdbc.sql("insert into alert_search (account_id, name, query, conditions, schedule, wishes, since, paused,"
                        + " next_due, token, revision, standing) values (?, ?, ?, ?, ?, ?, ?, false, ?, ?, ?, ?)")
                .params(
                        account,
                        order.name(),
                        order.criteria().query(),
                        Notation.of(order.criteria().conditions()),
                        Notation.of(order.schedule()),
                        Notation.of(order.wishes()),
                        Notation.at(now),
                        Notation.at(order.schedule().next(now)),
                        token,
                        revision)
                .param(standing)
                .update();
        var saved = byToken(token).orElseThrow();
        backlog.know(saved, now);
        return saved;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<SavedSearch> standing(long account, SavedSearch.Subject subject) {
        return jdbc.sql("select * from alert_search where standing = ?")
                .param(key(account, subject))
                .query(StoredSearches::search)
                .optional();
    }

    private static String key(long account, SavedSearch.Subject subject) {
        return subject + ":" + account;
    }

    @Override
    public SavedSearch setUp(long account, SavedSearch.Subject subject, Instant now) {
        if (subject == SavedSearch.Subject.SEARCH) throw new IllegalArgumentException("A search is saved.");
        var known = standing(account, subject);
        if (known.isPresent()) return known.get();
        progress.locked();
        return standing(account, subject)
                .orElseGet(() -> insert(account, usual(account, subject), key(account, subject), now));
    }

    private Order usual(long account, SavedSearch.Subject subject) {
        var zone = Objects.requireNonNullElseGet(preferences.of(account).zone(), ZoneId::systemDefault);
        return new Order(
                subject.title(),
                new Criteria("", List.of(), Criteria.Sort.NEWEST),
                Schedule.atOnce(zone),
                Wishes.STANDING);
    }

    @Override
    public Optional<SavedSearch> renewFeed(long account, long id) {
        jdbc.sql("update alert_search set token = ? where id = ? and account_id = ?")
                .params(token(), id, account)
                .update();
        return find(account, id);
    }

    @Override
    public Optional<SavedSearch> change(long account, long id, Order order, Instant now) {
        var before = find(account, id).orElse(null);
        if (before == null) return Optional.empty();
        var revision = progress.nextRevision();
        jdbc.sql("update alert_search set name = ?, query = ?, conditions = ?, schedule = ?, wishes = ?, next_due = ?,"
                        + " revision = ? where id = ?")
                .params(
                        order.name(),
                        order.criteria().query(),
                        Notation.of(order.criteria().conditions()),
                        Notation.of(order.schedule()),
                        Notation.of(order.wishes()),
                        Notation.at(order.schedule().next(now)),
                        revision,
                        id)
                .update();
        if (!asks(order.criteria()).equals(asks(before.criteria()))) beginAnew(id, now);
        return find(account, id);
    }

    /// What is asked for, whatever the order of the answer.
    private static Criteria asks(Criteria criteria) {
        return new Criteria(criteria.query(), criteria.conditions(), Criteria.Sort.NEWEST);
    }

    @Override
    public Optional<SavedSearch> pause(long account, long id, boolean paused, Instant now) {
        var before = find(account, id).orElse(null);
        if (before == null) return Optional.empty();
        if (before.paused() != paused) {
            jdbc.sql("update alert_search set paused = ?, revision = ? where id = ?")
                    .params(paused, progress.nextRevision(), id)
                    .update();
            if (!paused) beginAnew(id, now);
        }
        return find(account, id);
    }

    private void beginAnew(long id, Instant now) {
        jdbc.sql("update alert_search set since = ? where id = ?")
                .params(Notation.at(now), id)
                .update();
        backlog.know(find(id).orElseThrow(), now);
    }

    @Override
    public Optional<SavedSearch> mute(long account, long id, @Nullable Instant until, Instant now) {
        jdbc.sql("update alert_search set muted_until = :until where id = :id and account_id = :account")
                .param("until", Notation.atOrNull(until))
                .param("id", id)
                .param("account", account)
                .update();
        return find(account, id);
    }

    @Override
    public boolean remove(long account, long id, Instant now) {
        return jdbc.sql("update alert_search set removed = ?, revision = ? where id = ? and account_id = ?"
                                + " and removed is null and standing is null")
                        .params(Notation.at(now), progress.nextRevision(), id, account)
                        .update()
                > 0;
    }

    @Override
    public boolean restore(long account, long id, Instant now) {
        var restored = jdbc.sql("update alert_search set removed = null, revision = ? where id = ? and account_id = ?"
                        + " and removed is not null")
                .params(progress.nextRevision(), id, account)
                .update();
        if (restored > 0) beginAnew(id, now);
        return restored > 0;
    }

    @Override
    @Transactional(readOnly = true)
    public List<SavedSearch> of(long account) {
        return jdbc.sql("select * from alert_search where account_id = ? and removed is null and standing is null"
                        + " order by name, id")
                .param(account)
                .query(StoredSearches::search)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<SavedSearch> find(long account, long id) {
        return find(id).filter(search -> search.owner() == account);
    }

    Optional<SavedSearch> find(long id) {
        return jdbc.sql("select * from alert_search where id = ?")
                .param(id)
                .query(StoredSearches::search)
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<SavedSearch> byToken(String token) {
        return jdbc.sql("select * from alert_search where token = ? and removed is null")
                .param(token)
                .query(StoredSearches::search)
                .optional();
    }

    private static String token() {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static SavedSearch search(ResultSet row, int number) throws SQLException {
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
