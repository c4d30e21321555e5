package pmradar.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/// Destinations in the database. Removing one keeps what was sent there in the log.
@Component
class StoredDestinations implements Destinations {
    private static final int MOST_PER_SEARCH = 10;
    private static final String REMOVED = "removed";

    private final JdbcClient jdbc;
    private final SavedSearches searches;
    private final Deliveries deliveries;
    private final Clock clock;
    private final Map<String, Channel> channels = new TreeMap<>();

    StoredDestinations(
            JdbcClient jdbc, SavedSearches searches, Deliveries deliveries, List<Channel> channels, Clock clock) {
        this.jdbc = jdbc;
        this.deliveries = deliveries;
        this.clock = clock;
        this.searches = searches;
        channels.forEach(channel -> this.channels.put(channel.name(), channel));
    }

    @Override
    public List<String> channels() {
        return List.copyOf(channels.keySet());
    }

    @Override
    public Optional<Added> add(long account, long search, String name, String typed) {
        if (searches.find(account, search).isEmpty()) return Optional.empty();
        var channel = channels.get(name);
        if (channel == null)
            throw new IllegalArgumentException(
                    "There is no channel “%s”. There are: %s.".formatted(name, String.join(", ", channels.keySet())));
        if (of(account, search).size() >= MOST_PER_SEARCH)
            throw new IllegalArgumentException(
                    "A saved search has at most %d destinations.".formatted(MOST_PER_SEARCH));
        var address = channel.address(typed);
        var secret = Signature.secret();
        var keys = new GeneratedKeyHolder();
        jdbc.sql("insert into alert_destination (search_id, channel, address, secret) values (?, ?, ?, ?)")
                .params(search, name, address, secret)
                .update(keys, "id");
        long id = Objects.requireNonNull(keys.getKey()).longValue();
        return Optional.of(new Added(new Entry(id, search, name, address, null), secret));
    }

    @Override
    public boolean remove(long account, long id) {
        var removed = jdbc.sql("update alert_destination set ended = ? where id = ? and (ended is null or ended <> ?)"
                                + " and search_id in (select id from alert_search where account_id = ?)")
                        .params(REMOVED, id, REMOVED, account)
                        .update()
                > 0;
        if (removed) deliveries.parkWaiting(id, "The destination was removed.", clock.instant());
        return removed;
    }

    @Override
    public List<Entry> of(long account, long search) {
        return jdbc.sql("select t.* from alert_destination t join alert_search s on s.id = t.search_id"
                        + " where s.account_id = ? and t.search_id = ? and (t.ended is null or t.ended <> ?)"
                        + " order by t.id")
                .params(account, search, REMOVED)
                .query(StoredDestinations::entry)
                .list();
    }

    @Override
    public Optional<Channel.Outcome> test(long account, long id, Instant now) {
        return jdbc.sql("select t.*, s.name from alert_destination t join alert_search s on s.id = t.search_id"
                        + " where s.account_id = ? and t.id = ?")
                .params(account, id)
                .query((row, number) -> Objects.requireNonNull(channels.get(row.getString("channel")))
                        .send(
                                new Channel.Destination(
                                        id,
                                        row.getString("channel"),
                                        row.getString("address"),
                                        row.getString("secret")),
                                test(row.getLong("search_id"), row.getString("name"), now),
                                "test-" + UUID.randomUUID()))
                .optional();
    }

    private static Digest test(long search, String name, Instant now) {
        var line = new Digest.Line(
                0,
                Hit.Kind.NEW,
                "This is a test: an invented posting",
                "Example Ltd",
                "Nowhere, remote",
                null,
                "technical",
                40,
                "Kubernetes",
                "experience with Kubernetes",
                List.of("you asked for a test"),
                List.of(),
                null,
                null);
        return new Digest(0, "test", search, name, now, List.of(line), List.of());
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getLong("id"),
                row.getLong("search_id"),
                row.getString("channel"),
                row.getString("address"),
                row.getString("ended"));
    }
}
