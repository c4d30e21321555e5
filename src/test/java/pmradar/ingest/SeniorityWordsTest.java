package pmradar.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pmradar.posting.Seniority;

class SeniorityWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "- | Senior Project Manager | - | SENIOR",
                "- | Sr. Programme Manager | - | SENIOR",
                "- | Chef de projet confirmé | - | SENIOR",
                "- | Junior Projektmanager (m/w/d) | - | JUNIOR",
                "- | Werkstudent Projektmanagement | - | INTERN",
                "- | Stage Manager | - | -",
                "- | Project Manager | - | -",
                "- | Projektleiter Tiefbau | - | -",
                "- | Project Lead | - | -",
                "- | Lead Project Manager | - | LEAD",
                "- | Principal Program Manager | - | LEAD",
                "- | Senior Director, PMO | - | DIRECTOR",
                "- | Head of PMO | - | DIRECTOR",
                "- | Vice President of Programs | - | EXECUTIVE",
                "- | Executive Assistant to the President | - | -",
                "Mid-Senior level | Project Manager | - | MID",
                "Entry level | Senior Project Manager | - | JUNIOR",
                "- | Project Manager | Seniority level: Director | DIRECTOR",
            })
    void readsTheLevelFromFieldTitleAndText(
            @Nullable String field, String title, @Nullable String text, @Nullable Seniority level) {
        assertThat(SeniorityWords.read(field, title, text == null ? "" : text)).isEqualTo(level);
    }
}
