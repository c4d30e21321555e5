package pmradar.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import pmradar.classify.Taxonomy;

class TaxonomyNamesTest {

    private final TaxonomyNames names = new TaxonomyNames(Taxonomy::builtIn);

    @Test
    void knowsOtherNamesOfTheSameThing() {
        assertThat(names.of("K8S")).contains("Kubernetes").doesNotContain("k8s");
        assertThat(names.of("kubernetes")).contains("k8s");
        assertThat(names.of("CI/CD")).contains("continuous integration");
    }

    @Test
    void leavesOutNamesThatMeanItOnlySometimes() {
        assertThat(names.of("go")).isEmpty();
        assertThat(names.of("golang")).doesNotContain("Go", "go");
        assertThat(names.of("nothing known")).isEmpty();
    }
}
