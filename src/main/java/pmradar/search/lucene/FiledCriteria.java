package pmradar.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import pmradar.posting.Posting;
import pmradar.search.Clause;
import pmradar.search.Criteria;
import pmradar.search.CriteriaMatcher;
import pmradar.search.Expansion;
import pmradar.search.Facet;
import pmradar.search.QueryText;
import pmradar.search.Synonyms;

/// Keeps criteria filed under their rarest handle, looks up those that a posting gives away, and verifies each with the
/// query that searching uses, on an index that holds this posting alone.
@Component
class FiledCriteria implements CriteriaMatcher {

    private final LuceneIndex index;
    private final Expansion expansion;
    private final Clock clock;
    private final Map<Long, Filed> filed = new HashMap<>();
    private final Filing filing = new Filing();
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    /// @param query as of the moment it was filed; null where ages make it another one at each moment
    private record Filed(Criteria criteria, @Nullable Query query, List<Handles.Handle> handles) {}

    FiledCriteria(LuceneIndex index, ObjectProvider<Synonyms> synonyms, Clock clock) {
        this.index = index;
        this.expansion = new Expansion(synonyms.getIfAvailable(() -> Synonyms.NONE));
        this.clock = clock;
    }

    @Override
    public void put(long id, Criteria criteria) {
        var query = query(criteria);
        lock.writeLock().lock();
        try {
            forget(id);
            var handles = index.look(view -> new Handles(handle -> common(view, handle)).of(query));
            filed.put(id, new Filed(criteria, timed(criteria) ? null : query, handles.orElse(List.of())));
            if (handles.isPresent()) filing.add(id, handles.get());
            else filing.addAnyway(id);
        } finally {
            lock.writeLock().unlock();
        }
    }

    private long common(IndexSearcher view, Handles.Handle handle) {
        try {
            return (long) view.getIndexReader().docFreq(handle.term()) + filing.filed(handle) + 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void remove(long id) {
        lock.writeLock().lock();
        try {
            forget(id);
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void forget(long id) {
        var known = filed.remove(id);
        if (known != null) filing.remove(id, known.handles());
    }

    @Override
    public Set<Long> findersOf(Posting posting) {
        if (!posting.open()) return Set.of();
        var alone = alone(posting);
        lock.readLock().lock();
        try {
            var finders = new LinkedHashSet<Long>();
            for (long id : candidates(alone)) if (meets(alone, filed.get(id))) finders.add(id);
            return finders;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.readLock().unlock();
        }
    }

    private Set<Long> candidates(IndexSearcher alone) throws IOException {
        var found = new HashSet<>(filing.always());
        for (var leaf : alone.getIndexReader().leaves()) {
            for (var field : filing.fields()) {
                var terms = leaf.reader().terms(field);
                if (terms == null) continue;
                var each = terms.iterator();
                for (var term = each.next(); term != null; term = each.next()) filing.collect(field, term, found);
            }
        }
        return found;
    }

    private boolean meets(IndexSearcher alone, @Nullable Filed filed) throws IOException {
        if (filed == null) return false;
        var query = filed.query() == null ? query(filed.criteria()) : filed.query();
        return alone.count(query) > 0;
    }

    @Override
    public List<String> reasons(Criteria criteria, Posting posting) {
        if (!posting.open()) return List.of();
        var alone = alone(posting);
        try {
            if (alone.count(query(criteria)) == 0) return List.of();
            var reasons = new ArrayList<String>();
            var clause = QueryText.read(criteria.query()).clause();
            for (var part : clause instanceof Clause.And(var all) ? all : List.of(clause)) {
                if (!(part instanceof Clause.All)) reasons.add(words(held(part, alone)));
            }
            for (var condition : criteria.conditions()) {
                var one = new LuceneQueries(clock.instant()).of(List.of(condition));
                if (alone.count(joined(null, one)) > 0)
                    reasons.add(QueryText.inWords(new Clause.All(), List.of(condition)));
            }
            return reasons;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Of alternatives those that hold.
    private Clause held(Clause part, IndexSearcher alone) throws IOException {
        if (!(part instanceof Clause.Or(var any))) return part;
        var holding = new ArrayList<Clause>();
        for (var one : any) if (alone.count(query(one)) > 0) holding.add(one);
        return holding.size() == 1 ? holding.getFirst() : new Clause.Or(holding);
    }

    private static String words(Clause clause) {
        return QueryText.inWords(clause, List.of());
    }

    private Query query(Clause clause) {
        return new LuceneQueries(clock.instant()).of(expansion.of(clause));
    }

    private Query query(Criteria criteria) {
        var clause = QueryText.read(criteria.query()).clause();
        return joined(query(clause), new LuceneQueries(clock.instant()).of(criteria.conditions()));
    }

    private static Query joined(@Nullable Query words, Map<Facet, Query> conditions) {
        var joined = new BooleanQuery.Builder();
        if (words != null) joined.add(words, Occur.FILTER);
        conditions.values().forEach(condition -> joined.add(condition, Occur.FILTER));
        return joined.build();
    }

    private static IndexSearcher alone(Posting posting) {
        var memory = MemoryIndex.fromDocument(PostingDocument.of(posting), new OpenIndex.Apart());
        return memory.createSearcher();
    }

    /// Whether the same criteria ask for another thing a minute later.
    private static boolean timed(Criteria criteria) {
        return criteria.conditions().stream().anyMatch(condition -> condition.facet() == Facet.AGE)
                || timed(QueryText.read(criteria.query()).clause());
    }

    private static boolean timed(Clause clause) {
        return switch (clause) {
            case Clause.Range range -> range.measure() == Clause.Measure.AGE;
            case Clause.Value value -> value.facet() == Facet.AGE;
            case Clause.And(var all) -> all.stream().anyMatch(FiledCriteria::timed);
            case Clause.Or(var any) -> any.stream().anyMatch(FiledCriteria::timed);
            case Clause.Not(var inner) -> timed(inner);
            case Clause.All _, Clause.Word _, Clause.Phrase _, Clause.Prefix _ -> false;
        };
    }
}
