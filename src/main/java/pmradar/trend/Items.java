package pmradar.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pmradar.trend.Details.Item;
import pmradar.trend.Tally.Group;

/// The marks that figures have rows of, with names for people.
final class Items {

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("technical", "Technical"),
            Map.entry("general", "General"),
            Map.entry("software", "Software"),
            Map.entry("infrastructure", "Infrastructure"),
            Map.entry("data-ai", "Data and AI"),
            Map.entry("security", "Security"),
            Map.entry("enterprise-apps", "Enterprise applications"),
            Map.entry("engineering", "Engineering"),
            Map.entry("other", "Other fields"),
            Map.entry("remote", "Remote"),
            Map.entry("hybrid", "Hybrid"),
            Map.entry("on-site", "On site"),
            Map.entry("unknown", "Not said"),
            Map.entry("none", "Not said"),
            Map.entry("0-2", "Up to 2 years"),
            Map.entry("3-5", "3 to 5 years"),
            Map.entry("6-9", "6 to 9 years"),
            Map.entry("10+", "10 years and more"),
            Map.entry("secondary", "Secondary school"),
            Map.entry("vocational", "Vocational training"),
            Map.entry("associate", "Associate degree"),
            Map.entry("bachelor", "Bachelor"),
            Map.entry("master", "Master"),
            Map.entry("doctorate", "Doctorate"));

    private final Names names;
    private final Tally tally;
    private final Map<Kind, int[]> frequent = new EnumMap<>(Kind.class);
    private final Map<Integer, Item> byMark = new HashMap<>();
    private @Nullable List<Item> requirements;

    /// The other marks of employers who are written in more than one way, by the first.
    private final Map<Integer, List<Integer>> alike = new HashMap<>();

    Items(Names names, Tally tally) {
        this.names = names;
        this.tally = tally;
    }

    /// All of a kind that any of the counted postings has, the most frequent first.
    List<Item> of(Kind kind) {
        return of(kind, Integer.MAX_VALUE);
    }

    List<Item> of(Kind kind, int most) {
        var order = kind == Kind.COMPANY ? employers() : frequent(kind);
        return Arrays.stream(order)
                .limit(most)
                .mapToObj(mark -> byMark.computeIfAbsent(mark, _ -> item(kind, mark)))
                .toList();
    }

    /// Marks of a kind that any group has, by what the period has of them.
    private int[] frequent(Kind kind) {
        return frequent.computeIfAbsent(kind, _ -> ordered(names.all(kind, tally.marks()), this::count, this::met));
    }

    /// The first mark of each employer, those who are written alike together.
    private int[] employers() {
        return frequent.computeIfAbsent(Kind.COMPANY, kind -> {
            var marks = names.all(kind, tally.marks());
            var counts = new int[tally.marks()];
            var met = new boolean[counts.length];
            for (int mark : marks) {
                int first = names.alike(mark);
                counts[first] += count(mark);
                met[first] |= met(mark);
                if (first != mark)
                    alike.computeIfAbsent(first, _ -> new ArrayList<>()).add(mark);
            }
            return ordered(marks, mark -> counts[mark], mark -> met[mark]);
        });
    }

    private static int[] ordered(List<Integer> marks, IntUnaryOperator count, IntPredicate met) {
        return marks.stream()
                .mapToInt(Integer::intValue)
                .filter(met)
                .mapToLong(mark -> (long) -count.applyAsInt(mark) << Integer.SIZE | mark)
                .sorted()
                .mapToInt(one -> (int) one)
                .toArray();
    }

    /// What is asked for, as a must or not: the first mark is the must.
    List<Item> requirements() {
        if (requirements != null) return requirements;
        var values = new LinkedHashSet<String>();
        for (var kind : List.of(Kind.MUST, Kind.PREFERRED))
            for (int mark : names.all(kind, tally.marks())) values.add(names.value(mark));
        requirements = frequent(values.stream()
                .map(value -> new Item(value, value, names.known(Kind.MUST, value), names.known(Kind.PREFERRED, value)))
                .toList());
        return requirements;
    }

    List<Item> requirements(int most) {
        return requirements().stream().limit(most).toList();
    }

    int mark(Kind kind, String value) {
        return names.known(kind, value);
    }

    private Item item(Kind kind, int mark) {
        if (kind == Kind.COMPANY) return employer(mark);
        var value = names.value(mark);
        return new Item(value, kind == Kind.COUNTRY ? country(value) : NAMES.getOrDefault(value, value), mark);
    }

    /// One employer, named as most of the postings write it.
    private Item employer(int first) {
        var marks = Stream.concat(Stream.of(first), alike.getOrDefault(first, List.of()).stream())
                .sorted(Comparator.comparingInt((Integer mark) -> count(mark)).reversed())
                .mapToInt(Integer::intValue)
                .toArray();
        var name = names.value(marks[0]);
        return new Item(name, name, marks);
    }

    private static String country(String code) {
        var name = Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
        return name.isEmpty() ? code : name;
    }

    /// All that any group has, by what the period has of them.
    private List<Item> frequent(List<Item> items) {
        record Counted(Item item, int count) {}
        var counted = new ArrayList<Counted>();
        for (var item : items) if (met(item.marks())) counted.add(new Counted(item, count(item)));
        counted.sort(Comparator.comparingInt(Counted::count).reversed());
        return counted.stream().map(Counted::item).toList();
    }

    private boolean met(int... marks) {
        for (var group : tally.groups()) if (tally.count(group, marks) > 0) return true;
        return false;
    }

    /// What both sides opened, all marks of an item together.
    int count(Item item) {
        return count(item.marks());
    }

    private int count(int... marks) {
        int count = tally.count(Group.CHOSEN, marks);
        return tally.groups().contains(Group.COMPARED) ? count + tally.count(Group.COMPARED, marks) : count;
    }
}
