package pmradar.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import pmradar.search.Criteria.Condition;
import pmradar.search.Facet;
import pmradar.search.Results.FacetCount;

/// One facet beside the list: its values with counts, each of which can be wanted, unwanted or neither.
///
/// @param choices shown at once; @param more the rest, folded away
record FacetGroup(String key, String title, boolean open, List<Choice> choices, List<Choice> more) {

    /// @param state `wanted`, `unwanted` or `neutral`; @param include @param exclude addresses with that state toggled
    record Choice(String words, String count, String state, String include, String exclude) {}

    private static final int SHOWN = 7;
    private static final int MOST = 40;
    private static final Set<Facet> OPEN =
            Set.of(Facet.LABEL, Facet.BAND, Facet.DOMAIN, Facet.REMOTE, Facet.COUNTRY, Facet.REQUIRES);

    /// Values with an order of their own keep it; all others stand by count.
    private static final Map<Facet, List<String>> ORDER = Map.of(
            Facet.LABEL, List.of("technical", "general"),
            Facet.BAND, List.of("0", "1-24", "25-49", "50-74", "75-100"),
            Facet.SENIORITY, List.of("intern", "junior", "mid", "senior", "lead", "director", "executive"),
            Facet.YEARS, List.of("none", "0-2", "3-5", "6-9", "10+"),
            Facet.AGE, List.of("1d", "3d", "7d", "14d", "30d", "90d", "older"));

    private static final List<Facet> SEQUENCE = List.of(
            Facet.LABEL,
            Facet.BAND,
            Facet.DOMAIN,
            Facet.REMOTE,
            Facet.FROM,
            Facet.COUNTRY,
            Facet.REQUIRES,
            Facet.PREFERS,
            Facet.CERTIFICATE,
            Facet.FAMILY,
            Facet.SENIORITY,
            Facet.EMPLOYMENT,
            Facet.PAY,
            Facet.AGE,
            Facet.YEARS,
            Facet.COMPANY,
            Facet.PLACE,
            Facet.LANGUAGE,
            Facet.FEED);

    static List<FacetGroup> of(
            Map<Facet, List<FacetCount>> counts, SearchAddress address, UnaryOperator<String> feedName) {
        return SEQUENCE.stream()
                .map(facet -> group(facet, counts.getOrDefault(facet, List.of()), address, feedName))
                .filter(group -> !group.choices().isEmpty())
                .toList();
    }

    private static FacetGroup group(
            Facet facet, List<FacetCount> counts, SearchAddress address, UnaryOperator<String> feedName) {
        var chosen = address.conditions().stream()
                .filter(condition -> condition.facet() == facet)
                .toList();
        var all = new ArrayList<>(counts);
        for (var condition : chosen) {
            if (all.stream().noneMatch(count -> count.value().equals(condition.value()))) {
                all.addFirst(new FacetCount(condition.value(), 0));
            }
        }
        var order = ORDER.getOrDefault(facet, List.of());
        if (!order.isEmpty()) all.sort(Comparator.comparingInt(count -> place(order, count.value())));
        var choices = all.stream()
                .limit(MOST)
                .map(count -> choice(facet, count, address, feedName))
                .toList();
        int shown = Math.min(SHOWN, choices.size());
        return new FacetGroup(
                facet.key(),
                FacetWords.title(facet),
                OPEN.contains(facet) || !chosen.isEmpty(),
                choices.subList(0, shown),
                choices.subList(shown, choices.size()));
    }

    private static int place(List<String> order, String value) {
        int place = order.indexOf(value.toLowerCase(Locale.ROOT));
        return place < 0 ? order.size() : place;
    }

    private static Choice choice(Facet facet, FacetCount count, SearchAddress address, UnaryOperator<String> feedName) {
        var wanted = new Condition(facet, count.value(), false);
        var unwanted = new Condition(facet, count.value(), true);
        var state = address.wants(wanted) ? "wanted" : address.wants(unwanted) ? "unwanted" : "neutral";
        return new Choice(
                FacetWords.value(facet, count.value(), feedName),
                Wording.grouped(count.count()),
                state,
                address.toggled(wanted).link("/"),
                address.toggled(unwanted).link("/"));
    }
}
