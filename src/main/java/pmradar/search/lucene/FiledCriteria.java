package pmradar.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.lucene.index.Term;
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

/// Keeps criteria filed under the rarest thing that they need, looks up those of which a posting has it, and asks of
/// each
/// whether it has the rest. Where the needs alone do not decide, as with phrases, the query that searching uses does,
/// on
/// an index that holds this posting alone.
@Component
class FiledCriteria implements CriteriaMatcher {
    private static final long TIES = 1_000;

    private final LuceneIndex index;
    private final Expansion expansion;
    private final Clock clock;
    /// Known to whoever changes something only; who looks for finders never waits for its growth.
    private final Map<Long, Filed> filed = new HashMap<>();

    private final Atoms atoms = new Atoms();
    private final Filing filing = new Filing();
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    FiledCriteria(LuceneIndex index, ObjectProvider<Synonyms> synonyms, Clock clock) {
        this.index = index;
        this.expansion = new Expansion(synonyms.getIfAvailable(() -> Synonyms.NONE));
        this.clock = clock;
    }

    @Override
    public synchronized void put(long id, Criteria criteria) {
        var needs = Needs.of(query(criteria));
        var lasting = timed(criteria) ? needs.lasting() : needs;
        int handle = index.look(view -> rarest(lasting.all(), view));
        lock.writeLock().lock();
        try {
            forget(id);
            if (needs.never()) return;
            var one = new Filed(id, lasting.all(), handle, atoms, lasting.exact() ? null : criteria);
            filing.add(one);
            filed.put(id, one);
        } finally {
            lock.writeLock().unlock();
        }
    }

    /// Which of the needs fewest postings meet, among equals that under which least is filed; -1 for none.
    private int rarest(List<Needs.Need> all, IndexSearcher view) {
        int rarest = -1;
        long least = Long.MAX_VALUE;
        for (int i = 0; i < all.size(); i++) {
            long common = common(all.get(i), view);
            if (common >= least) continue;
            least = common;
            rarest = i;
        }
        return rarest;
    }

    private long common(Needs.Need need, IndexSearcher view) {
        if (need.not()) return Long.MAX_VALUE;
        long common = 0;
        for (var atom : need.any()) {
            long fewest = Arrays.stream(Atoms.terms(atom))
                    .mapToLong(term -> common(term, view))
                    .min()
                    .orElse(Long.MAX_VALUE);
            if (fewest == Long.MAX_VALUE) return fewest;
            common += fewest * TIES + Math.min(filing.filed(atoms.known(atom)), TIES - 1) + 1;
        }
        return common;
    }

    private static long common(Term term, IndexSearcher view) {
        try {
            return view.getIndexReader().docFreq(term);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void remove(long id) {
        lock.writeLock().lock();
        try {
            forget(id);
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void forget(long id) {
        var known = filed.remove(id);
        if (known != null) filing.remove(known);
    }

    @Override
    public Set<Long> findersOf(Posting posting) {
        if (!posting.open()) return Set.of();
        var document = PostingDocument.of(posting);
        lock.readLock().lock();
        try {
            var carried = atoms.carriedBy(document);
            var finders = new HashSet<Long>();
            var undecided = new ArrayList<Filed>();
            filing.candidates(carried, one -> {
                if (!one.meets(carried)) return;
                if (one.verified == null) finders.add(one.id);
                else undecided.add(one);
            });
            if (!undecided.isEmpty()) verify(undecided, posting, finders);
            return finders;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.readLock().unlock();
        }
    }

    private void verify(List<Filed> undecided, Posting posting, Set<Long> finders) throws IOException {
        var alone = alone(posting);
        for (var one : undecided) {
            var criteria = Objects.requireNonNull(one.verified);
            if (!finders.contains(one.id) && alone.count(query(criteria)) > 0) finders.add(one.id);
        }
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

    Query query(Criteria criteria) {
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
