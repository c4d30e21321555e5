package pmradar.search.lucene;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pmradar.search.Criteria;

/// Criteria as they are kept, small: what a posting must have, in numbers, and the criteria themselves only where that
/// does not decide.
final class Filed {
    final long id;
    /// One need after the other: how many atoms, doubled, with one more for `not`; then their numbers.
    private final int[] needs;

    final @Nullable Criteria verified;
    /// Where the need begins under whose atoms it is filed; -1 when it is filed under none.
    private final int handle;

    Filed(long id, List<Needs.Need> all, int handle, Atoms atoms, @Nullable Criteria verified) {
        this.id = id;
        this.verified = verified;
        var numbers = new ArrayList<Integer>();
        int begins = -1;
        for (int i = 0; i < all.size(); i++) {
            var need = all.get(i);
            if (i == handle) begins = numbers.size();
            numbers.add(need.any().size() * 2 + (need.not() ? 1 : 0));
            need.any().forEach(atom -> numbers.add(atoms.number(atom)));
        }
        needs = numbers.stream().mapToInt(Integer::intValue).toArray();
        this.handle = begins;
    }

    /// The atoms of which a posting must have one; none where it is looked at anyway.
    int[] handles() {
        if (handle < 0) return new int[0];
        return java.util.Arrays.copyOfRange(needs, handle + 1, handle + 1 + needs[handle] / 2);
    }

    boolean meets(Carried carried) {
        int at = 0;
        while (at < needs.length) {
            int head = needs[at++];
            int end = at + head / 2;
            boolean met = false;
            for (int i = at; i < end && !met; i++) met = carried.has(needs[i]);
            if (met == (head % 2 == 1)) return false;
            at = end;
        }
        return true;
    }
}
