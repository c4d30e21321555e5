package pmradar.search.lucene;

import java.util.Arrays;
import java.util.function.Consumer;

/// Criteria filed under numbered atoms, so that a posting looks up only what it has.
final class Filing {
    private static final Filed[] NONE = {};

    /// What is filed under each atom, and how many of the places are taken.
    private Filed[][] shelves = new Filed[1024][];

    private int[] taken = new int[1024];
    private Filed[] anyway = NONE;
    private int always;

    void add(Filed filed) {
        var handles = filed.handles();
        if (handles.length == 0) {
            if (always == anyway.length) anyway = Arrays.copyOf(anyway, Math.max(4, 2 * always));
            anyway[always++] = filed;
        }
        for (int atom : handles) put(atom, filed);
    }

    private void put(int atom, Filed filed) {
        if (atom >= shelves.length) {
            int length = Math.max(atom + 1, shelves.length + shelves.length / 2);
            shelves = Arrays.copyOf(shelves, length);
            taken = Arrays.copyOf(taken, length);
        }
        var shelf = shelves[atom] == null ? NONE : shelves[atom];
        if (taken[atom] == shelf.length) shelf = Arrays.copyOf(shelf, Math.max(1, shelf.length + shelf.length / 2 + 1));
        shelf[taken[atom]++] = filed;
        shelves[atom] = shelf;
    }

    void remove(Filed filed) {
        var handles = filed.handles();
        if (handles.length == 0) {
            anyway = without(filed, anyway, always);
            always = anyway.length;
        }
        for (int atom : handles) {
            shelves[atom] = without(filed, shelves[atom], taken[atom]);
            taken[atom] = shelves[atom].length;
        }
    }

    private static Filed[] without(Filed filed, Filed[] shelf, int taken) {
        return Arrays.stream(shelf, 0, taken).filter(one -> one != filed).toArray(Filed[]::new);
    }

    /// How many are filed under an atom.
    int filed(int atom) {
        return atom >= 0 && atom < taken.length ? taken[atom] : 0;
    }

    /// Those of which a posting has a handle; one with several of them may come several times.
    void candidates(Carried carried, Consumer<Filed> candidate) {
        for (int i = 0; i < always; i++) candidate.accept(anyway[i]);
        for (int atom : carried.numbers()) {
            if (atom >= taken.length) continue;
            var shelf = shelves[atom];
            for (int i = 0; i < taken[atom]; i++) candidate.accept(shelf[i]);
        }
    }
}
