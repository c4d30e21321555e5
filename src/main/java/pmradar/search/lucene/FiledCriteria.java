package pmradar.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongField;
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
/// each whether the posting has the rest.
/// Source: the idea of presearching in Lucene's monitor module.
@Component
class FiledCriteria implements CriteriaMatcher {
    private final LuceneIndex index;
    private final Synonyms synonyms;
    private final Expansion expansion;
    private final Clock clock;
    /// By id, under what they are filed. Known to whoever changes something only; who looks for finders never waits for
    /// its growth.
    private final Map<Long, Integer> filed = new HashMap<>();

    private final Atoms atoms = new Atoms();
    private final Filing filing = new Filing();
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    FiledCriteria(LuceneIndex index, ObjectProvider<Synonyms> synonyms, Clock clock) {
        this.index = index;
        this.synonyms = synonyms.getIfAvailable(() -> Synonyms.NONE);
        this.expansion = new Expansion(this.synonyms);
        this.clock = clock;
    }

    @Override
    public synchronized void put(long id, Criteria criteria) {
        var demand = Demand.of(query(criteria, LuceneQueries.atAnyTime()));
        var needs = index.look(
                view -> new Rarity(view.getIndexReader(), thing -> filing.filed(atoms.known(thing))).needs(demand));
        var before = filed.get(id);
        if (demand.never()) {
            remove(id);
            return;
        }
        int under;
        lock.writeLock().lock();
        try {
            if (before != null) filing.remove(id, before);
            var numbers = needs.stream().map(atoms::number).toList();
            under = filing.add(id, demand.by(atoms::number), numbers);
        } finally {
            lock.writeLock().unlock();
        }
        filed.put(id, under);
    }

    @Override
    public String meaning() {
        return synonyms.edition();
    }

    @Override
    public synchronized void remove(long id) {
        var under = filed.remove(id);
        if (under == null) return;
        lock.writeLock().lock();
        try {
            filing.remove(id, under);
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public List<Long> findersOf(Posting posting) {
        if (!posting.open()) return List.of();
        var document = PostingDocument.sought(posting);
        long age = clock.millis() - posting.life().firstSeen().toEpochMilli();
        document.add(new LongField(LuceneFields.AGE, age, Field.Store.NO));
        lock.readLock().lock();
        try {
            return filing.met(atoms.carriedBy(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.readLock().unlock();
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
                var one = LuceneQueries.at(clock.instant()).of(List.of(condition));
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
        return LuceneQueries.at(clock.instant()).of(expansion.of(clause));
    }

    Query query(Criteria criteria) {
        return query(criteria, LuceneQueries.at(clock.instant()));
    }

    private Query query(Criteria criteria, LuceneQueries queries) {
        var clause = QueryText.read(criteria.query()).clause();
        return joined(queries.of(expansion.of(clause)), queries.of(criteria.conditions()));
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
}
