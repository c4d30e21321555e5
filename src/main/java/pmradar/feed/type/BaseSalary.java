package pmradar.feed.type;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pmradar.feed.StatedPay;

/// The pay of a schema.org posting in all the shapes that pages give it. Only `baseSalary`: `estimatedSalary` is what
/// others guess for the occupation.
final class BaseSalary {
    private BaseSalary() {}

    static @Nullable StatedPay pay(JsonItem posting) {
        PayRange all = new PayRange();
        for (JsonItem each : posting.each("baseSalary")) all.and(one(each, posting.text("salaryCurrency")));
        return all.pay();
    }

    private static @Nullable StatedPay one(JsonItem salary, @Nullable String sibling) {
        if (!salary.isObject()) return text(salary.text(), sibling, null);
        String currency = salary.either("currency", "priceCurrency", "value.currency");
        if (currency == null) currency = sibling;
        List<JsonItem> values = salary.each("value");
        PayRange range = new PayRange();
        for (JsonItem value : values) range.and(value(value, salary, currency));
        return values.isEmpty() ? value(salary, salary, currency) : range.pay();
    }

    private static @Nullable StatedPay value(JsonItem value, JsonItem outer, @Nullable String currency) {
        String period = unit(value);
        if (period == null) period = unit(outer);
        if (!value.isObject()) return text(value.text(), currency, period);
        StatedPay range = PayText.of(
                value.either("minValue", "minPrice"), value.either("maxValue", "maxPrice"), currency, period);
        return range == null ? text(value.either("value", "price"), currency, period) : range;
    }

    private static @Nullable String unit(JsonItem of) {
        return of.isObject() ? of.either("unitText", "unitCode") : null;
    }

    /// A number is both ends of its range; a text may hold two.
    private static @Nullable StatedPay text(@Nullable String text, @Nullable String currency, @Nullable String period) {
        if (text == null) return null;
        boolean isNumber = text.matches("[\\d.,]+");
        return isNumber ? PayText.of(text, text, currency, period) : PayText.of(text, currency, period);
    }
}
