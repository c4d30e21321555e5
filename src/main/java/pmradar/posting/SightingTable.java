package pmradar.posting;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

/// Rows of sightings.
interface SightingTable extends ListCrudRepository<StoredSighting, Long> {

    @Query("""
            select new pmradar.posting.KnownSighting(
                s.id, s.externalId, s.contentHash, s.until, p.id, p.closed, p.closesAt, p.refused,
                p.course.pageGone)
            from StoredSighting s join StoredPosting p on p.id = s.postingId
            where s.feedId = :feedId and s.externalId in :externalIds""")
    List<KnownSighting> known(String feedId, Collection<String> externalIds);

    /// Those whose posting was judged by `rules`.
    @Query("""
            select new pmradar.posting.KnownSighting(
                s.id, s.externalId, s.contentHash, s.until, p.id, p.closed, p.closesAt, p.refused,
                p.course.pageGone)
            from StoredSighting s join StoredPosting p on p.id = s.postingId
            where s.feedId = :feedId and s.externalId in :externalIds and p.judgement.rulesVersion = :rules""")
    List<KnownSighting> knownBy(String feedId, Collection<String> externalIds, String rules);

    List<StoredSighting> findByPostingIdInOrderById(Collection<Long> postingIds);

    @Modifying
    @Query("update StoredSighting s set s.lastSeen = :now, s.missed = 0 where s.id in :ids")
    void seen(Collection<Long> ids, Instant now);

    @Modifying
    @Query("update StoredSighting s set s.lastSeen = :now"
            + " where s.feedId = :feedId and s.until is null and s.lastSeen >= :since")
    void stillThere(String feedId, Instant since, Instant now);

    @Modifying
    @Query("update StoredSighting s set s.missed = s.missed + 1"
            + " where s.feedId = :feedId and s.until is null and s.lastSeen < :started")
    void missed(String feedId, Instant started);

    @Query("select s from StoredSighting s"
            + " where s.feedId = :feedId and s.until is null and s.missed >= :misses order by s.id")
    List<StoredSighting> gone(String feedId, int misses, Limit limit);

    @Query("select s from StoredSighting s where s.feedId = :feedId and s.until is null order by s.id")
    List<StoredSighting> shown(String feedId, Limit limit);

    @Query("select s from StoredSighting s"
            + " where s.feedId = :feedId and s.until is null and s.lastSeen < :before and not exists ("
            + "select 1 from StoredPosting p where p.id = s.postingId and p.course.pageOpen >= :before) order by s.id")
    List<StoredSighting> stale(String feedId, Instant before, Limit limit);

    @Query("select s from StoredSighting s where s.postingId in :postingIds and s.until is null order by s.id")
    List<StoredSighting> live(Collection<Long> postingIds);

    @Query("select distinct s.postingId from StoredSighting s where s.postingId in :postingIds and s.until is null")
    List<Long> stillSeen(Collection<Long> postingIds);

    @Modifying
    @Query("delete from StoredSighting s where s.postingId in :postingIds")
    void deleteOf(Collection<Long> postingIds);
}
