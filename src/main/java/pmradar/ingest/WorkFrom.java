package pmradar.ingest;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads from where remote work may be done: countries as ISO 3166-1 codes, groups of countries, and time zones as
/// `UTC-5 to UTC+2`. What is read as the home of the employer or as a right to work is left out.
final class WorkFrom {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final int MAX_TEXT = 20_000;
    private static final int MOST = 60;
    private static final Map<String, String> GROUPS = Map.ofEntries(
            Map.entry("eu", "EU"),
            Map.entry("european union", "EU"),
            Map.entry("eea", "EEA"),
            Map.entry("emea", "EMEA"),
            Map.entry("apac", "APAC"),
            Map.entry("asia pacific", "APAC"),
            Map.entry("latam", "LATAM"),
            Map.entry("latin america", "LATAM"),
            Map.entry("south america", "SOUTH_AMERICA"),
            Map.entry("dach", "DACH"),
            Map.entry("europe", "EUROPE"),
            Map.entry("europa", "EUROPE"),
            Map.entry("north america", "NORTH_AMERICA"),
            Map.entry("northern america", "NORTH_AMERICA"),
            Map.entry("americas", "AMERICAS"),
            Map.entry("africa", "AFRICA"),
            Map.entry("asia", "ASIA"),
            Map.entry("oceania", "OCEANIA"),
            Map.entry("mena", "MENA"),
            Map.entry("nordics", "NORDICS"),
            Map.entry("worldwide", "WORLD"),
            Map.entry("world", "WORLD"),
            Map.entry("globally", "WORLD"),
            Map.entry("global", "WORLD"),
            Map.entry("anywhere", "WORLD"),
            Map.entry("anywhere in the world", "WORLD"));
    private static final Pattern ASKED = Pattern.compile(
            "(?:\\b(?:must|should|needs? to|have to|required to|expected to)(?: \\w+)? (?:be )?(?:based|located|resid(?:e|ing)|living|live)(?: and \\w+)? (?:in|within)"
                    + "|\\b(?:open|available|limited|restricted)(?: only)? to (?:candidates|applicants|residents|people|those)[^.\\n]{0,30}? (?:in|of|from|within)"
                    + "|\\bwork(?:ing)? (?:fully )?(?:remotely )?from anywhere (?:in|within)|\\b(?:can|may) be (?:based |located )?anywhere (?:in|within)"
                    + "|\\bremote(?:ly)?(?: role| position)?,? \\(?(?:based )?(?:in|within|from|across)(?: anywhere in)?|\\blocation\\s?:\\s?(?:fully )?remote\\W{1,4}(?:in )?)"
                    + " ?(?:the )?(?<names>\\p{L}[\\p{L}. /,&-]{1,80})(?<tail>.{0,25})",
            FLAGS);
    private static final Pattern SPLIT = Pattern.compile("[,/;|()]| and | or | und | oder |&|\\. | - | – ");
    private static final Pattern ZONES = Pattern.compile(
            "(?:UTC|GMT)\\s?(?<a>[+−–-]?\\s?\\d{1,2}(?::?[034][05])?)(?: ?\\([A-Z]{2,4}\\))?\\s?(?:to|and|-|–|/|through|bis)\\s?(?:UTC|GMT)?\\s?(?<b>[+−–-]?\\s?\\d{1,2})(?!\\d)",
            FLAGS);
    private static final Pattern ABOUT = Pattern.compile(
            "\\b(?<zone>CET|CEST|EST|EDT|ET|PST|PT|CST|MST|GMT|UTC|BST)\\s?\\(?(?:±|\\+/-|\\+-|\\+\\s?/\\s?-)\\s?(?<hours>\\d{1,2})");
    private static final Pattern ONE = Pattern.compile("(?:UTC|GMT)\\s?(?<a>[+−–-]\\s?\\d{1,2})(?!\\d)", FLAGS);
    private static final Pattern NAMED = Pattern.compile(
            "\\b(?<zone>CET|EST|ET|Eastern|PST|PT|Pacific|CST|Central|MST|Mountain|GMT|Central European)(?: (?:Standard )?Time)?,? (?:time ?zones?|working hours|business hours|hours)\\b");
    private static final Pattern FOR_SOME_TIME =
            Pattern.compile("\\b\\d+ (?:days|weeks|tage)\\b|per year|a year", FLAGS);

