package pmradar.posting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import pmradar.classify.Evidence;
import pmradar.classify.Flag;
import pmradar.classify.Label;
import pmradar.posting.Outline.Asked;
import pmradar.posting.Outline.Seen;

/// Reads columns rather than entities, which would bring the text and keep a copy of each row.
@Component
@Transactional(readOnly = true)
class StoredOutlines implements Outlines {
    private static final int CHUNK = 500;

    private static final String ROWS = """
            select id, version, title, company, places, remote,
                pay_min, pay_max, pay_currency, pay_period, pay_stated, pay_raw,
                label, domains, facts, flags, rules_version, refused,
                first_seen, claimed_posted, claimed_as, closes_at, changed, closed, closed_why,
                relisted, last_relisted, opened, open_seconds, text_changed, lost,
                group_id, group_said, sample, blocked_by
            from posting where version > :version order by version fetch first :limit rows only""";

    /// H2 compares each row with each value of an `in`, but looks up each of these once.
    private static final String OF_EACH = " from %s join unnest(?) as asked (asked_id) on posting_id = asked_id";

    private final JdbcClient jdbc;

    StoredOutlines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Outline> changedAfter(long version, int limit) {
        var rows = jdbc.sql(ROWS)
                .param("version", version)
                .param("limit", limit)
                .query((row, _) -> Row.of(row))
                .list();
        var found = new ArrayList<Outline>(rows.size());
        for (int from = 0; from < rows.size(); from += CHUNK)
            found.addAll(outlines(rows.subList(from, Math.min(rows.size(), from + CHUNK))));
        return found;
    }

    private List<Outline> outlines(List<Row> rows) {
        var parts = new Parts(rows.stream().map(Row::id).toList());
        return rows.stream().map(row -> row.outline().apply(parts)).toList();
    }

    @Override
    public List<PostingId> gone(Collection<PostingId> ids) {
        var gone = new ArrayList<PostingId>();
        var all = ids.stream().distinct().toList();
        for (int from = 0; from < all.size(); from += CHUNK) {
            var some = all.subList(from, Math.min(all.size(), from + CHUNK));
            var there = new HashSet<>(jdbc.sql("select id from posting where id in (:ids)")
                    .param("ids", some.stream().map(PostingId::value).toList())
                    .query(Long.class)
                    .list());
            some.stream().filter(id -> !there.contains(id.value())).forEach(gone::add);
        }
        return gone;
    }

    private static SqlArrayValue array(List<Long> ids) {
        return new SqlArrayValue("bigint", ids.toArray());
    }

    /// What other tables say of some postings.
    private final class Parts {
        private final Map<Long, List<Asked>> asked = new HashMap<>();
        private final Map<Long, List<Sighted>> sighted = new HashMap<>();
        private final Set<Long> corrected;

        Parts(List<Long> ids) {
            jdbc.sql("select posting_id, requirement, necessity" + OF_EACH.formatted("posting_evidence")
                            + " where requirement is not null order by posting_id, position")
                    .param(array(ids))
                    .query(row -> {
                        var necessity = Evidence.Necessity.valueOf(row.getString("necessity"));
                        of(asked, row.getLong("posting_id")).add(new Asked(row.getString("requirement"), necessity));
                    });
            jdbc.sql("select posting_id, feed_id, first_seen, last_seen" + OF_EACH.formatted("posting_sighting")
                            + " order by id")
                    .param(array(ids))
                    .query(row -> {
                        var seen = new Seen(row.getString("feed_id"), moment(row, "first_seen"));
                        of(sighted, row.getLong("posting_id")).add(new Sighted(seen, moment(row, "last_seen")));
                    });
            corrected = new HashSet<>(
                    jdbc.sql("select posting_id from posting_correction where posting_id in (:ids) and undone is null")
                            .param("ids", ids)
                            .query(Long.class)
                            .list());
        }

        List<Asked> asked(long posting) {
            return asked.getOrDefault(posting, List.of());
        }

        List<Seen> seen(long posting) {
            return sighted.getOrDefault(posting, List.of()).stream()
                    .map(Sighted::seen)
                    .toList();
        }

        @Nullable
        Instant lastSeen(long posting) {
            return sighted.getOrDefault(posting, List.of()).stream()
                    .map(Sighted::last)
                    .max(Instant::compareTo)
                    .orElse(null);
        }

        private static <T> List<T> of(Map<Long, List<T>> lists, long posting) {
            return lists.computeIfAbsent(posting, _ -> new ArrayList<>());
        }
    }

    private record Sighted(Seen seen, Instant last) {}

    /// A posting's own row, which wants the rest.
    private record Row(long id, Function<Parts, Outline> outline) {

        static Row of(ResultSet row) throws SQLException {
            var id = row.getLong("id");
            var version = row.getLong("version");
            var title = row.getString("title");
            var company = row.getString("company");
            var places = Notation.places(row.getString("places"));
            var remote = Remote.valueOf(row.getString("remote"));
            var pay = pay(row);
            var label = Label.valueOf(row.getString("label"));
            var domains = Notation.domains(row.getString("domains"));
            var facts = Notation.facts(row.getString("facts"));
            var flags = Notation.names(row.getString("flags"), Flag.class);
            var rules = row.getString("rules_version");
            var life = life(row);
            var sample = row.getBoolean("sample");
            var blocked = row.getObject("blocked_by") != null;
            return new Row(
                    id,
                    parts -> new Outline(
                            new PostingId(id),
                            title,
                            company,
                            places,
                            remote,
                            pay,
                            label,
                            domains,
                            facts,
                            flags,
                            rules,
                            parts.asked(id),
                            life.apply(parts.lastSeen(id)),
                            parts.seen(id),
                            sample,
                            parts.corrected.contains(id),
                            blocked,
                            version));
        }

        private static @Nullable Pay pay(ResultSet row) throws SQLException {
            return Content.pay(
                    row.getBigDecimal("pay_min"),
                    row.getBigDecimal("pay_max"),
                    row.getString("pay_currency"),
                    row.getString("pay_period"),
                    row.getBoolean("pay_stated"),
                    row.getString("pay_raw"));
        }

        /// The life of a posting that was seen last at the moment given.
        private static Function<@Nullable Instant, Posting.Life> life(ResultSet row) throws SQLException {
            var first = moment(row, "first_seen");
            var dates = new Content.Dates(
                    instant(row, "claimed_posted"), row.getString("claimed_as"), instant(row, "closes_at"));
            var course = new Course(
                    row.getInt("relisted"),
                    instant(row, "last_relisted"),
                    instant(row, "opened"),
                    row.getLong("open_seconds"),
                    instant(row, "text_changed"),
                    row.getBoolean("lost"),
                    null,
                    null,
                    null,
                    false);
            var changed = instant(row, "changed");
            var closed = instant(row, "closed");
            var why = row.getString("closed_why");
            var refused = row.getString("refused") != null;
            var group = row.getObject("group_id", Long.class);
            var kin = new Kin(group, null, row.getBoolean("group_said")).shown();
            return last -> course.life(first, last, dates, changed, closed, why, kin, refused);
        }
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
