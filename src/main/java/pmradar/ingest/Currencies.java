package pmradar.ingest;

import org.jspecify.annotations.Nullable;

/// The currencies that postings name, their signs and rough worth.
final class Currencies {
    /// As an alternative of a regular expression, the longer signs first.
    static final String WORDS =
            "US\\$|USD|CA\\$|C\\$|CAD|AU\\$|A\\$|AUD|NZ\\$|NZD|S\\$|SGD|HK\\$|R\\$|BRL|€|EUR|Euro|£|GBP|CHF|SEK|NOK|DKK|PLN|zł|CZK|₹|INR|Rs\\.?|¥|JPY|ETB|ZAR|AED|MXN|MAD|HKD|ILS|SAR|CNY|kr(?![A-Za-z])\\.?|\\$";

    private Currencies() {}

    private static final java.util.Set<String> CODES = java.util.Set.of(
            "USD", "CAD", "AUD", "NZD", "SGD", "BRL", "EUR", "GBP", "CHF", "SEK", "NOK", "DKK", "PLN", "CZK", "INR",
            "JPY", "ETB", "ZAR", "AED", "MXN", "MAD", "HKD", "ILS", "SAR", "CNY");

    /// Whether a currency is named at all: a quick look before the slow one.
    static boolean mayBeIn(String line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '$' || c == '€' || c == '£' || c == '₹' || c == '¥') return true;
            if (c >= 'A' && c <= 'Z' && i + 3 <= line.length() && CODES.contains(line.substring(i, i + 3))) return true;
        }
        return line.contains("Euro") || line.contains("zł") || line.contains("kr") || line.contains("Rs");
    }

    /// How much one unit of money is worth, roughly, so that sizes can be judged.
    static double worth(String currency) {
        return switch (currency) {
            case "INR", "JPY", "ETB" -> 0.01;
            case "SEK", "NOK", "DKK", "CZK", "ZAR", "MXN", "MAD", "HKD", "CNY" -> 0.1;
            case "PLN", "AED", "BRL", "ILS", "SAR" -> 0.25;
            default -> 1;
        };
    }

    /// The code of a sign or name; a bare "$" is the dollar of the posting's country.
    static @Nullable String code(String symbol, @Nullable String country) {
        return switch (symbol.strip()) {
            case "€", "Euro" -> "EUR";
            case "£" -> "GBP";
            case "₹", "Rs", "Rs." -> "INR";
            case "¥" -> "CN".equals(country) ? "CNY" : "JPY";
            case "zł" -> "PLN";
            case "kr", "kr." -> ofKroner(country);
            case "US$" -> "USD";
            case "CA$", "C$" -> "CAD";
            case "AU$", "A$" -> "AUD";
            case "NZ$" -> "NZD";
            case "S$" -> "SGD";
            case "HK$" -> "HKD";
            case "R$" -> "BRL";
            case "$" -> country == null || !ofDollars(country) ? "USD" : ofCountry(country);
            default ->
                symbol.strip().matches("(?i)[a-z]{3}") ? symbol.strip().toUpperCase(java.util.Locale.ROOT) : null;
        };
    }

    private static String ofKroner(@Nullable String country) {
        var own = ofCountry(country);
        return own != null && (own.equals("NOK") || own.equals("DKK")) ? own : "SEK";
    }

    private static boolean ofDollars(String country) {
        return java.util.Set.of("CA", "AU", "NZ", "SG", "HK").contains(country);
    }

    static @Nullable String ofCountry(@Nullable String country) {
        if (country == null) return null;
        try {
            var currency = java.util.Currency.getInstance(java.util.Locale.of("", country));
            return currency == null ? null : currency.getCurrencyCode();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
