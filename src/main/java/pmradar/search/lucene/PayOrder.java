package pmradar.search.lucene;

/// Puts pay of different currencies into one order. The rates are rough and decide nothing but the order: what is
/// asked of pay is only ever compared within one currency.
final class PayOrder {

    private PayOrder() {}

    static long of(long cents, String currency) {
        return Math.round(cents * rate(currency));
    }

    /// Worth in euros, to the nearest sensible figure.
    private static double rate(String currency) {
        return switch (currency) {
            case "GBP" -> 1.15;
            case "CHF" -> 1.05;
            case "USD" -> 0.9;
            case "SGD", "CAD", "NZD", "AUD" -> 0.62;
            case "ILS", "PLN", "BRL", "AED", "SAR", "MYR" -> 0.23;
            case "DKK" -> 0.134;
            case "SEK", "NOK", "CNY", "HKD" -> 0.1;
            case "ZAR", "MXN", "CZK" -> 0.045;
            case "THB", "TRY", "TWD" -> 0.027;
            case "PHP", "RUB" -> 0.015;
            case "INR" -> 0.011;
            case "JPY" -> 0.006;
            case "HUF" -> 0.0025;
            case "KRW" -> 0.00065;
            case "IDR", "VND" -> 0.00005;
            default -> 1;
        };
    }
}
