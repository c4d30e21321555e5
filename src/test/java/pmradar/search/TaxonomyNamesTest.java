package pmradar.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import pmradar.classify.Taxonomy;

class TaxonomyNamesTest {

    private static final Taxonomy SHIPPED = Taxonomy.builtIn();

    private final TaxonomyNames names = new TaxonomyNames(() -> SHIPPED);

    @Test
    void knowsOtherNamesOfTheSameThing() {
        assertThat(names.of("K8S")).contains("Kubernetes").doesNotContain("k8s");
        assertThat(names.of("kubernetes")).contains("k8s");
        assertThat(names.of("CI/CD")).contains("continuous integration");
    }

    @Test
    void knowsATermAsSoonAsAnOwnerAddsIt() {
        var inForce = new AtomicReference<>(SHIPPED);
        var current = new TaxonomyNames(inForce::get);
        assertThat(current.of("zephyrbase")).isEmpty();
        inForce.set(Taxonomy.read("""
                groups:
                  - kind: technology
                    domains: [software]
                    terms: |
                      ZephyrBase | zbdb
                """, "owner.yml"));
        assertThat(current.of("zephyrbase")).contains("zbdb");
        assertThat(current.of("zbdb")).contains("ZephyrBase");
    }

    @Test
    void leavesOutNamesThatMeanItOnlySometimes() {
        assertThat(names.of("go")).isEmpty();
        assertThat(names.of("golang")).doesNotContain("Go", "go");
        assertThat(names.of("nothing known")).isEmpty();
    }
}
