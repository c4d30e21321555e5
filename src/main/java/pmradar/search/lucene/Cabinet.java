package pmradar.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;

/// Demands that are filed, to be looked up by any number of threads while one after the other is changed.
final class Cabinet {
    /// By id, under what it is filed. Known to whoever changes something only: who looks up never waits for its growth.
    private final Map<Long, Integer> filed = new HashMap<>();

    private final Atoms atoms = new Atoms();
    private final Filing filing = new Filing();
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    /// Files a demand under the rarest thing that it needs; what had the same id is replaced.
    ///
    /// @param postings which tell what is rare
    synchronized void put(long id, Demand<Set<Atom>> demand, IndexReader postings) {
        if (demand.never()) {
            remove(id);
            return;
        }
        var needs = new Rarity(postings, thing -> filing.filed(atoms.known(thing))).needs(demand);
        var before = filed.get(id);
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

    synchronized void remove(long id) {
        var under = filed.remove(id);
        if (under == null) return;
        lock.writeLock().lock();
        try {
            filing.remove(id, under);
        } finally {
            lock.writeLock().unlock();
        }
    }

    /// The ids of the demands that a posting meets, each once.
    List<Long> met(Document posting) {
        lock.readLock().lock();
        try {
            return filing.met(atoms.carriedBy(posting));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.readLock().unlock();
        }
    }

    /// How many different things were ever asked for.
    synchronized int things() {
        return atoms.size();
    }
}
