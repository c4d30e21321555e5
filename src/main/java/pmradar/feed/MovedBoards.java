package pmradar.feed;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Looks for boards that seem to have moved at the employer's careers page, and proposes what it finds. Only a person
/// changes a feed.
@Component
class MovedBoards {
    private static final Logger LOG = LoggerFactory.getLogger(MovedBoards.class);
    private static final Set<Trouble.Kind> MAY_HAVE_MOVED = EnumSet.of(Trouble.Kind.MOVED, Trouble.Kind.EMPTY);
    private static final Duration BETWEEN_LOOKS = Duration.ofDays(7);
    private static final int LONGEST_AT = 2000;

    private final BoardFinder finder;
    private final FeedTypes types;
    private final KnownFeeds known;
    private final FeedMoves moves;
    private final JdbcClient jdbc;

    MovedBoards(BoardFinder finder, FeedTypes types, KnownFeeds known, FeedMoves moves, JdbcClient jdbc) {
        this.finder = finder;
        this.types = types;
        this.known = known;
        this.moves = moves;
        this.jdbc = jdbc;
    }

    /// Looks if one of the troubles that the owner was told of may mean a move, at most once a week.
    void look(Feed feed, List<TroubleRows.Row> troubles, Instant now) {
        var moved = troubles.stream().anyMatch(row -> row.told() && MAY_HAVE_MOVED.contains(row.kind()));
        var home = feed.home();
        if (!moved || home == null) return;
        var last = lastLook(feed.id());
        if (last.isPresent() && last.get().at().plus(BETWEEN_LOOKS).isAfter(now)) return;
        var outcome = look(feed, home, now);
        jdbc.sql("delete from feed_look where feed_id = ?").param(feed.id()).update();
        jdbc.sql("insert into feed_look (feed_id, looked, outcome) values (?, ?, ?)")
                .params(feed.id(), HealthRows.at(now), cut(outcome))
                .update();
        LOG.info("Feed {}: looked for its board. {}", feed.id(), outcome);
    }

    private String look(Feed feed, URI home, Instant now) {
        try {
            var found = finder.find(home).stream()
                    .filter(board -> readable(feed, board))
                    .toList();
            var others = found.stream()
                    .filter(board ->
                            !(board.type().equals(feed.type()) && board.at().equalsIgnoreCase(feed.at())))
                    .toList();
            others.forEach(board -> propose(feed, board, now));
            if (!others.isEmpty()) return "%s names another board.".formatted(home);
            return found.isEmpty()
                    ? "%s names no board that is known.".formatted(home)
                    : "%s still names the same board.".formatted(home);
        } catch (FetchFailed failed) {
            return "%s could not be read: %s".formatted(home, failed.reason());
        }
    }

    private boolean readable(Feed feed, BoardFinder.Found board) {
        var type = types.named(board.type()).orElse(null);
        if (type == null || board.at().length() > LONGEST_AT) return false;
        try {
            type.first(FeedMoves.to(feed, board.type(), board.at()));
            return true;
        } catch (UnreadableFeed | IllegalArgumentException wrong) {
            return false;
        }
    }

    private void propose(Feed feed, BoardFinder.Found board, Instant now) {
        var before = jdbc.sql("select count(*) from feed_proposal where feed_id = ? and type = ? and at = ?")
                .params(feed.id(), board.type(), board.at())
                .query(Long.class)
                .single();
        if (before > 0) return;
        jdbc.sql("insert into feed_proposal (feed_id, type, at, how, found) values (?, ?, ?, ?, ?)")
                .params(
                        feed.id(),
                        board.type(),
                        board.at(),
                        cut("Found on %s. %s".formatted(feed.home(), board.how())),
                        HealthRows.at(now))
                .update();
    }

    Optional<FeedHealth.Look> lastLook(String feedId) {
        return jdbc.sql("select looked, outcome from feed_look where feed_id = ?")
                .param(feedId)
                .query((row, number) -> new FeedHealth.Look(
                        row.getObject("looked", OffsetDateTime.class).toInstant(), row.getString("outcome")))
                .optional();
    }

    /// What is accepted already is no proposal any more.
    List<Proposal> proposals(String feedId) {
        var move = move(feedId);
        return jdbc
                .sql("select * from feed_proposal where feed_id = ? and declined is null order by id desc")
                .param(feedId)
                .query((row, number) -> new Proposal(
                        row.getLong("id"),
                        feedId,
                        row.getString("type"),
                        row.getString("at"),
                        row.getString("how"),
                        row.getObject("found", OffsetDateTime.class).toInstant()))
                .list()
                .stream()
                .filter(proposal -> move.filter(made ->
                                made.type().equals(proposal.type()) && made.at().equals(proposal.at()))
                        .isEmpty())
                .toList();
    }

    boolean accept(String feedId, long id, String by, Instant now) {
        var proposal = proposals(feedId).stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElse(null);
        var declared = known.named(feedId).orElse(null);
        if (proposal == null || declared == null) return false;
        moves.save(declared, proposal.type(), proposal.at(), by, now);
        LOG.info("Feed {} is read as {} at {} from now on", feedId, proposal.type(), proposal.at());
        return true;
    }

    boolean decline(String feedId, long id, Instant now) {
        return jdbc.sql("update feed_proposal set declined = ? where feed_id = ? and id = ?")
                        .params(HealthRows.at(now), feedId, id)
                        .update()
                > 0;
    }

    Optional<FeedMove> move(String feedId) {
        return known.named(feedId).flatMap(moves::of);
    }

    boolean takeBack(String feedId) {
        return moves.forget(feedId);
    }

    private static String cut(String words) {
        return words.length() <= 1000 ? words : words.substring(0, 999) + "…";
    }
}
