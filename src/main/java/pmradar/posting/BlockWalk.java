package pmradar.posting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Brings stored postings in line with the block list, some at a time. It may be stopped anywhere: what was changed is
/// right, and the next walk begins anew.
@Component
class BlockWalk {
    private static final Logger LOG = LoggerFactory.getLogger(BlockWalk.class);
    private static final int CHUNK = 500;
    /// Postings that no rule that holds hides yet: a new rule may, and one that was taken back no longer does.
    private static final String UNSETTLED =
            " from posting where id > ? and (blocked_by is null or blocked_by not in (select id from posting_block where undone is null))";

    private final JdbcClient jdbc;
    private final PostingTable postings;
    private final Versions versions;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile Blocks.@Nullable Progress progress;

    BlockWalk(
            JdbcClient jdbc,
            PostingTable postings,
            Versions versions,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.postings = postings;
        this.versions = versions;
        this.events = events;
        this.transaction = transaction;
    }

    Blocks.@Nullable Progress progress() {
        return progress;
    }

    /// Walks until no change of the rules is left to follow. Does nothing while another walk goes on here.
    void run() {
        if (!running.compareAndSet(false, true)) return;
        try {
            for (long wanted = number("wanted"); wanted > number("done"); wanted = number("wanted")) {
                walk();
                done(wanted);
            }
        } finally {
            running.set(false);
        }
    }

    private long number(String column) {
        return jdbc.sql("select " + column + " from posting_block_walk where id = 1")
                .query(Long.class)
                .single();
    }

    private void done(long wanted) {
        transaction.executeWithoutResult(status -> jdbc.sql("update posting_block_walk set done = ? where id = 1")
                .param(wanted)
                .update());
    }

    private void walk() {
        long total = jdbc.sql("select count(*)" + UNSETTLED)
                .param(Long.MIN_VALUE)
                .query(Long.class)
                .single();
        var now = new Blocks.Progress(total, 0, 0, true);
        progress = now;
        for (var step = step(Long.MIN_VALUE); step.looked > 0; step = step(step.last)) {
            now = new Blocks.Progress(total, now.done() + step.looked, now.changed() + step.changed, true);
            progress = now;
        }
        progress = new Blocks.Progress(total, now.done(), now.changed(), false);
        LOG.info("{} postings compared with the block list; {} changed", now.done(), now.changed());
    }

    private record Step(long last, int looked, int changed) {}

    private record Row(
            long id, @Nullable Long before, @Nullable Long now) {}

    private Step step(long after) {
        return java.util.Objects.requireNonNull(transaction.execute(status -> {
            versions.take(0);
            var rows = rows(after, BlockMatcher.of(jdbc));
            var changed = new LinkedHashMap<Long, @Nullable Long>();
            for (var row : rows) if (!java.util.Objects.equals(row.before, row.now)) changed.put(row.id, row.now);
            follow(changed);
            return new Step(rows.isEmpty() ? after : rows.getLast().id, rows.size(), changed.size());
        }));
    }

    private List<Row> rows(long after, BlockMatcher matcher) {
        var text = matcher.readsText() ? ", body" : "";
        return jdbc.sql("select id, blocked_by, title, company" + text + UNSETTLED + " order by id limit " + CHUNK)
                .param(after)
                .query((row, number) -> new Row(
                        row.getLong("id"),
                        row.getObject("blocked_by", Long.class),
                        matcher.by(
                                row.getString("title"),
                                row.getString("company"),
                                text.isEmpty() ? "" : row.getString("body"))))
                .list();
    }

    private void follow(Map<Long, @Nullable Long> changed) {
        if (changed.isEmpty()) return;
        var number = versions.take(changed.size());
        var ids = new ArrayList<PostingId>();
        for (var posting : postings.findAllById(changed.keySet())) {
            posting.block(changed.get(posting.id()));
            posting.number(++number);
            ids.add(new PostingId(posting.id()));
        }
        postings.flush();
        for (var id : ids) events.publishEvent(new PostingEvent.PostingChanged(id));
    }
}
