package pmradar.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TaxonomyComparisonTest {

    private static final String WITHOUT = """
            groups:
              - kind: technology
                domains: [software]
                terms: |
                  Kubernetes
            """;
    private static final String WITH = WITHOUT + """
                  Zorblax | zbx
            """;
    private static final String BODY = """
            Your duties:
            - Own scope, schedule and budget of our customer projects
            - Manage risks and issues and report to the steering committee
            - Coordinate the milestones of all work streams with suppliers
            - Prepare the weekly status report for sponsors and stakeholders
            - Keep the project plan and resource plan up to date and lead the project team meetings

            Requirements:
            - 5 years of experience as a project manager
            - Strong hands-on experience with Zorblax is required
            - Clear communication with people of every level, in writing and in meetings
            """;

    private static TaxonomyComparison compared(String before, String after) {
        return TaxonomyComparison.of(
                Taxonomy.read(before, "before.yml"),
                Taxonomy.read(after, "after.yml"),
                List.of(new TaxonomyComparison.Sample("one", "Project Manager", BODY)));
    }

    @Test
    void showsWhatANewTermChanges() {
        var comparison = compared(WITHOUT, WITH);
        assertThat(comparison.added()).containsExactly("Zorblax");
        assertThat(comparison.removed()).isEmpty();
        assertThat(comparison.compared()).isEqualTo(1);
        assertThat(comparison.relabelled()).isEqualTo(1);
        var change = comparison.changes().getFirst();
        assertThat(change.scoreDifference()).isPositive();
        assertThat(change.gained()).anyMatch(evidence -> evidence.quote().contains("Zorblax"));
        assertThat(change.lost()).isEmpty();
    }

    @Test
    void showsWhatARemovedTermChanges() {
        var comparison = compared(WITH, WITHOUT);
        assertThat(comparison.removed()).containsExactly("Zorblax");
        assertThat(comparison.changes().getFirst().lost()).isNotEmpty();
    }

    @Test
    void showsNothingWhereNothingChanges() {
        assertThat(compared(WITH, WITH).changes()).isEmpty();
    }
}
