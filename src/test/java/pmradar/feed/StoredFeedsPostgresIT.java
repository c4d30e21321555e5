package pmradar.feed;

import database.FreshPostgres;
import javax.sql.DataSource;

/// The same as on H2, on a real PostgreSQL.
class StoredFeedsPostgresIT extends StoredFeedsTest {

    @Override
    DataSource database() {
        return FreshPostgres.source();
    }
}
