package pmradar.search.lucene;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.util.ArrayUtil;

/// Demands filed under the numbers of things that a posting must have, so that a posting looks up only what it has.
final class Filing {
    private static final int ANYWAY = -1;

    private final Drawer anyway = new Drawer();
    private Drawer[] drawers = new Drawer[1024];
    /// By id, what its row does not say.
    private final Map<Long, Demand<Integer>> rest = new HashMap<>();

    /// @param needs things that it needs, rarest first
    /// @return under what it was filed
    int add(long id, Demand<Integer> demand, List<Integer> needs) {
        int under = needs.isEmpty() ? ANYWAY : needs.getFirst();
        var numbers = new ArrayList<>(needs.subList(Math.min(1, needs.size()), needs.size()));
        var others = new ArrayList<Demand<Integer>>();
        for (var part : demand.required()) {
            switch (part) {
                // stands among what it needs
                case Demand.One<Integer> _ -> {}
                case Demand.None<Integer>(var number) -> numbers.add(~number);
                default -> others.add(part);
            }
        }
        if (!others.isEmpty()) rest.put(id, new Demand.All<>(others));
        drawer(under).add(id, numbers, others.isEmpty());
        return under;
    }

    void remove(long id, int under) {
        drawer(under).remove(id);
        rest.remove(id);
    }

    private Drawer drawer(int under) {
        if (under == ANYWAY) return anyway;
        drawers = ArrayUtil.grow(drawers, under + 1);
        if (drawers[under] == null) drawers[under] = new Drawer();
        return drawers[under];
    }

    /// How many are filed under a thing; none where nothing asks for it yet, as for a negative one.
    int filed(int thing) {
        return thing < 0 || thing >= drawers.length || drawers[thing] == null ? 0 : drawers[thing].size();
    }

    /// The ids of the demands that the posting meets, each once.
    List<Long> met(Carried carried) {
        var met = new ArrayList<Long>();
        anyway.met(carried, id -> rest(id, carried), met::add);
        for (int i = 0; i < carried.size(); i++) {
            int thing = carried.number(i);
            if (filed(thing) > 0) drawers[thing].met(carried, id -> rest(id, carried), met::add);
        }
        return met;
    }

    private boolean rest(long id, Carried carried) {
        return rest.getOrDefault(id, new Demand.Any<>(List.of())).met(carried::has);
    }
}
