package pmradar.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxonomyTest {

    private static final Taxonomy TAXONOMY = Taxonomy.builtIn();

    private static List<String> names(String text) {
        return TAXONOMY.find(text).stream().map(match -> match.term().name()).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Knows C++ and C#.                             | C++;C#
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
            """)
    void findsTermsAndLeavesLookAlikes(String text, String expected) {
        assertThat(names(text)).isEqualTo(expected == null ? List.of() : List.of(expected.split(";")));
    }
}
