package pmradar.ingest;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pmradar.feed.StatedPay;
import pmradar.posting.Pay;

/// Reads pay from a field, or else from the text. No pay is better than a wrong one: what has no currency, no likely
/// size
/// for its period, or stands beside words about revenue, budgets or pensions is left out.
final class PayReader {
    private static final int MAX_TEXT = 60_000;
    private static final String CURRENCY = Currencies.WORDS;
    private static final String NUMBER =
            "\\d{1,3}(?:[,.'’ ]\\d{3}){1,2}(?:[.,]\\d{1,2})?(?![.,]?\\d)|\\d{1,7}(?:[.,]\\d{1,2})?(?![.,]?\\d)";
    /// Texts whose line ends were lost run on: "$168,000Benefits".
    private static final String SCALE =
            "\\s?(k|K|lakhs?|LPA|lpa|[Mm]io)?(?:(?![A-Za-z0-9])|(?=\\p{Lu}\\p{Ll}{2}|(?!BN|MM|MN|MIO|KB|MB|GB)\\p{Lu}{2}))";
    /// "63 €/h – 76 €/h" says the period on both sides.
    private static final String EACH =
            "(?:\\s?(?:/|per |an? )\\s?(?:h|hr|hour|std|Std|yr|year|month|day|Tag)\\b\\.?(?=\\s{0,2}(?:-|–|—|to|bis)))?";
    private static final Pattern AMOUNTS =
            Pattern.compile("(?:(?<c1>" + CURRENCY + ")\\s?)?(?<n1>" + NUMBER + ")" + SCALE.replace("(k", "(?<s1>k")
                    + "(?:\\s?(?:/ ?)?(?<c2>" + CURRENCY
                    + "))?" + EACH
                    + "(?:(?<range>\\s{0,3}(?:-|–|—|to|bis|à|a|and|und|(?:[Pp]ay |[Ss]alary )?(?:[Rr]ange )?[Mm]ax(?:imum)?:?)\\s{0,3})(?:(?<c3>"
                    + CURRENCY + ")\\s?)?(?<n2>" + NUMBER + ")"
                    + SCALE.replace("(k", "(?<s2>k") + "(?:\\s?(?:/ ?)?(?<c4>" + CURRENCY + ")(?![A-Za-z]))?)?");
    private static final Pattern PAY_WORDS = Pattern.compile(
            "(?i)salar|salári|compensation|\\bpay\\b|\\bpays\\b|wage|remuneration|gehalt|vergütung|rémunération|salaire|sueldo|\\bctc\\b|\\bOTE\\b|base range|hourly rate|day rate|tagessatz|stundensatz|honorar|bruttojahres|jahresbrutto|pay range|hourly range|brutto|hiring range|\\bearn\\b|lön\\b|\\bTJM\\b|remuneraç");
    private static final Pattern OTHER_MONEY = Pattern.compile(
            "(?i)revenue|budget|funding|raised|turnover|umsatz|chiffre d'affaires|valuation|portfolio|bonus|401|stipend|reimburs|allowance|contract value|projects? (?:of|worth|valued)|million|billion|\\bassets\\b|sign-on|referral|tuition|per (?:employee|EE|family)\\b|deductible|grant|donat|differenz|differential|invest|savings|fund\\b|insurance|coverage|match");
    private static final Pattern APART = Pattern.compile("['’ ]");
    private static final Pattern THOUSANDS = Pattern.compile("[,.](?=\\d{3}(?:\\D|$))");
    private static final Map<Pay.Period, Pattern> PERIODS = periods();

    private PayReader() {}

    /// @param country of the posting, which says whose dollars are meant
    static @Nullable Pay read(@Nullable StatedPay stated, String text, @Nullable String country) {
        if (stated != null) {
            var pay = stated(stated, country);
            if (pay != null) return whole(pay, text, country);
        }
        return inText(text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text, country);
    }

