package pmradar.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pmradar.search.Suggestions;

class CompletionTest {

    private static final List<Suggestions.Suggestion> KNOWN = List.of(
            new Suggestions.Suggestion(Suggestions.Kind.SKILL, "Kubernetes", 12),
            new Suggestions.Suggestion(Suggestions.Kind.COMPANY, "Kudos \"K\" Ltd", 7),
            new Suggestions.Suggestion(Suggestions.Kind.PLACE, "New York", 5),
            new Suggestions.Suggestion(Suggestions.Kind.TITLE, "Program Manager", 3));

    private final Completion completion = new Completion((typed, limit) -> typed.length() < 2
            ? List.of()
            : KNOWN.stream()
                    .filter(one -> one.text().toLowerCase().startsWith(typed.toLowerCase()))
                    .limit(limit)
                    .toList());

    @ParameterizedTest
    @CsvSource({
        "kub, skill:Kubernetes",
        "budget kub, budget skill:Kubernetes",
        "new y, 'place:\"New York\"'",
        "remote new yor, 'remote place:\"New York\"'",
        "-kub, -skill:Kubernetes",
        "requires:kub, requires:Kubernetes",
        "(sap OR kub, (sap OR skill:Kubernetes",
        "'title:\"program m', 'title:\"Program Manager\"'",
        "company:kud, 'company:\"Kudos K Ltd\"'"
    })
    void completesTheEndOfAQuery(String typed, String query) {
        assertThat(completion.of(typed, 8))
                .extracting(Completion.Suggested::query)
                .containsExactly(query);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "k", "kub ", "place:kub", "\"kub\"", "(", "years:<5"})
    void suggestsNothingWhereNothingBegins(String typed) {
        assertThat(completion.of(typed, 8)).isEmpty();
    }

    @Test
    void doesNotReadAQueryWithoutEnd() {
        assertThat(completion.of("kub ".repeat(2000) + "kub", 8)).isEmpty();
    }
}
