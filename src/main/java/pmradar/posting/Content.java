package pmradar.posting;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What the ad itself says, as columns.
@Embeddable
record Content(
        @Column String title,
        @Column @Nullable String company,
        @Column String places,
        @Column String remote,
        @Column String eligible,
        @Column String workFrom,
        @Column @Nullable BigDecimal payMin,
        @Column @Nullable BigDecimal payMax,
        @Column @Nullable String payCurrency,
        @Column @Nullable String payPeriod,
        @Column @Nullable Boolean payStated,
        @Column @Nullable String payRaw,
        @Column String employment,
        @Column @Nullable String seniority,
        @Column @Nullable String department,
        @Column @Nullable String requisition,
        @Column @Nullable String url,
        @Column @Nullable String applyUrl,
        @Column String body,
        @Column @Nullable String html,
        @Column String contradictions) {

    static Content of(Draft draft) {
        var pay = draft.pay();
        return new Content(
                draft.title(),
                draft.company(),
                Notation.places(draft.places()),
                draft.remote().name(),
                Notation.words(draft.eligible()),
                Notation.words(draft.workFrom().stream().sorted().toList()),
                pay == null ? null : pay.min(),
                pay == null ? null : pay.max(),
                pay == null ? null : pay.currency(),
                pay == null ? null : pay.period().name(),
                pay == null ? null : pay.stated(),
                pay == null ? null : pay.raw(),
                Notation.names(draft.employment()),
                draft.seniority() == null ? null : draft.seniority().name(),
                draft.department(),
                draft.requisition(),
                draft.url(),
                draft.applyUrl(),
                draft.text(),
                draft.html(),
                Notation.words(draft.contradictions()));
    }

    @Nullable
    Pay pay() {
        if (payCurrency == null || payPeriod == null) return null;
        return new Pay(
                payMin, payMax, payCurrency, Pay.Period.valueOf(payPeriod), Boolean.TRUE.equals(payStated), payRaw);
    }
}