    /// A field that was itself cut out of the text may hold the smaller amount of two only.
    private static Pay whole(Pay stated, String text, @Nullable String country) {
        if (stated.min() == null || !stated.min().equals(stated.max()) || stated.raw() == null) return stated;
        if (!text.contains("maximum") && !text.contains("highest")) return stated;
        var both = LEAST_AND_MOST.matcher(text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text);
        if (!both.find()) return stated;
        var said = leastAndMost(both, country);
        return said != null && said.min() != null && stated.min().compareTo(said.min()) == 0
                ? new Pay(said.min(), said.max(), said.currency(), said.period(), true, said.raw())
                : stated;
    }

    /// "The minimum salary is $100,000 annually and the maximum salary is $150,000."
    private static final Pattern LEAST_AND_MOST = Pattern.compile(
            "(?i)\\b(?:minimum|lowest) (?:base )?(?:salary|pay|rate)\\b[^$€£\\d\\n]{0,80}(?<c>[$€£])\\s?(?<n1>" + NUMBER
                    + ")(?<between>[^$€£\\d\\n]{0,60}\\b(?:maximum|highest)\\b[^$€£\\d\\n]{0,80})[$€£]\\s?(?<n2>"
                    + NUMBER + ")(?<after>[^\\n]{0,20})");

    private static @Nullable Pay leastAndMost(java.util.regex.Matcher both, @Nullable String country) {
        var currency = Currencies.code(both.group("c"), country);
        var least = amount(both.group("n1"), null);
        var most = amount(both.group("n2"), null);
        return currency == null
                ? null
                : pay(least, most, currency, period(both.group("between"), both.group("after")), false, both.group());
    }

    private static @Nullable Pay stated(StatedPay stated, @Nullable String country) {
        if (stated.min() == null && stated.max() == null) {
            return stated.raw() == null ? null : fromWords(stated.raw(), country, true);
        }
        var currency = stated.currency() == null || stated.currency().isBlank()
                ? Currencies.ofCountry(country)
                : Currencies.code(stated.currency(), country);
        var period = stated.period() == null ? null : period(stated.period());
        return currency == null ? null : pay(stated.min(), stated.max(), currency, period, true, stated.raw());
    }

    private static @Nullable Pay inText(String text, @Nullable String country) {
        for (var line : text.split("\n")) {
            if (line.chars().noneMatch(Character::isDigit) || !Currencies.mayBeIn(line)) continue;
            var both = LEAST_AND_MOST.matcher(line);
            var range = both.find() ? leastAndMost(both, country) : null;
            if (range != null) return range;
            var pay = PAY_WORDS.matcher(line).find() || CLEAR.matcher(line).find()
                    ? fromWords(line, country, false)
                    : null;
            if (pay != null) return pay;
        }
        return null;
    }

    /// An amount that says "per year" or "an hour" needs no other word.
    private static final Pattern CLEAR =
            Pattern.compile("(?i)(?:" + CURRENCY + ")\\s?\\d[\\d,.' k–-]{1,30}(?:" + CURRENCY
                    + ")?[\\d,. k]{0,12}\\s?(?:/\\s?(?:per )?|per |an? |pro )\\s?(?:year|yr|annum|hour|hr|month|day|jahr|monat|stunde|std\\b|tag)"
                    + "|\\d\\s?(?:€|EUR|Euro)\\s?(?:/|pro )\\s?(?:h\\b|std|stunde|tag|monat|jahr)"
                    + "|(?:[$€£]\\s?|USD |EUR |GBP )\\d[\\d,.]{1,12} (?:annual|hourly)|\\d[,.]\\d{3}(?:\\.\\d\\d)? (?:USD|EUR|GBP) (?:annual|hourly)"
                    + "|[$€£]\\s?\\d{2,3}k\\s?(?:-|–|to)\\s?[$€£]?\\s?\\d{2,3}\\b"
                    + "|[$€£]\\s?\\d{2,3}k?\\s?(?:-|–|to)\\s?[$€£]?\\s?\\d{2,3}k\\b");

