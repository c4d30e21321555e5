package pmradar.pursuit;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pmradar.posting.PostingId;

/// Followers in the database.
@Component
class StoredFollowers implements Followers {
    private final JdbcClient jdbc;
    private final PursuitTable table;

    StoredFollowers(JdbcClient jdbc, PursuitTable table) {
        this.jdbc = jdbc;
        this.table = table;
    }

    @Override
    public List<Pursuit> begunAfter(long id, int limit) {
        return table.withSteps(jdbc.sql("select * from pursuit where id > ? and posting_id is not null order by id"
                        + " fetch first " + limit + " rows only")
                .param(id)
                .query(PursuitTable::bare)
                .list());
    }

    @Override
    public List<Pursuit> of(Collection<PostingId> postings) {
        if (postings.isEmpty()) return List.of();
        return table.withSteps(jdbc.sql("select * from pursuit where posting_id in (:ids) order by id")
                .param("ids", postings.stream().map(PostingId::value).toList())
                .query(PursuitTable::bare)
                .list());
    }
}
