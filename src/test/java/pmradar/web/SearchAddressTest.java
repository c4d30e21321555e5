package pmradar.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.UriComponentsBuilder;
import pmradar.search.Criteria.Condition;
import pmradar.search.Criteria.Sort;
import pmradar.search.Facet;

class SearchAddressTest {

    private static SearchAddress address(Map<String, String[]> parameters) {
        return SearchAddress.of(parameters);
    }

    @Test
    void writesWhatItReads() {
        var address = address(Map.of(
                "q", new String[] {"a+b & \"c d\" {x} 100%"},
                "company", new String[] {"Волга & Söhne", "50% {off}"},
                "not_requires", new String[] {"C++"},
                "sort", new String[] {"pay"}));
        var link = UriComponentsBuilder.fromUriString(address.link("/")).build(true);
        var read = link.getQueryParams().entrySet().stream()
                .collect(java.util.stream.Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().stream()
                                .map(value ->
                                        java.net.URLDecoder.decode(value, java.nio.charset.StandardCharsets.UTF_8))
                                .toArray(String[]::new)));
        assertThat(SearchAddress.of(read)).isEqualTo(address);
    }

    @Test
    void turnsAWantedValueIntoAnUnwantedOne() {
        var wanted = address(Map.of("label", new String[] {"technical"}));
        var turned = wanted.toggled(new Condition(Facet.LABEL, "technical", true));
        assertThat(turned.link("/")).isEqualTo("/?not_label=technical");
        assertThat(turned.toggled(new Condition(Facet.LABEL, "technical", true)).everything())
                .isTrue();
    }

    @Test
    void leavesThePageOfTheOldListWhenTheSearchChanges() {
        var third = address(Map.of("cursor", new String[] {"abc"}, "selected", new String[] {"7"}));
        assertThat(third.sortedBy(Sort.PAY).link("/")).isEqualTo("/?sort=pay");
        assertThat(third.toggled(new Condition(Facet.FEED, "a", false)).link("/"))
                .isEqualTo("/?feed=a");
    }

    @Test
    void isBoundedWhateverTheUrlSays() {
        var values = new String[500];
        java.util.Arrays.setAll(values, i -> "v" + i);
        var address = address(Map.of(
                "q",
                new String[] {"x".repeat(10_000)},
                "company",
                values,
                "label",
                new String[] {"y".repeat(300)},
                "selected",
                new String[] {"-1 or 1"}));
        assertThat(address.query()).hasSize(4096);
        assertThat(address.conditions()).hasSize(64);
        assertThat(address.selected()).isNull();
    }

    @Test
    void sortsByMatchWhereWordsAreAsked() {
        assertThat(address(Map.of("q", new String[] {"sap"})).sort()).isEqualTo(Sort.RELEVANCE);
        assertThat(address(Map.of()).sort()).isEqualTo(Sort.NEWEST);
        assertThat(address(Map.of("q", new String[] {"sap"})).asking("").sort()).isEqualTo(Sort.NEWEST);
    }
}
