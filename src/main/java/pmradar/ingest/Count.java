package pmradar.ingest;

import java.util.Map;
import java.util.TreeMap;
import pmradar.posting.Recorded;

/// A tally while it is made. Safe for the pages that look at it meanwhile.
final class Count {
    private static final int MAX_REASONS = 40;
    private static final String OTHER = "other reasons";

    private int found;
    private int added;
    private int changed;
    private int same;
    private final Map<String, Integer> setAside = new TreeMap<>();

    synchronized void found(int listings) {
        found += listings;
    }

    synchronized void recorded(Recorded recorded) {
        switch (recorded) {
            case NEW -> added++;
            case CHANGED -> changed++;
            case SAME -> same++;
        }
    }

    synchronized void setAside(String reason) {
        setAside(reason, 1);
    }

    /// Adds what another reading brought.
    synchronized void add(Tally tally) {
        found += tally.found();
        added += tally.added();
        changed += tally.changed();
        same += tally.same();
        tally.setAside().forEach(this::setAside);
    }

    synchronized Tally tally() {
        return new Tally(found, added, changed, same, setAside);
    }

    private void setAside(String reason, int times) {
        var known = setAside.containsKey(reason) || setAside.size() < MAX_REASONS;
        setAside.merge(known ? reason : OTHER, times, Integer::sum);
    }
}