    private static @Nullable Pay fromWords(String words, @Nullable String country, boolean stated) {
        var match = AMOUNTS.matcher(words);
        while (match.find()) {
            var symbol = first(match.group("c1"), match.group("c2"), match.group("c3"), match.group("c4"));
            var before = words.substring(Math.max(0, match.start() - 45), match.start());
            var after = words.substring(match.end(), Math.min(words.length(), match.end() + 40));
            if (symbol == null && !stated) continue;
            if (!stated
                    && (OTHER_MONEY.matcher(before).find()
                                    && !PAY_WORDS.matcher(before).find()
                            || !MORE.matcher(after).find()
                                    && OTHER_MONEY.matcher(clause(after)).find())) continue;
            var currency = symbol == null ? Currencies.ofCountry(country) : Currencies.code(symbol, country);
            var second = second(match);
            var one = amount(
                    match.group("n1"),
                    match.group("s1") == null
                                    && second != null
                                    && smaller(match.group("n1"), match.group("n2"), match.group("s2"))
                            ? match.group("s2")
                            : match.group("s1"));
            if (currency == null || one == null) continue;
            var pay = pay(
                    upTo(before) && second == null ? null : one,
                    upTo(before) && second == null ? one : second,
                    currency,
                    period(after, before),
                    stated,
                    match.group());
            if (pay != null) return second == null && !upTo(before) && !from(before, after) ? exact(pay) : pay;
        }
        return null;
    }

    /// "120k-185" means thousands on both sides, too.
    private static @Nullable BigDecimal second(java.util.regex.Matcher match) {
        var digits = match.group("n2");
        var short2 = match.group("s2") == null && digits != null && digits.length() <= 3;
        return amount(digits, short2 ? match.group("s1") : match.group("s2"));
    }

    private static String clause(String after) {
        var end = CLAUSE_END.matcher(after);
        return after.substring(0, Math.min(end.find() ? end.start() : after.length(), 25));
    }

    private static final Pattern CLAUSE_END = Pattern.compile("(?i)[.;]|benefit");

    /// What comes on top of pay.
    private static final Pattern MORE =
            Pattern.compile("(?i)^\\W{0,3}(?:\\w+ \\w+ )?(?:\\+|&|plus|and|with|und|zzgl|et|depending|\\()");

    private static @Nullable Pay exact(Pay pay) {
        return new Pay(pay.min(), pay.min(), pay.currency(), pay.period(), pay.stated(), pay.raw());
    }

    /// "85-90k" and "85-90,000" mean thousands on both sides.
    private static boolean smaller(String one, @Nullable String two, @Nullable String scale) {
        return scale != null && two != null && one.length() <= two.length() + 1;
    }

    private static @Nullable Pay pay(
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            String currency,
            Pay.@Nullable Period said,
            boolean stated,
            @Nullable String raw) {
        var low = min == null || min.signum() <= 0 ? null : min;
        var high = max == null || max.signum() <= 0 ? null : max;
        if (low == null && high == null) return null;
        if (low != null && high != null) {
            if (low.compareTo(new BigDecimal(1000)) < 0 && high.compareTo(new BigDecimal(10000)) >= 0)
                low = low.movePointRight(3);
            if (low.compareTo(high) > 0) return null;
            if (high.compareTo(low.multiply(new BigDecimal(6))) > 0) return null;
        }
        var amount = low == null ? high : low;
        var period = said;
        if (amount == null) return null;
        if (period == null || size(amount, currency) > most(period)) period = likely(amount, currency);
        if (period == null || !sensible(amount, period, currency)) return null;
        return new Pay(low, high, currency, period, stated, Words.cut(raw == null ? null : raw.strip(), 190));
    }

    private static Pay.@Nullable Period likely(@Nullable BigDecimal amount, String currency) {
        if (amount == null) return null;
        double size = amount.doubleValue() * Currencies.worth(currency);
        if (currency.equals("ETB") && size >= 30) return Pay.Period.MONTH; // as is the custom there
        if (size >= 10_000) return Pay.Period.YEAR;
        if (size >= 7 && size < 200) return Pay.Period.HOUR;
        return size >= 1_500 && size < 10_000 ? Pay.Period.MONTH : null;
    }

