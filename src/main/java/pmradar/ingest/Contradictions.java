package pmradar.ingest;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pmradar.posting.Pay;
import pmradar.posting.Place;
import pmradar.posting.Remote;

/// Says in sentences where the parts of one ad do not agree, with the words of the ad, so that a person can judge.
final class Contradictions {
    private static final int MAX_WORDS = 120;

    private Contradictions() {}

    /// @param said what each part says of the workplace, the most reliable first
    static List<String> ofWorkplace(List<RemoteWords.Saying> said) {
        if (said.size() < 2) return List.of();
        var first = said.getFirst();
        return said.stream()
                .skip(1)
                .filter(other -> other.clear() && other.remote() != first.remote() && other.remote() != Remote.UNKNOWN)
                .findFirst()
                .map(other -> List.of("%s says %s; %s says %s: “%s”."
                        .formatted(
                                first.part(),
                                RemoteWords.word(first.remote()),
                                other.part().toLowerCase(Locale.ROOT),
                                RemoteWords.word(other.remote()),
                                Words.cut(other.words(), MAX_WORDS))))
                .orElse(List.of());
    }

    /// @param spoken what the text calls the place of this work
    static List<String> ofPlace(List<Place> fields, List<Place> spoken) {
        var countries = fields.stream().map(Place::country).toList();
        if (countries.isEmpty() || countries.contains(null)) return List.of();
        return spoken.stream()
                .filter(place -> place.country() != null && !countries.contains(place.country()))
                .findFirst()
                .map(place -> List.of("A field says %s; the text says %s."
                        .formatted(Words.cut(fields.getFirst().raw(), 60), Words.cut(place.raw(), 60))))
                .orElse(List.of());
    }

    /// Pay that does not even touch. An hour beside a year may be part of the time, and is left alone.
    static List<String> ofPay(@Nullable Pay stated, @Nullable Pay inText) {
        if (stated == null || inText == null) return List.of();
        if (!stated.currency().equals(inText.currency()) || stated.period() != inText.period()) return List.of();
        if (low(stated).compareTo(high(inText)) <= 0 && low(inText).compareTo(high(stated)) <= 0) return List.of();
        return List.of("A field says %s; the text says %s.".formatted(words(stated), words(inText)));
    }

    private static BigDecimal low(Pay pay) {
        return Objects.requireNonNull(pay.min() == null ? pay.yearlyMax() : pay.yearlyMin());
    }

    /// "From 85,000" has no upper end.
    private static BigDecimal high(Pay pay) {
        var max = pay.yearlyMax();
        return max == null ? Objects.requireNonNull(pay.yearlyMin()).multiply(BigDecimal.TEN) : max;
    }

    private static String words(Pay pay) {
        var numbers = NumberFormat.getInstance(Locale.ENGLISH);
        var amounts = new ArrayList<String>();
        if (pay.min() != null) amounts.add(numbers.format(pay.min()));
        if (pay.max() != null && !pay.max().equals(pay.min())) amounts.add(numbers.format(pay.max()));
        return "%s %s per %s"
                .formatted(
                        String.join(" to ", amounts),
                        pay.currency(),
                        pay.period().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
}
