package pmradar.posting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Places of one posting, as several listings name them.
final class Places {
    /// More than any real role has; what is beyond is a feed's mistake.
    private static final int MAX = 100;

    private Places() {}

    /// Whether two listings may mean one place: they name a common one, or one of them names none.
    static boolean meet(List<Place> some, List<Place> others) {
        if (some.isEmpty() || others.isEmpty()) return true;
        return some.stream().anyMatch(one -> others.stream().anyMatch(other -> fit(one, other)));
    }

    private static boolean fit(Place one, Place other) {
        if (differ(one.country(), other.country()) || differ(one.city(), other.city())) return false;
        var known = one.city() != null && other.city() != null || one.country() != null && other.country() != null;
        return known || one.raw().equalsIgnoreCase(other.raw());
    }

    /// Each once, the first list's first. Two ways to write one city are one place.
    static List<Place> union(Collection<List<Place>> lists) {
        var all = new ArrayList<Place>();
        for (var list : lists) for (var place : list) if (all.size() < MAX && !holds(all, place)) all.add(place);
        return all;
    }

    private static boolean holds(List<Place> all, Place place) {
        return all.stream().anyMatch(one -> same(one, place));
    }

    private static boolean same(Place one, Place other) {
        if (one.raw().equalsIgnoreCase(other.raw())) return true;
        return one.city() != null
                && other.city() != null
                && one.city().equalsIgnoreCase(other.city())
                && !differ(one.country(), other.country())
                && !differ(one.region(), other.region());
    }

    private static boolean differ(@Nullable String one, @Nullable String other) {
        return one != null && other != null && !one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }
}
