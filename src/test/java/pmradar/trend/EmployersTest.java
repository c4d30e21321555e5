package pmradar.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Who is one employer.
class EmployersTest {

    @Test
    void showsEmployersThatDifferInCaseOnlyAsOneAsMostWriteThem() {
        var ledger = new InventedLedger();
        for (int i = 0; i < 9; i++) {
            var name = i < 3 ? "ACME" : i < 8 ? "Acme" : "Other";
            ledger.add(
                    20 + i,
                    20,
                    0,
                    List.of(
                            ledger.mark(Kind.FEED, "feed"),
                            ledger.mark(Kind.LABEL, i % 2 == 0 ? "general" : "technical"),
                            ledger.mark(Kind.COMPANY, name)));
        }
        var rows = ledger.report(10, 59).figures().stream()
                .filter(one -> one.id().equals("employers"))
                .findFirst()
                .orElseThrow()
                .rows();
        assertThat(rows).extracting(Figure.Row::name).containsExactly("Acme", "Other");
        assertThat(rows.getFirst().values()).extracting(Figure.Measure::count).containsExactly(4L, 4L);
    }
}
