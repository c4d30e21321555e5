package pmradar.alert;

import java.util.Set;

/// What a person wants to hear of, and how much of it.
///
/// @param perDay postings listed a day at most, 1 to 1,000; the others are counted
/// @param perEmployer postings of one employer listed in one digest at most, 1 to 1,000; the others are counted
/// @param leastScore how technical at least, 0 to 100
/// @param changes of postings they were told of
/// @param onceForAll whether a posting that another of their searches told them of is left out
public record Wishes(int perDay, int perEmployer, int leastScore, Set<Change> changes, boolean onceForAll) {

    public enum Change {
        PAY,
        REQUIREMENTS,
        CLOSING
    }

    public static final Wishes DEFAULT = new Wishes(50, 5, 0, Set.of(), false);

    /// For what is told without a search: all of it.
    static final Wishes STANDING = new Wishes(50, 50, 0, Set.of(Change.values()), false);

    public Wishes {
        within("Postings a day", perDay, 1, 1000);
        within("Postings of one employer", perEmployer, 1, 1000);
        within("The least score", leastScore, 0, 100);
        changes = Set.copyOf(changes);
    }

    private static void within(String what, int value, int least, int most) {
        if (value < least || value > most)
            throw new IllegalArgumentException("%s: from %d to %d, not %d.".formatted(what, least, most, value));
    }
}