    private static boolean sensible(BigDecimal amount, Pay.Period period, String currency) {
        double size = size(amount, currency);
        double yearly = size * period.perYear();
        if (size > most(period)) return false;
        return yearly >= (Currencies.worth(currency) < 0.1 ? 300 : 3_000) && yearly <= 1_500_000 && size >= 1 / 20.0;
    }

    private static double size(BigDecimal amount, String currency) {
        return amount.doubleValue() * Currencies.worth(currency);
    }

    /// More than this is another period's pay that stands beside the wrong word: "6 months of ... $95,000".
    private static double most(Pay.Period period) {
        return switch (period) {
            case HOUR -> 500;
            case DAY -> 5_000;
            case WEEK -> 15_000;
            case TWO_WEEKS -> 25_000;
            case MONTH -> 40_000;
            default -> 1_500_000;
        };
    }

    private static @Nullable BigDecimal amount(@Nullable String digits, @Nullable String scale) {
        if (digits == null) return null;
        var joined = APART.matcher(digits).replaceAll("");
        var plain = THOUSANDS.matcher(joined).replaceAll("").replace(',', '.');
        if (plain.chars().filter(c -> c == '.').count() > 1) return null;
        var value = new BigDecimal(plain);
        if (scale == null) return value;
        return switch (scale.toLowerCase(java.util.Locale.ROOT)) {
            case "k" -> value.movePointRight(3);
            case "mio" -> value.movePointRight(6);
            default -> value.movePointRight(5);
        };
    }

    private static boolean upTo(String before) {
        return UP_TO.matcher(before).find();
    }

    private static boolean from(String before, String after) {
        return FROM.matcher(before).find() || after.startsWith("+");
    }

    private static final Pattern UP_TO =
            Pattern.compile("(?i)(?:up to|bis zu|jusqu'à|hasta|max(?:imum)?\\.?|under)\\s*:?\\s*$");
    private static final Pattern FROM = Pattern.compile(
            "(?i)(?:from|starting at|starts at|ab|à partir de|desde|min(?:imum)?\\.?|at least|mindestens)\\s*:?\\s*$");

    private static Pay.@Nullable Period period(String after, String before) {
        var near = after.length() > 30 ? after.substring(0, 30) : after;
        var found = period(near);
        return found != null ? found : period(before);
    }

    private static Pay.@Nullable Period period(String words) {
        Pay.Period found = null;
        int at = Integer.MAX_VALUE;
        for (var period : PERIODS.entrySet()) {
            var match = period.getValue().matcher(words);
            if (match.find() && match.start() < at) {
                at = match.start();
                found = period.getKey();
            }
        }
        return found;
    }

    private static Map<Pay.Period, Pattern> periods() {
        return Map.of(
                Pay.Period.YEAR,
                        Pattern.compile(
                                "(?i)year|annual|annum|\\byr\\b|\\bp\\.?a\\b|jahr|jährlich|\\ban\\b(?= |$)|annuel|año|anual|\\bLPA\\b|\\bctc\\b"),
                Pay.Period.MONTH,
                        Pattern.compile("(?i)month|monat|månad|\\bmois\\b|mensu|\\bmês\\b|mensal|\\bmes\\b|/mo\\b"),
                Pay.Period.TWO_WEEKS, Pattern.compile("(?i)bi-?weekly|two weeks|fortnight"),
                Pay.Period.WEEK, Pattern.compile("(?i)(?<!bi|bi-|two )\\bweek|woche(?!nstunden)|semaine|semana"),
                Pay.Period.DAY,
                        Pattern.compile("(?i)\\bday\\b|daily|\\btag\\b|tagessatz|\\bjour|\\bTJM\\b|\\bdía|\\bdiem"),
                Pay.Period.HOUR,
                        Pattern.compile(
                                "(?i)hour|\\bhr\\b|/h\\b|stunde|timlön|\\btimme|\\bstd\\b|\\bheure|\\bhora\\b"));
    }

    private static @Nullable String first(@Nullable String... values) {
        for (var value : values) if (value != null) return value;
        return null;
    }
}
