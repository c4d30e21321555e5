package database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Empty databases on one PostgreSQL, which starts when the first is asked for and ends with the process.
public final class FreshPostgres {

    private static final AtomicInteger MADE = new AtomicInteger();
    private static @Nullable EmbeddedPostgres server;

    private FreshPostgres() {}

    /// Makes another database. Its only person is `postgres`, without a password.
    public static String url() {
        return server().getJdbcUrl("postgres", made());
    }

    public static DataSource source() {
        return server().getDatabase("postgres", made());
    }

    private static synchronized String made() {
        var name = "fresh" + MADE.incrementAndGet();
        try (var connection = server().getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
            return name;
        } catch (SQLException e) {
            throw new IllegalStateException("no database could be made", e);
        }
    }

    private static synchronized EmbeddedPostgres server() {
        try {
            if (server == null) server = EmbeddedPostgres.builder().start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
