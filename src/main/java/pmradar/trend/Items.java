package pmradar.trend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    private final Map<Kind, List<Item>> byKind = new LinkedHashMap<>();

    Items(Names names, Tally tally) {
        this.names = names;
        this.tally = tally;
    }

    /// All of a kind that any of the counted postings has, the most frequent first.
    List<Item> of(Kind kind) {
        return byKind.computeIfAbsent(
                kind,
                _ -> frequent(names.all(kind, tally.marks()).stream()
                        .map(mark -> item(kind, mark))
                        .toList()));
    }

    List<Item> of(Kind kind, int most) {
        return of(kind).stream().limit(most).toList();
    }

    /// What is asked for, as a must or not: the first mark is the must.
    List<Item> requirements() {
        return byKind.computeIfAbsent(Kind.MUST, _ -> {
            var values = new LinkedHashSet<String>();
            for (var kind : List.of(Kind.MUST, Kind.PREFERRED))
                for (int mark : names.all(kind, tally.marks())) values.add(names.value(mark));
            return frequent(values.stream()
                    .map(value ->
                            new Item(value, value, names.known(Kind.MUST, value), names.known(Kind.PREFERRED, value)))
                    .toList());
        });
    }

    List<Item> requirements(int most) {
        return requirements().stream().limit(most).toList();
    }

    int mark(Kind kind, String value) {
        return names.known(kind, value);
    }

    private Item item(Kind kind, int mark) {
        var value = names.value(mark);
        return new Item(value, kind == Kind.COUNTRY ? country(value) : NAMES.getOrDefault(value, value), mark);
    }

    private static String country(String code) {
        var name = Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
        return name.isEmpty() ? code : name;
    }

    /// All that any group has, by what the period has of them.
    private List<Item> frequent(List<Item> items) {
        record Counted(Item item, int count) {}
        var counted = new ArrayList<Counted>();
        for (var item : items) if (met(item)) counted.add(new Counted(item, count(item)));
        counted.sort(Comparator.comparingInt(Counted::count).reversed());
        return counted.stream().map(Counted::item).toList();
    }

    private boolean met(Item item) {
        for (var group : tally.groups()) if (tally.count(group, item.marks()) > 0) return true;
        return false;
    }

    /// What both sides opened, all marks of an item together.
    int count(Item item) {
        int count = tally.count(Group.CHOSEN, item.marks());
        return tally.groups().contains(Group.COMPARED) ? count + tally.count(Group.COMPARED, item.marks()) : count;
    }
}
