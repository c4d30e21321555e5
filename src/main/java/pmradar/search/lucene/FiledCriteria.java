package pmradar.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    /// Of what nobody asks for any more this much may be kept.
    private static final int GROWN = 2;

    private static final int FEW = 10_000;

    private final LuceneIndex index;
    private final Synonyms synonyms;
    private final Expansion expansion;
    private final Clock clock;
    private volatile Cabinet cabinet = new Cabinet();
    /// With which names it was filled, and how many things were asked for then.
    private volatile String names = "";

    private volatile int things;

    FiledCriteria(LuceneIndex index, ObjectProvider<Synonyms> synonyms, Clock clock) {
        this.index = index;
        this.synonyms = synonyms.getIfAvailable(() -> Synonyms.NONE);
        this.expansion = new Expansion(this.synonyms);
        this.clock = clock;
    }

    @Override
    public synchronized void put(long id, Criteria criteria) {
        put(id, criteria, cabinet);
    }

    private void put(long id, Criteria criteria, Cabinet in) {
        var demand = Demand.of(query(criteria, LuceneQueries.atAnyTime()));
        index.look(view -> {
            in.put(id, demand, view.getIndexReader());
            return id;
        });
    }

    @Override
    public synchronized void remove(long id) {
        cabinet.remove(id);
    }

    @Override
    public boolean stale() {
        return !names.equals(synonyms.edition()) || cabinet.things() > GROWN * things + FEW;
    }

    @Override
    public synchronized void replaceAll(Map<Long, Criteria> all) {
        var fresh = new Cabinet();
        var edition = synonyms.edition();
        all.forEach((id, criteria) -> put(id, criteria, fresh));
        things = fresh.things();
        cabinet = fresh;
        // Only now: what breaks off amid it is done again.
        names = edition;
    }

    @Override
    public List<Long> findersOf(Posting posting) {
        if (!posting.open()) return List.of();
        var document = PostingDocument.sought(posting);
        long age = clock.millis() - posting.life().firstSeen().toEpochMilli();
        document.add(new LongField(LuceneFields.AGE, age, Field.Store.NO));
        return cabinet.met(document);
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
