package pmradar.feed.type;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pmradar.feed.StatedPay;

/// Pay from the fields of a feed: numbers that may be texts, and texts that may be numbers. 0 and nonsense are no pay.
final class PayText {
    private static final BigDecimal MOST = new BigDecimal("100000000000");
    private static final Pattern AMOUNT = Pattern.compile(
            "(?<![\\p{L}\\d.,])(\\d{1,3}(?:[.,'’\\u00a0\\u202f ]\\d{3})+(?:[.,]\\d{1,2})?|\\d{1,12}(?:[.,]\\d{1,4})?)\\s?(k\\b|K\\b|tsd\\b|million\\b|m\\b|lakh\\b|lpa\\b)?");
    private static final Map<String, String> SIGNS = signs();
    private static final Pattern CODE = Pattern.compile("(?<![A-Za-z])([A-Z]{3})(?![A-Za-z])");
    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private PayText() {}

    private static Map<String, String> signs() {
        var signs = new java.util.LinkedHashMap<String, String>();
        signs.put("CA$", "CAD");
        signs.put("C$", "CAD");
        signs.put("AU$", "AUD");
        signs.put("A$", "AUD");
        signs.put("NZ$", "NZD");
        signs.put("HK$", "HKD");
        signs.put("S$", "SGD");
        signs.put("R$", "BRL");
        signs.put("US$", "USD");
        signs.put("$", "USD");
        signs.put("€", "EUR");
        signs.put("£", "GBP");
        signs.put("₹", "INR");
        signs.put("¥", "JPY");
        signs.put("₩", "KRW");
        signs.put("₪", "ILS");
        signs.put("zł", "PLN");
        return signs;
    }

    /// Pay out of fields of its own. A range that is upside down is turned round.
    static @Nullable StatedPay of(
            @Nullable String min, @Nullable String max, @Nullable String currency, @Nullable String period) {
        BigDecimal low = amount(min);
        BigDecimal high = amount(max);
        if (low == null && high == null) return null;
        boolean upsideDown = low != null && high != null && low.compareTo(high) > 0;
        return new StatedPay(
                upsideDown ? high : low, upsideDown ? low : high, currency(currency), period(period), null);
    }

    /// Pay out of one text: "$105k - $125k", "50.000 - 65.000 EUR", "up to £450 per day".
    static @Nullable StatedPay of(@Nullable String text) {
        return of(text, null, null);
    }

    /// Pay out of one text, with the currency and period that other fields give, if any.
    static @Nullable StatedPay of(@Nullable String text, @Nullable String currency, @Nullable String period) {
        String line = Line.of(text);
        if (line == null || line.length() > 200) return null;
        List<BigDecimal> amounts = amounts(line);
        if (amounts.isEmpty()) return null;
        BigDecimal first = amounts.getFirst();
        BigDecimal second = amounts.size() > 1 ? amounts.get(1) : null;
        String lower = line.toLowerCase(Locale.ROOT);
        if (second == null || second.compareTo(first) < 0) {
            boolean upTo = lower.matches("^(up to|bis( zu)?|jusqu.?à|max\\.?|hasta|until)\\b.*");
            boolean from = lower.matches("^(from|ab|min\\.?|à partir de|starting( at)?|at least|desde|från)\\b.*")
                    || lower.contains("+");
            second = from ? null : first;
            if (upTo) first = null;
        }
        String stated = currency(currency);
        String each = period(period);
        return new StatedPay(
                first, second, stated == null ? currencyIn(line) : stated, each == null ? periodIn(lower) : each, line);
    }

    /// A single amount, or null where it is none, 0 or beyond all measure.
    static @Nullable BigDecimal amount(@Nullable String text) {
        if (text == null || text.length() > 60) return null;
        List<BigDecimal> amounts = amounts(text);
        return amounts.isEmpty() ? null : amounts.getFirst();
    }

    private static List<BigDecimal> amounts(String text) {
        List<BigDecimal> found = new ArrayList<>();
        List<@Nullable String> units = new ArrayList<>();
        Matcher matcher = AMOUNT.matcher(text);
        while (matcher.find() && found.size() < 2) {
            if (isOther(text, matcher)) continue;
            BigDecimal number = number(matcher.group(1));
            if (number.signum() <= 0) continue;
            found.add(number);
            units.add(matcher.group(2));
        }
        for (int i = 0; i < found.size(); i++) {
            String unit = units.get(i);
            // "105-125k": the unit of the last number holds for both.
            if (unit == null && i == 0 && found.size() == 2 && found.get(0).compareTo(BigDecimal.valueOf(1000)) < 0) {
                unit = units.get(1);
            }
            found.set(i, times(found.get(i), unit));
        }
        found.removeIf(amount -> amount.compareTo(MOST) > 0);
        return found;
    }

