package pmradar.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.UriComponentsBuilder;

/// The page about the query language and the language itself say the same.
class QueryHelpTest {

    private static final String PAGE = "/templates/query-help.html";
    private static final Pattern FIELD = Pattern.compile("([a-z]+):");

    private static Document page() throws IOException {
        try (var file = QueryHelpTest.class.getResourceAsStream(PAGE)) {
            assertThat(file).isNotNull();
            return Jsoup.parse(file, StandardCharsets.UTF_8.name(), "");
        }
    }

    @Test
    void everyExampleIsReadWithoutAMistake() throws IOException {
        var examples = page().select("main code").eachText().stream()
                .filter(text -> text.indexOf(':') > 0 || text.indexOf(' ') > 0)
                .toList();
        assertThat(examples).hasSizeGreaterThan(40);
        for (var example : examples)
            assertThat(QueryText.read(example).mistakes()).as(example).isEmpty();
    }

    @Test
    void everyExampleLeadsToItsSearch() throws IOException {
        for (Element link : page().select("main a:has(code)")) {
            var query = UriComponentsBuilder.fromUriString(link.attr("href"))
                    .build()
                    .getQueryParams()
                    .getFirst("q");
            assertThat(java.net.URLDecoder.decode(query, StandardCharsets.UTF_8))
                    .isEqualTo(link.text());
        }
    }

    @Test
    void everyFieldIsOnThePage() throws IOException {
        var shown = new TreeSet<String>();
        for (var text : page().select("main code").eachText())
            FIELD.matcher(text).results().forEach(found -> shown.add(found.group(1)));
        assertThat(shown).containsAll(QueryField.names());
    }

    @Test
    void everyFacetWithWordsOfItsOwnIsAField() {
        for (var facet : List.of(Facet.values())) {
            if (facet == Facet.AGE) continue; // asked for by posted:
            assertThat(QueryField.named(facet.key())).as(facet.key()).isNotNull();
        }
    }
}
