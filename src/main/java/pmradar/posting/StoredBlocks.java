package pmradar.posting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The block list in the database.
@Component
@Transactional
class StoredBlocks implements Blocks {
    private static final int LONGEST = 300;
    private static final int MOST = 2_000;
    private static final int CHUNK = 1_000;
    private static final int SHOWN = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String SELECT =
            "select b.*, (select count(*) from posting p where p.blocked_by = b.id) as hides from posting_block b";

    private final JdbcClient jdbc;
    private final Versions versions;
    private final BlockWalk walk;
    private final ApplicationEventPublisher events;

    StoredBlocks(JdbcClient jdbc, Versions versions, BlockWalk walk, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.versions = versions;
        this.walk = walk;
        this.events = events;
    }

    @Override
    @Transactional(readOnly = true)
    public Preview preview(Kind kind, String words) {
        var matcher = BlockMatcher.of(kind, checked(kind, words));
        var until = System.nanoTime() + PATIENCE.toNanos();
        var some = new ArrayList<Hidden>();
        long count = 0;
        long looked = 0;
        var rows = open(Long.MAX_VALUE, matcher.readsText());
        while (!rows.isEmpty()) {
            for (var row : rows) {
                if (matcher.by(row.title, row.company, row.text) == null) continue;
                count++;
                if (some.size() < SHOWN) some.add(new Hidden(new PostingId(row.id), row.title, row.company));
            }
            looked += rows.size();
            if (System.nanoTime() > until) break;
            rows = open(rows.getLast().id, matcher.readsText());
        }
        return new Preview(count, some, looked, rows.isEmpty());
    }

    private record Row(long id, String title, @Nullable String company, String text) {}

    private List<Row> open(long before, boolean withText) {
        return jdbc.sql("select id, title, company" + (withText ? ", body" : "") + " from posting"
                        + " where closed is null and blocked_by is null and id < ? order by id desc limit " + CHUNK)
                .param(before)
                .query((row, number) -> new Row(
                        row.getLong("id"),
                        row.getString("title"),
                        row.getString("company"),
                        withText ? row.getString("body") : ""))
                .list();
    }

    @Override
    public Block add(Kind kind, String words, String reason, String by, Instant now) {
        var line = checked(kind, words);
        if (reason.isBlank()) throw new IllegalArgumentException("Say why: later nobody remembers.");
        if (reason.length() > 1_000) throw new IllegalArgumentException("A reason has at most 1,000 characters.");
        versions.take(0);
        var holding = all().stream().filter(one -> one.undone() == null).toList();
        if (holding.size() >= MOST) throw new IllegalArgumentException("The block list is full.");
        if (holding.stream()
                .anyMatch(one -> one.kind() == kind && key(kind, one.words()).equals(key(kind, line)))) {
            throw new IllegalArgumentException("“%s” is blocked already.".formatted(line));
        }
        var key = new GeneratedKeyHolder();
        jdbc.sql("insert into posting_block (kind, words, reason, said_by, said_at) values (?, ?, ?, ?, ?)")
                .params(kind.name(), line, reason.strip(), StoredCorrections.bounded(by, 200), at(now))
                .update(key, "id");
        changed();
        return find(java.util.Objects.requireNonNull(key.getKey()).longValue()).orElseThrow();
    }

    private static String checked(Kind kind, String words) {
        var line = words.strip().replaceAll("\\s+", " ");
        if (line.length() > LONGEST) throw new IllegalArgumentException("A rule has at most 300 characters.");
        if (key(kind, line).isBlank()) throw new IllegalArgumentException("Write the name or the words to be blocked.");
        return line;
    }

    private static String key(Kind kind, String words) {
        return kind == Kind.EMPLOYER ? Identity.companyKey(words) : BlockMatcher.folded(words);
    }

    @Override
    public void undo(long block, Instant now) {
        versions.take(0);
        var _ = find(block)
                .orElseThrow(() -> new IllegalArgumentException("There is no rule " + block + " on the block list."));
        var undone = jdbc.sql("update posting_block set undone = ? where id = ? and undone is null")
                .params(at(now), block)
                .update();
        if (undone > 0) changed();
    }

    private void changed() {
        jdbc.sql("update posting_block_walk set wanted = wanted + 1 where id = 1")
                .update();
        events.publishEvent(new BlocksChanged());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Block> all() {
        return jdbc.sql(SELECT + " order by b.id desc")
                .query(StoredBlocks::block)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Block> find(long block) {
        return jdbc.sql(SELECT + " where b.id = ?")
                .param(block)
                .query(StoredBlocks::block)
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public @Nullable Progress progress() {
        return walk.progress();
    }

    private static Block block(ResultSet row, int number) throws SQLException {
        var undone = row.getObject("undone", OffsetDateTime.class);
        return new Block(
                row.getLong("id"),
                Kind.valueOf(row.getString("kind")),
                row.getString("words"),
                row.getString("reason"),
                row.getString("said_by"),
                row.getObject("said_at", OffsetDateTime.class).toInstant(),
                undone == null ? null : undone.toInstant(),
                row.getLong("hides"));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
