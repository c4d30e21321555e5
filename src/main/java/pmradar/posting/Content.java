package pmradar.posting;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
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

    /// The draft that these columns were made of.
    ///
    /// @param places its own, of those that the posting has
    Draft draft(String externalId, List<Place> places, Dates dates, boolean sample) {
        return new Draft(
                externalId,
                title,
                company,
                places,
                Remote.valueOf(remote),
                Notation.words(eligible),
                Set.copyOf(Notation.words(workFrom)),
                pay(),
                Notation.names(employment, EmploymentType.class),
                seniority == null ? null : Seniority.valueOf(seniority),
                department,
                requisition,
                dates.posted(),
                dates.postedAs(),
                dates.closes(),
                url,
                applyUrl,
                body,
                html,
                Notation.words(contradictions),
                sample);
    }

    /// What the ad says of itself.
    record Dates(
            @Nullable Instant posted,
            @Nullable String postedAs,
            @Nullable Instant closes) {}

    Content withPlaces(String places) {
        return new Content(
                title,
                company,
                places,
                remote,
                eligible,
                workFrom,
                payMin,
                payMax,
                payCurrency,
                payPeriod,
                payStated,
                payRaw,
                employment,
                seniority,
                department,
                requisition,
                url,
                applyUrl,
                body,
                html,
                contradictions);
    }

    @Nullable
    Pay pay() {
        return pay(payMin, payMax, payCurrency, payPeriod, payStated, payRaw);
    }

    static @Nullable Pay pay(
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            @Nullable String currency,
            @Nullable String period,
            @Nullable Boolean stated,
            @Nullable String raw) {
        if (currency == null || period == null) return null;
        return new Pay(min, max, currency, Pay.Period.valueOf(period), Boolean.TRUE.equals(stated), raw);
    }
}
