package pmradar.alert;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Which people were told of which postings, whatever search found them.
final class ToldPostings {

    /// Ordered, so that whoever notes some of them at the same time does it in the same order.
    record Told(long account, long posting) implements Comparable<Told> {
        @Override
        public int compareTo(Told other) {
            return account == other.account
                    ? Long.compare(posting, other.posting)
                    : Long.compare(account, other.account);
        }
    }

    private final Set<Told> before;
    private final Set<Told> added = new TreeSet<>();

    ToldPostings(Collection<Told> before) {
        this.before = new HashSet<>(before);
    }

    /// @return whether the person was not told before
    boolean add(long account, long posting) {
        var told = new Told(account, posting);
        return !before.contains(told) && added.add(told);
    }

    /// Those that are not noted yet.
    List<Told> added() {
        return List.copyOf(added);
    }
}
