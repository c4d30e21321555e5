package pmradar.web;

import java.util.List;
import java.util.function.UnaryOperator;
import pmradar.search.Criteria.Condition;
import pmradar.search.Results;

/// A chosen condition that can be dropped by one click.
///
/// @param without the address without it
record Chip(String facet, String words, boolean unwanted, String without) {

    static List<Chip> of(SearchAddress address, UnaryOperator<String> feedName) {
        return address.conditions().stream()
                .map(condition -> of(condition, address, feedName))
                .toList();
    }

    private static Chip of(Condition condition, SearchAddress address, UnaryOperator<String> feedName) {
        return new Chip(
                FacetWords.title(condition.facet()),
                FacetWords.value(condition.facet(), condition.value(), feedName),
                condition.unwanted(),
                address.without(condition).link("/"));
    }

    /// What would be found if one condition were dropped. @param words the condition; @param count in words
    record Removed(String words, String count, boolean any, String without) {}

    static List<Removed> removed(List<Results.Removed> removed, SearchAddress address, UnaryOperator<String> feedName) {
        return removed.stream()
                .map(one -> {
                    var condition = one.condition();
                    if (condition == null) {
                        return removed("“%s”".formatted(one.words()), one.without(), address.asking(one.rest()));
                    }
                    var chip = of(condition, address, feedName);
                    var words = "%s%s: %s".formatted(chip.unwanted() ? "not " : "", chip.facet(), chip.words());
                    return removed(words, one.without(), address.without(condition));
                })
                .toList();
    }

    private static Removed removed(String words, long without, SearchAddress address) {
        return new Removed(words, Wording.counted(without, "posting"), without > 0, address.link("/"));
    }
}