    /// Some are short names of countries, too.
    private static final Set<String> ZONE_NAMES =
            Set.of("EST", "CST", "PST", "MST", "CET", "ET", "CT", "PT", "MT", "EDT", "PDT", "GMT", "UTC", "BST", "IST");

    private static final Nearby TOLD = new Nearby(
            70,
            130,
            "based ",
            "located ",
            "resid",
            "living",
            " live ",
            "candidates",
            "applicants",
            "people",
            "those",
            "anywhere",
            "remote",
            "utc",
            "gmt",
            "time zone",
            "timezone",
            "hours",
            "±",
            "+/-");

    private final Gazetteer gazetteer;

    WorkFrom(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /// @param eligible as fields, locations and the title write it
    /// @param text read for more where the work is remote; empty where it is not
    Set<String> read(Collection<String> eligible, String text) {
        var found = new TreeSet<String>();
        for (var one : eligible) {
            zones(one, found);
            names(one, found);
        }
        var bounded = TOLD.of(text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text);
        var asked = ASKED.matcher(bounded);
        while (asked.find() && found.size() < MOST) {
            var tail = asked.group("names") + asked.group("tail");
            if (!FOR_SOME_TIME.matcher(tail).find()) names(asked.group("names"), found);
        }
        zones(bounded, found);
        return found;
    }

    private void names(String words, Set<String> found) {
        for (var part : SPLIT.split(words)) {
            if (found.size() >= MOST) return;
            var code = code(part.strip());
            if (code != null) found.add(code);
        }
    }

    /// The longest name that the words begin with: "Germany as a contractor" is Germany.
    private @Nullable String code(String part) {
        var words = part.replaceAll(
                        "(?i)^(?:the|anywhere in|remote(?:ly)?|only|in|within|candidates from) +|[- ]only$|[- ]based$",
                        "")
                .split(" +");
        for (int length = Math.min(4, words.length); length > 0; length--) {
            var name = String.join(" ", java.util.List.of(words).subList(0, length))
                    .replaceAll("[.]+$", "");
            var group = GROUPS.get(name.toLowerCase(Locale.ROOT).replace('-', ' '));
            if (group != null) return group;
            if (name.length() < 2 || ZONE_NAMES.contains(name) || !Character.isUpperCase(name.charAt(0))) continue;
            if (name.length() <= 3 && !name.equals(name.toUpperCase(Locale.ROOT))) continue;
            var country = gazetteer.country(name);
            if (country != null) return country;
            var region = gazetteer.region(name);
            if (region != null && length == words.length) return region.substring(0, 2);
        }
        return null;
    }

    private static void zones(String words, Set<String> found) {
        var range = ZONES.matcher(words);
        if (range.find()) {
            found.add(range(hours(range.group("a")), hours(range.group("b"))));
            return;
        }
        var about = ABOUT.matcher(words);
        if (about.find()) {
            int hours = Integer.parseInt(about.group("hours"));
            if (hours <= 12) found.add(range(offset(about.group("zone")) - hours, offset(about.group("zone")) + hours));
            return;
        }
        var one = ONE.matcher(words);
        var named = NAMED.matcher(words);
        if (one.find()) found.add(zone(hours(one.group("a"))));
        else if (named.find()) found.add(zone(offset(named.group("zone"))));
    }

    private static String range(int a, int b) {
        return zone(Math.min(a, b)) + " to " + zone(Math.max(a, b));
    }

    private static String zone(int hours) {
        int bounded = Math.clamp(hours, -12, 14);
        return bounded == 0 ? "UTC" : "UTC%+d".formatted(bounded);
    }

    private static int hours(String written) {
        var plain = written.replaceAll("\\s", "").replaceAll("[−–]", "-").replaceAll(":?(?:00|30|45)$", "");
        return plain.isEmpty() || plain.equals("-") || plain.equals("+") ? 0 : Integer.parseInt(plain.replace("+", ""));
    }

    private static int offset(String zone) {
        return switch (zone) {
            case "CET", "BST", "Central European" -> 1;
            case "CEST" -> 2;
            case "EST", "ET", "Eastern" -> -5;
            case "EDT" -> -4;
            case "CST", "Central" -> -6;
            case "MST", "Mountain" -> -7;
            case "PST", "PT", "Pacific" -> -8;
            default -> 0;
        };
    }
}
