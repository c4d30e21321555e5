package pmradar.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pmradar.feed.StatedPay;
import pmradar.posting.Pay;

class PayReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Salary: $85,000 - $95,000 per year | 85000 | 95000 | USD | YEAR",
                "The pay range is $120k–$150k plus bonus | 120000 | 150000 | USD | YEAR",
                "Salary $85-90,000, depending on experience | 85000 | 90000 | USD | YEAR",
                "Pay: $30 - $32 per hour | 30 | 32 | USD | HOUR",
                "Compensation: $32.24 hourly | 32.24 | 32.24 | USD | HOUR",
                "Gehalt: 60.000 – 75.000 € brutto pro Jahr | 60000 | 75000 | EUR | YEAR",
                "Vergütung ab 4.500 EUR monatlich | 4500 | - | EUR | MONTH",
                "Salary up to £65,000 | - | 65000 | GBP | YEAR",
                "Day rate: £450 per day | 450 | 450 | GBP | DAY",
                "Rémunération : 45 000 € à 55 000 € par an | 45000 | 55000 | EUR | YEAR",
                "Salary: CHF 110'000 - 130'000 | 110000 | 130000 | CHF | YEAR",
                "CTC ₹18 - 24 LPA, salary as per band | 1800000 | 2400000 | INR | YEAR",
                "The base salary range for this role is USD 110,000 - 120,000 | 110000 | 120000 | USD | YEAR",
                "Salary Range: $120,000 - $168,000Benefits: medical | 120000 | 168000 | USD | YEAR",
                "Pay Range Minimum$89,045Pay Range Maximum$142,459Additional | 89045 | 142459 | USD | YEAR",
                "Salary: $49,848 -  $62,311 | 49848 | 62311 | USD | YEAR",
                "Pay: $55,000.00 - $65,000.00 per year Benefits: 401(k) matching | 55000.00 | 65000.00 | USD | YEAR",
                "Level 1: $100,000.00 - $115,000.00/per year | 100000.00 | 115000.00 | USD | YEAR",
                "Honorar: max. € 110,00 / Std. bei Remote | - | 110.00 | EUR | HOUR",
                "Salary: 28,000 ETB net | 28000 | 28000 | ETB | MONTH",
                "Probation is 6 months. Salary range $95,000 - $140,000 | 95000 | 140000 | USD | YEAR",
                "Base Salary $70,000USD - $90,000 USD | 70000 | 90000 | USD | YEAR",
                "The projected range for this position is $75,780 annually. | 75780 | 75780 | USD | YEAR",
                "Austin, TX - 139,300.00 - 208,000.00 USD annually | 139300.00 | 208000.00 | USD | YEAR",
                "$120K-$185 | 120000 | 185000 | USD | YEAR",
                "Projektleiter, ca. 75€/h | 75 | 75 | EUR | HOUR",
                "Austin, full-time, $165k-$210k base + equity | 165000 | 210000 | USD | YEAR",
                "Monthly all-hands. The salary range is $163,800 - $204,700 | 163800 | 204700 | USD | YEAR",
                "Salary/hourly range is $113,200.00 – $146,664.00 | 113200.00 | 146664.00 | USD | YEAR",
                "You earn $95,000 a year and a $5,000 bonus. | 95000 | 95000 | USD | YEAR",
                "Differenz 18€/h zur Reise. Stundensatz: 64€/h – 77/h | 64 | 77 | EUR | HOUR",
                "Expected Salary: $98,800 - $151,400NWR USA is giving it | 98800 | 151400 | USD | YEAR",
                "Gehalt: 80-95k / Euro Jahresbrutto | 80000 | 95000 | EUR | YEAR",
                "The minimum salary for it is $91,000 annually and the maximum salary for it is $131,000 annually. | 91000 | 131000 | USD | YEAR",
                "Hourly Range$26 - $27 | 26 | 27 | USD | HOUR",
                "Månadslön: 38 000 kr | 38000 | 38000 | SEK | MONTH",
            })
    void readsPayFromText(
            String text, @Nullable BigDecimal min, @Nullable BigDecimal max, String currency, Pay.Period period) {
        var pay = Objects.requireNonNull(PayReader.read(null, text, null));
        assertThat(pay.min()).isEqualTo(min);
        assertThat(pay.max()).isEqualTo(max);
        assertThat(pay.currency()).isEqualTo(currency);
        assertThat(pay.period()).isEqualTo(period);
        assertThat(pay.stated()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We raised $40 million and have a revenue of $120,000,000",
                "You manage budgets of $500,000 to $2,000,000",
                "Pay and benefits: 401k match, call 555-123-4567",
                "Compensation: competitive",
                "Salary: $0",
                "Salary: 1 - 1 EUR",
                "You have 5 to 10 years of experience and a day rate mindset",
                "Salary reviews happen every 12 months for 2,500 employees",
                "Referral bonus of $2,000 as part of compensation",
            })
    void refusesWhatIsNoPay(String text) {
        assertThat(PayReader.read(null, text, "US")).isNull();
    }

    @Test
    void prefersTheField() {
        var stated = new StatedPay(new BigDecimal(70000), new BigDecimal(90000), "EUR", "year", null);
        var pay = Objects.requireNonNull(PayReader.read(stated, "Salary: $10,000 per month", "DE"));
        assertThat(pay.stated()).isTrue();
        assertThat(pay.min()).isEqualTo("70000");
    }

    @Test
    void readsTheWordsOfAField() {
        var stated = new StatedPay(null, null, null, null, "23,000 Monthly");
        var pay = Objects.requireNonNull(PayReader.read(stated, "", "ET"));
        assertThat(pay.currency()).isEqualTo("ETB");
        assertThat(pay.period()).isEqualTo(Pay.Period.MONTH);
    }

    @Test
    void refusesNonsenseOfAField() {
        assertThat(PayReader.read(new StatedPay(BigDecimal.ZERO, BigDecimal.ZERO, "USD", "year", null), "", null))
                .isNull();
        assertThat(PayReader.read(new StatedPay(BigDecimal.ONE, BigDecimal.ONE, "USD", "year", null), "", null))
                .isNull();
    }
}
