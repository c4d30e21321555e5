package pmradar.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pmradar.classify.Domain;
import pmradar.classify.TaxonomyText;
import pmradar.classify.TaxonomyText.Addition;
import pmradar.classify.Term;
import pmradar.classify.UnreadableTaxonomy;

class OwnersRulesTest {

    private static final Addition ZORBLAX =
            Addition.of(Term.Kind.TECHNOLOGY, List.of(Domain.SOFTWARE), "Zorblax | zbx");
    private static final String OWN = """
            groups:
              - kind: technology
                domains: [software]
                terms: |
                  Kubernetes
            """;

    @TempDir
    Path folder;

    private final CountDownLatch rejudged = new CountDownLatch(1);

    private OwnersRules rules(Path config) {
        return new OwnersRules(config, new CurrentRules(config), rejudged::countDown, () -> null);
    }

    @Test
    void addsToACopyOfTheShippedTaxonomyWhereTheOwnerHasNone() throws IOException, InterruptedException {
        var config = folder.resolve("config");
        var rules = rules(config);
        var before = rules.version();
        rules.add(ZORBLAX);
        assertThat(rules.version()).isNotEqualTo(before);
        assertThat(rules.taxonomy().find("zbx")).hasSize(1);
        assertThat(Files.readString(config.resolve("taxonomy.yml")))
                .startsWith(TaxonomyText.builtIn().yaml());
        assertThat(rejudged.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void keepsTheFileBeforeTheChange() throws IOException {
        var file = folder.resolve("taxonomy.yml");
        Files.writeString(file, OWN);
        var rules = rules(folder);
        rules.add(ZORBLAX);
        assertThat(folder.resolve("taxonomy.yml.bak")).hasContent(OWN);
        rules.remove(rules.added().getFirst());
        assertThat(Files.readString(file)).isEqualTo(OWN);
        assertThat(rules.added()).isEmpty();
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("taxonomy.yml", "taxonomy.yml.bak");
    }

    @Test
    void changesNothingWhenTheTermIsThereAlready() throws IOException {
        Files.writeString(folder.resolve("taxonomy.yml"), OWN);
        var rules = rules(folder);
        var before = rules.version();
        var twice = Addition.of(Term.Kind.TECHNOLOGY, List.of(), "Kubernetes");
        assertThatThrownBy(() -> rules.add(twice)).isInstanceOf(UnreadableTaxonomy.class);
        assertThat(rules.version()).isEqualTo(before);
        assertThat(folder.resolve("taxonomy.yml")).hasContent(OWN);
    }

    @Test
    void changesNothingWhenTheFileCannotBeWritten() throws IOException {
        var config = folder.resolve("config");
        var rules = rules(config);
        var before = rules.version();
        Files.writeString(config, "a file where the folder should be");
        assertThatThrownBy(() -> rules.add(ZORBLAX)).isInstanceOf(UncheckedIOException.class);
        assertThat(rules.version()).isEqualTo(before);
    }
}
