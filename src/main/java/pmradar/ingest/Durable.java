package pmradar.ingest;

import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Makes what was committed survive a power failure before a feed's bookmark says that it was read. PostgreSQL does so
/// by
/// itself; H2 writes each commit to the file, but leaves it to the system when that reaches the disk.
@Component
class Durable {
    private final JdbcTemplate jdbc;

    Durable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void settle() {
        var product = jdbc.execute((ConnectionCallback<String>)
                connection -> connection.getMetaData().getDatabaseProductName());
        if ("H2".equals(product)) jdbc.execute("checkpoint sync");
    }
}
