package pmradar.alert;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
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
    /// The revision of one that no matching knows of yet.
    private static final long UNHEARD = 0;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Progress progress;
    private final Backlog backlog;
    private final Preferences preferences;

    StoredSearches(
            JdbcClient jdbc, JdbcTemplate template, Progress progress, Backlog backlog, Preferences preferences) {
        this.jdbc = jdbc;
        this.template = template;
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

    /// Matching hears of it when its revision is set; until then nobody waits for anybody.
    private SavedSearch insert(long account, Order order, @Nullable String standing, Instant now) {
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
                        UNHEARD)
                .param(standing)
                .update();
        var saved = byToken(token).orElseThrow();
        long looked = progress.version();
        backlog.know(saved, backlog.of(saved, Backlog.MOST), now);
        var mark = progress.locked();
        if (mark.version() != looked) backlog.know(saved, backlog.of(saved, Backlog.NEWEST), now);
        heard(saved.id());
        return saved;
    }

    private void heard(long id) {
        jdbc.sql("update alert_search set revision = ? where id = ?")
                .params(progress.nextRevision(), id)
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<SavedSearch> standing(long account, SavedSearch.Subject subject) {
        return jdbc.sql("select * from alert_search where standing = ?")
                .param(key(account, subject))
                .query(SavedSearchRow::read)
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
        boolean anew = !asks(order.criteria()).equals(asks(before.criteria()));
        long looked = progress.version();
        var found = anew ? backlog.of(before.asking(asks(order.criteria())), Backlog.MOST) : List.<Hits.Found>of();
        var mark = progress.locked();
        jdbc.sql("update alert_search set name = ?, query = ?, conditions = ?, schedule = ?, wishes = ?, next_due = ?"
                        + " where id = ?")
                .params(
                        order.name(),
                        order.criteria().query(),
                        Notation.of(order.criteria().conditions()),
                        Notation.of(order.schedule()),
                        Notation.of(order.wishes()),
                        Notation.at(order.schedule().next(now)),
                        id)
                .update();
        heard(id);
        if (anew) beginAnew(id, found, mark.version() != looked, now);
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
        if (before.paused() == paused) return Optional.of(before);
        long looked = progress.version();
        var found = paused ? List.<Hits.Found>of() : backlog.of(before, Backlog.MOST);
        var mark = progress.locked();
        jdbc.sql("update alert_search set paused = ? where id = ?")
                .params(paused, id)
                .update();
        heard(id);
        if (!paused) beginAnew(id, found, mark.version() != looked, now);
        return find(account, id);
    }

    /// Within the lock of [Progress].
    ///
    /// @param found before it was taken @param moved whether more was matched since
    private void beginAnew(long id, List<Hits.Found> found, boolean moved, Instant now) {
        jdbc.sql("update alert_search set since = ? where id = ?")
                .params(Notation.at(now), id)
                .update();
        var anew = find(id).orElseThrow();
        backlog.know(anew, found, now);
        if (moved) backlog.know(anew, backlog.of(anew, Backlog.NEWEST), now);
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
        var before =
                find(account, id).filter(search -> search.removed() != null).orElse(null);
        if (before == null) return false;
        long looked = progress.version();
        var found = backlog.of(before, Backlog.MOST);
        var mark = progress.locked();
        var restored = jdbc.sql("update alert_search set removed = null where id = ? and removed is not null")
                .param(id)
                .update();
        if (restored == 0) return false;
        heard(id);
        beginAnew(id, found, mark.version() != looked, now);
        return true;
    }

    @Override
    @Transactional(readOnly = true)
    public List<SavedSearch> of(long account) {
        return jdbc.sql("select * from alert_search where account_id = ? and removed is null and standing is null"
                        + " order by name, id")
                .param(account)
                .query(SavedSearchRow::read)
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
                .query(SavedSearchRow::read)
                .optional();
    }

    /// Takes them for oneself, so that nobody else writes their digests. It never waits: who holds one of them may wait
    /// for another.
    ///
    /// @return in the order given; without those that somebody else has now, and those of people who are kept out
    List<SavedSearch> locked(Collection<Long> ids) {
        var order = List.copyOf(ids);
        return jdbc
                .sql(
                        "select * from alert_search where id in (:ids)"
                                + " and account_id not in (select account_id from alert_kept_out) order by id for update skip locked")
                .param("ids", ids)
                .query(SavedSearchRow::read)
                .list()
                .stream()
                .sorted(Comparator.comparingInt(search -> order.indexOf(search.id())))
                .toList();
    }

    /// @param moments when something may be sent next, by search
    void dueNext(Map<Long, Instant> moments) {
        template.batchUpdate(
                "update alert_search set next_due = ? where id = ?",
                moments.entrySet().stream()
                        .map(one -> new Object[] {Notation.at(one.getValue()), one.getKey()})
                        .toList());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<SavedSearch> byToken(String token) {
        return jdbc.sql("select * from alert_search where token = ? and removed is null")
                .param(token)
                .query(SavedSearchRow::read)
                .optional();
    }

    private static String token() {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
