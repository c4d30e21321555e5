package pmradar.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pmradar.search.Clause.In;

class QueryTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "requires:kubernetes -\"scrum master\" | must ask for kubernetes · not “scrum master”",
                "cloud AND (java OR go) title:lead     | cloud · (java or go) · lead in the title",
                "x b OR c                              | ((x and b) or c)",
                "title:(java OR kot*)                  | (java in the title or kot… in the title)",
                "years:<=5 score:50..74                | asks for at most 5 years · score 50 to 74",
                "pay:>=90000EUR pay:<100k              | pays at least 90,000 EUR a year · pays at most 99,999 a year",
                "posted:<7d posted:>=2026-10-01        | first seen at most 7 days ago · first seen from 2026-10-01",
                "label:technical country:de            | technical PMs · in Germany",
                "NOT -x                                | x",
                "place:\"new york\" degree:phd         | in “new york” · asks for the degree doctorate"
            })
    void saysInWordsWhatWasUnderstood(String query, String words) {
        assertThat(QueryText.read(query).inWords(List.of())).isEqualTo(words);
        assertThat(QueryText.read(query).mistakes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "moving to the cloud           | moving · cloud · with or without to, the",
                "chef de projet                | chef · projet · with or without de",
                "title:(head of delivery)      | head in the title · delivery in the title · with or without of",
                "to the                        | to · the",
                "the years:<=5                 | the · asks for at most 5 years",
                "the -cloud                    | the · not cloud",
                "\"the\" cloud                 | “the” · cloud",
                "cloud -the                    | cloud · not the",
                "projektleiter DE              | projektleiter · DE",
                "company:the cloud             | at the · cloud"
            })
    void doesNotInsistOnVeryCommonWordsBesideOthers(String query, String words) {
        assertThat(QueryText.read(query).inWords(List.of())).isEqualTo(words);
    }

    @Test
    void tellsWhatEachOfTheOtherPiecesRemoved() {
        assertThat(QueryText.read("moving to the cloud").pieces())
                .extracting(QueryText.Piece::rest)
                .containsExactly("cloud", "moving");
    }

    @Test
    void saysTheConditionsToo() {
        var conditions = List.of(
                new Criteria.Condition(Facet.LABEL, "technical", false),
                new Criteria.Condition(Facet.COUNTRY, "DE", false),
                new Criteria.Condition(Facet.COUNTRY, "AT", false),
                new Criteria.Condition(Facet.COMPANY, "Acme", true));
        assertThat(QueryText.read("sap").inWords(conditions))
                .isEqualTo("sap · technical PMs · in Germany or in Austria · not at Acme");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "cloud AND          | 6  | 9  | cloud",
                "(cloud             | 0  | 1  | cloud",
                "cloud )            | 6  | 7  | cloud",
                "\"scrum master     | 0  | 13 | “scrum master”",
                "colour:red car     | 0  | 7  | colour red · car",
                "label:techncal sap | 6  | 14 | sap",
                "years:many         | 6  | 10 | ``",
                "x* cloud           | 0  | 2  | x · cloud",
                "cl*ud              | 0  | 5  | cl…",
                "OR cloud           | 0  | 2  | cloud",
                "cloud title:       | 6  | 12 | cloud · title",
                "posted:2026-02-31  | 7  | 17 | ``",
                "cloud () sap       | 6  | 8  | cloud · sap",
                "cloud !!!          | 6  | 9  | cloud"
            })
    void pointsAtMistakesAndReadsOn(String query, int start, int end, String words) {
        var read = QueryText.read(query);
        assertThat(read.mistakes()).singleElement().satisfies(mistake -> {
            assertThat(mistake.start()).isEqualTo(start);
            assertThat(mistake.end()).isEqualTo(end);
            assertThat(mistake.message()).isNotBlank();
        });
        assertThat(read.inWords(List.of())).isEqualTo(words);
    }

    @Test
    void takesTheQueryApartWhereEverythingFoundMustMeetEachPiece() {
        assertThat(rests("cloud AND -(sap OR oracle) title:\"project manager\""))
                .containsExactly(
                        "-(sap OR oracle) title:\"project manager\"",
                        "cloud title:\"project manager\"",
                        "cloud -(sap OR oracle)");
        assertThat(rests("(cloud) years:<=5")).containsExactly("years:<=5", "(cloud)");
        assertThat(rests("a b OR c")).containsExactly("");
        assertThat(rests("cloud")).containsExactly("");
        assertThat(rests("a OR b ) c")).containsExactly("");
        assertThat(rests("")).isEmpty();
    }

    private static List<String> rests(String query) {
        return QueryText.read(query).pieces().stream()
                .map(QueryText.Piece::rest)
                .toList();
    }

    @Test
    void leavesAddressesAndNamesWithSignsWhole() {
        assertThat(QueryText.read("https://a.example c++ .net").clause())
                .isEqualTo(new Clause.And(List.of(
                        new Clause.Word(In.ANYWHERE, "https://a.example"),
                        new Clause.Word(In.ANYWHERE, "c++"),
                        new Clause.Word(In.ANYWHERE, ".net"))));
    }

    @Test
    void readsPayInManyForms() {
        for (var pay : List.of("90000EUR", ">=90kEUR", "€90k", "90.000EUR", "90,000eur", "90000.00EUR"))
            assertThat(QueryText.read("pay:" + pay).clause())
                    .as(pay)
                    .isEqualTo(new Clause.Range(Clause.Measure.PAY, 9_000_000, Long.MAX_VALUE, "EUR"));
        assertThat(QueryText.read("pay:80-90k").clause())
                .isEqualTo(new Clause.Range(Clause.Measure.PAY, 8_000_000, 9_000_000, null));
    }

    @Test
    void readsSurenessInManyForms() {
        for (var sure : List.of("<0.7", "<.7", "<70%", "<0,70"))
            assertThat(QueryText.read("sure:" + sure).clause())
                    .as(sure)
                    .isEqualTo(new Clause.Range(Clause.Measure.SURENESS, Long.MIN_VALUE, 6999, null));
        assertThat(QueryText.read("sure:0.5..0.7 is:borderline").inWords(List.of()))
                .isEqualTo("sure 50% to 70% · is “borderline”");
        assertThat(QueryText.read("sure:7").mistakes()).hasSize(1);
        assertThat(QueryText.read("is:nonsense").mistakes()).hasSize(1);
    }

    @Test
    void letsWordsFindOtherNames() {
        Synonyms names = words -> switch (words) {
            case "ml", "machine learning" -> List.of("ML", "Machine Learning");
            default -> List.of();
        };
        var clause =
                new Expansion(names).of(QueryText.read("lead machine learning").clause());
        assertThat(QueryText.inWords(clause, List.of()))
                .isEqualTo("lead · ((machine and learning) or “ML” or “Machine Learning”)");
    }

    @Test
    @Timeout(20)
    void takesAnythingWithinBounds() {
        var random = new Random(7);
        var pieces = new String[] {
            "(",
            ")",
            "\"",
            "-",
            "AND",
            "OR",
            "NOT",
            " ",
            "*",
            ":",
            "title:",
            "years:",
            "pay:",
            "posted:",
            "x",
            "9",
            "<",
            ">",
            "=",
            "€",
            ".",
            "..",
            "label:",
            "\u0000",
            "\uD800",
            "項",
            "“",
            "k",
            "\n",
            "99999999999999999999",
            "é"
        };
        for (int i = 0; i < 20_000; i++) {
            var query = new StringBuilder();
            for (int n = random.nextInt(30); n > 0; n--) query.append(pieces[random.nextInt(pieces.length)]);
            check(query.toString());
        }
        for (var piece : pieces) check(piece.repeat(10_000));
        check("(a ".repeat(3000));
        check("-(".repeat(3000));
        check("title:(".repeat(3000));
    }

    private static void check(String query) {
        long began = System.nanoTime();
        var read = QueryText.read(query);
        assertThat(read.inWords(List.of())).isNotNull();
        for (var mistake : read.mistakes())
            assertThat(mistake.start()).isBetween(0, mistake.end()).isLessThanOrEqualTo(query.length());
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    }
}
