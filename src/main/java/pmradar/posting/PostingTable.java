package pmradar.posting;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/// Rows of postings.
interface PostingTable extends JpaRepository<StoredPosting, Long> {

    /// Apart from [#byEmployer], because H2 uses no index for an `or` of two columns.
    @Query("""
            select new pmradar.posting.Candidate(
                p.id, p.urlKey, p.sameKey, p.fingerprint, p.content.title, p.content.requisition, p.content.places)
            from StoredPosting p where p.urlKey in :urlKeys order by p.id desc""")
    List<Candidate> byUrl(Collection<Long> urlKeys, Limit limit);

    @Query("""
            select new pmradar.posting.Candidate(
                p.id, p.urlKey, p.sameKey, p.fingerprint, p.content.title, p.content.requisition, p.content.places)
            from StoredPosting p where p.sameKey in :sameKeys order by p.id desc""")
    List<Candidate> byEmployer(Collection<Long> sameKeys, Limit limit);

    List<StoredPosting> findByVersionGreaterThanOrderByVersion(long version, Limit limit);

    @Query("select p.id from StoredPosting p where p.closed is null and p.closesAt <= :now order by p.id")
    List<Long> overdue(Instant now, Limit limit);

    @Query("select p.id from StoredPosting p where p.sample = true order by p.id")
    List<Long> samples(Limit limit);

    @Query("select p from StoredPosting p where p.judgement.rulesVersion <> :rules and p.id > :after order by p.id")
    List<StoredPosting> judgedOtherwise(String rules, long after, Limit limit);

    @Query("select count(p) from StoredPosting p where p.judgement.rulesVersion <> :rules")
    long countJudgedOtherwise(String rules);

    @Query("select count(p) from StoredPosting p where p.closed is null and p.blockedBy is null")
    long countOpen();
}
