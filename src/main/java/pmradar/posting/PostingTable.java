package pmradar.posting;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/// Rows of postings.
interface PostingTable extends JpaRepository<StoredPosting, Long> {

    /// One query for each key, because H2 uses no index for an `or` of two columns.
    @Query("""
            select new pmradar.posting.Candidate(
                p.id, p.keys.urlKey, p.keys.sameKey, p.keys.fingerprint,
                p.keys.band1, p.keys.band2, p.keys.band3, p.keys.band4,
                p.content.title, p.content.company, p.content.requisition, p.content.places)
            from StoredPosting p where p.keys.urlKey in :keys order by p.id desc""")
    List<Candidate> byUrl(Collection<Long> keys, Limit limit);

    @Query("""
            select new pmradar.posting.Candidate(
                p.id, p.keys.urlKey, p.keys.sameKey, p.keys.fingerprint,
                p.keys.band1, p.keys.band2, p.keys.band3, p.keys.band4,
                p.content.title, p.content.company, p.content.requisition, p.content.places)
            from StoredPosting p where p.keys.sameKey in :keys order by p.id desc""")
    List<Candidate> byEmployer(Collection<Long> keys, Limit limit);

    @Query("""
            select new pmradar.posting.Candidate(
                p.id, p.keys.urlKey, p.keys.sameKey, p.keys.fingerprint,
                p.keys.band1, p.keys.band2, p.keys.band3, p.keys.band4,
                p.content.title, p.content.company, p.content.requisition, p.content.places)
            from StoredPosting p where p.keys.band1 in :keys order by p.id desc""")
    List<Candidate> byBand1(Collection<Long> keys, Limit limit);

    @Query("""
            select new pmradar.posting.Candidate(
                p.id, p.keys.urlKey, p.keys.sameKey, p.keys.fingerprint,
                p.keys.band1, p.keys.band2, p.keys.band3, p.keys.band4,
                p.content.title, p.content.company, p.content.requisition, p.content.places)
            from StoredPosting p where p.keys.band2 in :keys order by p.id desc""")
    List<Candidate> byBand2(Collection<Long> keys, Limit limit);

    @Query("""
            select new pmradar.posting.Candidate(
                p.id, p.keys.urlKey, p.keys.sameKey, p.keys.fingerprint,
                p.keys.band1, p.keys.band2, p.keys.band3, p.keys.band4,
                p.content.title, p.content.company, p.content.requisition, p.content.places)
            from StoredPosting p where p.keys.band3 in :keys order by p.id desc""")
    List<Candidate> byBand3(Collection<Long> keys, Limit limit);

    @Query("""
            select new pmradar.posting.Candidate(
                p.id, p.keys.urlKey, p.keys.sameKey, p.keys.fingerprint,
                p.keys.band1, p.keys.band2, p.keys.band3, p.keys.band4,
                p.content.title, p.content.company, p.content.requisition, p.content.places)
            from StoredPosting p where p.keys.band4 in :keys order by p.id desc""")
    List<Candidate> byBand4(Collection<Long> keys, Limit limit);

    List<StoredPosting> findByVersionGreaterThanOrderByVersion(long version, Limit limit);

    @Query("select p.id from StoredPosting p where p.closed is null and p.closesAt <= :now order by p.id")
    List<Long> overdue(Instant now, Limit limit);

    @Query("select p.id from StoredPosting p where p.sample = true order by p.id")
    List<Long> samples(Limit limit);

    @Query("select p from StoredPosting p where p.judgement.rulesVersion <> :rules and p.id > :after order by p.id")
    List<StoredPosting> judgedOtherwise(String rules, long after, Limit limit);

    @Query("select count(p) from StoredPosting p where p.judgement.rulesVersion <> :rules")
    long countJudgedOtherwise(String rules);

    @Query("""
            select p from StoredPosting p
            where p.closed is null and p.sample = false and p.content.url is not null
              and (p.course.checkedAt is null or p.course.checkedAt < :since)
              and not exists (
                select 1 from StoredSighting s, StoredVoucher v
                where s.postingId = p.id and s.until is null and v.feedId = s.feedId and v.complete = true)
              and not exists (
                select 1 from StoredSighting s
                where s.postingId = p.id and s.until is null and s.lastSeen >= :since)
            order by p.course.checkedAt nulls first, p.id""")
    List<StoredPosting> unvouched(Instant since, Limit limit);

    @Query("select count(p) from StoredPosting p where p.closed is null and p.blockedBy is null")
    long countOpen();
}
