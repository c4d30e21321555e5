package pmradar.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Execution(ExecutionMode.CONCURRENT)
class TaxonomyTest {

    private static final Taxonomy TAXONOMY = Taxonomy.builtIn();

    private static List<String> names(String text) {
        return TAXONOMY.find(text).stream().map(match -> match.term().name()).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Knows C++ and C#.                             | C++;C#
            Modern C++17 and C++/Python                   | C++;C++;Python
            ASP.NET or .NET, node.js                      | ASP.NET;.NET;Node.js
            our net profit                                |
            ready to Go live soon                         |
            Written in Go, Python and Rust.               | Go;Python;Rust
            Go above and beyond                           |
            Excels in spring and summer                   |
            Java with Spring and Kafka                    | Java;Spring Framework;Apache Kafka
            front end and frontend and front-end          | front-end development;front-end development;front-end development
            SAP-Kenntnisse und Javakenntnisse             | SAP;Java
            builds CI/CD pipelines                        | CI/CD
            a SAN in San Jose                             | storage area network
            Cloud-Architekturen                           | cloud architecture
            ingénierie logicielle, GÉNIE CIVIL            | engineering;civil engineering
            Make sure that we swiftly dash                |
            R, Python and SQL                             | R;Python;SQL
            R&D budget and vitamin C                      |
            The chef cooks in our kitchen                 |
            Chef, Puppet and Ansible                      | Chef;Puppet;Ansible
            Oracle of the market                          |
            Oracle ERP and Oracle database                | Oracle Fusion;Oracle Database
            RAG status and RAID log                       | RACI
            networking events                             |
            networking and servers                        | networking;servers
            PLCs, SCADA and P&IDs                         | PLC;SCADA;P&ID
            Erfahrung mit Umspannwerken und Schaltanlagen | substations;switchgear
            technischen Spezifikationen                   | technical specification
            IT-Sicherheitslösungen                        | information security
            Programme de développement logiciel           | software development
            """)
    void findsTermsAndLeavesLookAlikes(String text, String expected) {
        assertThat(names(text)).isEqualTo(expected == null ? List.of() : List.of(expected.split(";")));
    }

    @Test
    void theLongestTermWins() {
        assertThat(names("AWS Certified Solutions Architect")).containsExactly("AWS Certified Solutions Architect");
        assertThat(names("SQL Server Integration Services")).containsExactly("SSIS");
    }

    @Test
    void offsetsPointIntoTheTextAsItIs() {
        var text = "\u202EKuber\u200Bnetes\u202C, Java\u00ADScript and “machine\u00A0learning”";
        var quotes = TAXONOMY.find(text).stream()
                .map(match -> text.substring(match.start(), match.end()))
                .toList();
        assertThat(quotes).hasSize(3);
        assertThat(quotes.get(0)).contains("Kuber\u200Bnetes");
        assertThat(quotes.get(1)).isEqualTo("Java\u00ADScript");
        assertThat(quotes.get(2)).isEqualTo("machine\u00A0learning");
    }

    @Test
    void readsLookAlikeLetters() {
        assertThat(names("Kub\u0435rn\u0435t\u0435s and P\u0443th\u043En")).containsExactly("Kubernetes", "Python");
    }

    @Test
    void aLineBreakJoinsOnlyWhatGoesOnInLowerCase() {
        assertThat(names("knowledge of machine\nlearning")).containsExactly("machine learning");
        assertThat(names("- Machine\n- Learning")).isEmpty();
    }

    @Test
    void holdsTwoThousandRequirements() {
        assertThat(TAXONOMY.terms()).hasSizeGreaterThan(2000).doesNotHaveDuplicates();
        assertThat(TAXONOMY.terms().stream().filter(term -> term.kind().technical()))
                .hasSizeGreaterThan(1800)
                .allMatch(term -> !term.domains().isEmpty());
    }

    @Test
    void everyNameIsFoundWhereNoRuleForbidsIt() {
        var lost = TAXONOMY.terms().stream()
                .filter(term -> TAXONOMY.find(term.name()).stream()
                        .noneMatch(match -> match.term().equals(term)))
                .map(Term::name)
                .toList();
        assertThat(lost).hasSizeLessThan(TAXONOMY.terms().size() / 20);
    }

    @Test
    void theVersionFollowsTheContent() {
        var yaml = "groups:\n  - kind: technology\n    domains: [software]\n    terms: |\n      Java\n";
        assertThat(Taxonomy.read(yaml, "a").version())
                .isEqualTo(Taxonomy.read(yaml, "b").version())
                .isNotEqualTo(Taxonomy.read(yaml + "      Kotlin\n", "a").version());
    }

    private static final String GROUP = "groups:\n  - kind: technology\n    domains: [software]\n    terms: |\n";

    @Test
    void namesTheLineThatIsWrong() {
        wrong(GROUP + "      Java\n      Java\n", "line 6", "'Java' is already on line 5");
        wrong(GROUP + "      Java\n\n      Kotlin | java\n", "line 7", "already means the term on line 5");
        wrong(GROUP + "      ok\n      { name: Go, doubtful: [Go!] }\n", "line 6", "need a rule");
        wrong(GROUP + "      { name: Go, naer: [python] }\n", "line 5", "unknown key 'naer'");
        wrong(GROUP + "      { name: Go, near: [two words] }\n", "line 5", "must be a single word");
        wrong(GROUP + "      { name: Go, near: [a\n", "line 5", "expected");
        wrong(GROUP + "      +++ | Java\n", "line 5", "has no letters");
        wrong(GROUP + "      a b c d e f g h i j k\n", "line 5", "longer than 9 words");
        wrong("groups:\n  - kind: magic\n    terms: |\n      Java\n", "line 2", "'magic' is no kind");
        wrong(
                "groups:\n  - kind: technology\n    domains: [cooking]\n    terms: |\n      Java\n",
                "line 3",
                "no domain");
        wrong("groups:\n  - kind: technology\n", "line 2", "'terms' is missing");
        wrong("", "line 1", "nothing stands here");
        wrong("a: &x [1]\nb: [*x, *x]\n", "line 1", "aliases");
        wrong("[".repeat(5000), "line 1", "");
    }

    private static void wrong(String yaml, String line, String problem) {
        assertThatThrownBy(() -> Taxonomy.read(yaml, "taxonomy.yml"))
                .isInstanceOf(UnreadableTaxonomy.class)
                .hasMessageContaining("taxonomy.yml, " + line + ":")
                .hasMessageContaining(problem);
    }

    @Test
    void agreesWithAPlainScanOnFiftyThousandTerms() {
        var random = new Random(7);
        var words = IntStream.range(0, 3000)
                .mapToObj(i -> invented(random))
                .distinct()
                .toList();
        var phrases = IntStream.range(0, 50_000)
                .mapToObj(i -> IntStream.rangeClosed(0, random.nextInt(3))
                        .mapToObj(j -> words.get(random.nextInt(words.size())))
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
        var taxonomy = plain(phrases);
        var text = IntStream.range(0, 20_000)
                .mapToObj(i -> words.get(random.nextInt(words.size())))
                .collect(Collectors.joining(" "));
        var found = taxonomy.find(text).stream()
                .map(match -> match.start() + ":" + text.substring(match.start(), match.end()))
                .toList();
        assertThat(found).isEqualTo(scanned(text.split(" "), phrases)).hasSizeGreaterThan(10_000);
    }

    /// Words that take no plural or ending into another word of the list.
    private static String invented(Random random) {
        return random.ints(5, 'a', 'r').mapToObj(Character::toString).collect(Collectors.joining()) + "q";
    }

    private static Taxonomy plain(Iterable<String> phrases) {
        var terms = new ArrayList<Term>();
        var words = new ArrayList<Word>();
        for (var phrase : phrases) {
            words.add(new Word(terms.size(), List.of(phrase.split(" ")), false, null, 1));
            terms.add(new Term(phrase, Term.Kind.TECHNOLOGY, List.of(Domain.SOFTWARE)));
        }
        return new Taxonomy(terms, words, "test");
    }

    private static List<String> scanned(String[] words, java.util.Set<String> phrases) {
        var found = new ArrayList<String>();
        var offset = 0;
        for (var i = 0; i < words.length; ) {
            var used = 0;
            for (var length = Math.min(3, words.length - i); length > 0 && used == 0; length--) {
                var phrase = String.join(" ", List.of(words).subList(i, i + length));
                if (phrases.contains(phrase)) {
                    found.add(offset + ":" + phrase);
                    used = length;
                }
            }
            for (var j = 0; j < Math.max(1, used); j++) offset += words[i + j].length() + 1;
            i += Math.max(1, used);
        }
        return found;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Go ", "C", "SAP-", "a", "Go, C, R\n", "+", ".", "machine ", "\u200B", "Kenntnisse", "\uD800"})
    void staysLinearWhateverTheTextHolds(String piece) {
        var small = seconds(piece.repeat(200_000 / piece.length()));
        var large = seconds(piece.repeat(4_000_000 / piece.length()));
        assertThat(large).isLessThan(Math.max(0.25, small) * 60);
    }

    private static double seconds(String text) {
        TAXONOMY.find(text.substring(0, 20_000));
        var start = System.nanoTime();
        TAXONOMY.find(text);
        return Duration.ofNanos(System.nanoTime() - start).toNanos() / 1e9;
    }
}