    /// Numbers that are no amount of money: 401(k), 12 months' pay, 40 hours.
    private static boolean isOther(String text, Matcher matcher) {
        String after = text.substring(matcher.end()).toLowerCase(Locale.ROOT);
        if (matcher.group(1).equals("401") && (after.startsWith("(k") || "k".equals(matcher.group(2)))) return true;
        return after.matches("^\\s?(%|mois|months?|monate|hours?|hrs|stunden|days|weeks|gehälter|x\\b).*");
    }

    private static BigDecimal times(BigDecimal number, @Nullable String unit) {
        if (unit == null) return plain(number);
        return plain(
                switch (unit.toLowerCase(Locale.ROOT)) {
                    case "k", "tsd" -> number.movePointRight(3);
                    case "m", "million" -> number.movePointRight(6);
                    default -> number.movePointRight(5);
                });
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static BigDecimal number(String written) {
        String digits = written.replaceAll("['’\\u00a0\\u202f ]", "");
        int last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
        if (last < 0) return new BigDecimal(digits);
        boolean oneKind = digits.indexOf('.') < 0 || digits.indexOf(',') < 0;
        boolean thousands = oneKind && digits.length() - last - 1 == 3 && digits.indexOf('0') != 0;
        String whole = digits.substring(0, last).replaceAll("[.,]", "");
        return new BigDecimal(
                thousands ? whole + digits.substring(last + 1) : whole + "." + digits.substring(last + 1));
    }

    /// An ISO 4217 code, from a code, a sign or a name; null where it is none.
    static @Nullable String currency(@Nullable String said) {
        if (said == null) return null;
        String code = said.strip().toUpperCase(Locale.ROOT);
        return CODES.contains(code) ? code : currencyIn(said);
    }

    private static @Nullable String currencyIn(String text) {
        Matcher matcher = CODE.matcher(text);
        while (matcher.find()) if (CODES.contains(matcher.group(1))) return matcher.group(1);
        for (var sign : SIGNS.entrySet()) if (text.contains(sign.getKey())) return sign.getValue();
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.contains("euro")) return "EUR";
        return lower.contains("pound") ? "GBP" : lower.contains("dollar") ? "USD" : null;
    }

    /// The period behind a feed's code or word, by the normalisation of pay intervals; unknown is null, never a year.
    static @Nullable String period(@Nullable String said) {
        if (said == null) return null;
        String word = said.toLowerCase(Locale.ROOT).replaceAll("[\\s_\\-.]+", "");
        word = word.replaceFirst("^(1|per|pro|par|/)", "").replaceFirst("(salary|wage|rate)$", "");
        return switch (word) {
            case "year",
                    "years",
                    "yearly",
                    "annual",
                    "annually",
                    "annum",
                    "pa",
                    "y",
                    "yr",
                    "ann",
                    "annuel",
                    "jahr",
                    "jährlich",
                    "an" -> "year";
            case "month", "months", "monthly", "pm", "m", "mon", "mensuel", "monat", "monatlich", "mois" -> "month";
            case "twoweeks", "bw", "biweekly", "fortnight", "fortnightly", "2weeks" -> "two weeks";
            case "week", "weeks", "weekly", "w", "wee", "woche", "semaine" -> "week";
            case "day", "days", "daily", "pd", "d", "diem", "tag", "jour", "perdiem" -> "day";
            case "hour", "hours", "hourly", "ph", "h", "hr", "horaire", "hur", "stunde", "heure" -> "hour";
            default -> null;
        };
    }

    private static @Nullable String periodIn(String lower) {
        if (lower.matches(
                ".*(\\bhour|/ ?h(r|our)?\\b|hourly|horaire|stunde|timl(ö|o)n|per timme|uurloon|\\bp/?h\\b|/std).*"))
            return "hour";
        if (lower.matches(".*(\\bday\\b|daily|/ ?d(ay)?\\b|tagessatz|\\bp/?d\\b|pro tag|par jour).*")) return "day";
        if (lower.matches(".*(fortnight|bi-?weekly|every two weeks).*")) return "two weeks";
        if (lower.matches(".*(\\bweek|/ ?wk\\b|woche).*")) return "week";
        if (lower.matches(
                ".*(\\bmonth|mensuel|monat|m(å|a)nad|maand|mensile|mensual|/ ?mo\\b|\\bp\\.?c?m\\b|par mois).*"))
            return "month";
        if (lower.matches(
                ".*(\\byear|annual|annum|annuel|årsl|jaarlijks|annuo|anual|/ ?yr?\\b|jahr|\\bp\\.?a\\b|par an\\b).*"))
            return "year";
        return null;
    }
}
