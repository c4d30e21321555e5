package pmradar.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pmradar.posting.Place;

/// Finds places in a title and a text, for ads whose fields name none: first what is written as a place ("- Lakewood,
/// CO", "Location: Milan", "the role is based in Milan"), and where that is missing the country that most of the names
/// in the text belong to.
final class SpokenPlaces {
    private static final int MAX_TEXT = 12_000;
    private static final int MAX_PLACES = 12;
    private static final Pattern CITY_STATE = Pattern.compile(
            "(?<city>\\p{Lu}[\\p{L}.’'-]+(?: \\p{Lu}[\\p{L}.’'-]+){0,2}), ?(?<state>[A-Z]{2})(?=[^\\p{L}]|\\p{Lu}\\p{Ll}|$)");
    private static final Pattern PIECES = Pattern.compile("[|()\\[\\]/,;:]| [-–—] | [-–—]|[-–—] | or | oder | ou ");
    private static final Pattern NOISE = Pattern.compile(
            "(?i)\\b(?:fully|remote(?:ly)?|hybrid|on-?site|in|only|based|usa?-remote|greater|area|metro|m/w/d|f/h|h/f)\\b|\\d+ ?%?|[*#.]");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern LAST_MARKS = Pattern.compile("[.’'-]+$");
    private static final Pattern LABEL = Pattern.compile(
            "(?:(?:Primary|Project|Position|Job|Work|Office) ?)?(?:Location(?:\\(s\\)|s)?|LOCATION|Standort|Einsatzort|Projektstandort|Arbeitsort|Duty [Ss]tation|Lieu)\\s?:?\\s?(?<value>\\p{Lu}[^\\n;•|]{1,70})"
                    + "|Headquarters:\\s?(?<home>[^\\n]{0,20}Remote[^\\n]{0,30})");
    private static final Pattern BASED = Pattern.compile(
            "(?i:\\b(?:role|position|job|be|candidates?|opportunity)(?: (?:is|will be|are))? (?:based|located)(?: out of| anywhere)?(?: in| at| from)(?: our| the)?) (?<value>\\p{Lu}[\\p{L}.,’' -]{1,40})");
    private static final Pattern NAMES =
            Pattern.compile("\\p{Lu}[\\p{L}.’'-]*(?: (?:of |the )?\\p{Lu}[\\p{L}.’'-]*){0,2}");
    private static final Pattern AMERICAN = Pattern.compile(
            "\\b401 ?\\(?[kK]\\b|[Pp]rotected [Vv]eteran|disabled and veterans|E-Verify|Department of Defense|\\bU\\.?S\\.?(?:A\\.?)?(?![\\p{L}])");
    /// Words of other meaning that are names of places, too.
    private static final Set<String> COMMON = Set.of(
            "mobile",
            "reading",
            "nice",
            "split",
            "bath",
            "golden",
            "deal",
            "orange",
            "hull",
            "essen",
            "mesa",
            "jackson",
            "jordan",
            "chad",
            "jersey",
            "georgia",
            "male",
            "aurora",
            "lincoln",
            "victoria",
            "sale",
            "man",
            "as",
            "la",
            "of",
            "an",
            "am",
            "is",
            "it",
            "at",
            "no",
            "be",
            "me",
            "so",
            "in",
            "us",
            "id",
            "pm",
            "hr",
            "ai",
            "tv",
            "nation",
            "enterprise");
    private static final Pattern WORLD =
            Pattern.compile("(?i)anywhere|world|emea|apac|latam|europe|global|international|americas|africa");
    private static final int ENOUGH = 3;
    private static final Nearby TOLD = new Nearby(
            50,
            100,
            "location",
            "standort",
            "einsatzort",
            "arbeitsort",
            "duty station",
            "lieu",
            "headquarters:",
            " based ",
            " located ");

    private final Gazetteer gazetteer;

    SpokenPlaces(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /// Where no field names a country: what title and text name as the place, else the country they speak of. An ad for
    /// all the world is not in one country because its text names some.
    List<Place> instead(List<Place> fields, List<String> locations, String title, String text) {
        var named = named(title, text);
        if (!named.isEmpty()) return fields.isEmpty() ? named : fields;
        if (locations.stream().anyMatch(raw -> WORLD.matcher(raw).find())) return fields;
        var country = country(title, text);
        if (country == null) return fields;
        if (fields.isEmpty())
            return List.of(new Place(Locale.of("", country).getDisplayCountry(Locale.ENGLISH), null, null, country));
        return fields.stream()
                .map(place -> new Place(place.raw(), place.city(), place.region(), country))
                .toList();
    }

    /// What is written as a place in the title, or else in the text.
    private List<Place> named(String title, String text) {
        var found = places(title);
        if (!found.isEmpty()) return found;
        var first = text.lines().findFirst().orElse("");
        if (first.length() < 160 && first.contains("|")) found = places(first);
        return found.isEmpty() ? labelled(text) : found;
    }

    /// What the text calls the place of this work.
    List<Place> labelled(String text) {
        var bounded = TOLD.of(text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text);
        if (bounded.isEmpty()) return List.of();
        for (var pattern : List.of(LABEL, BASED)) {
            var match = pattern.matcher(bounded);
            while (match.find()) {
                var value =
                        pattern == LABEL && match.group("home") != null ? match.group("home") : match.group("value");
                var found = pattern == LABEL && match.group("home") == null ? places(value) : List.<Place>of();
                if (found.isEmpty()) found = leading(value);
                if (!found.isEmpty()) return found;
            }
        }
        return List.of();
    }

    private List<Place> places(String words) {
        var found = new LinkedHashSet<Place>();
        var pair = CITY_STATE.matcher(words);
        while (pair.find() && found.size() < MAX_PLACES) {
            var place = cityAndState(pair);
            if (place != null) found.add(place);
        }
        if (found.isEmpty()) {
            for (var piece : PIECES.split(words.length() > 400 ? words.substring(0, 400) : words)) {
                var place = exact(piece);
                if (place != null && found.size() < MAX_PLACES) found.add(place);
            }
        }
        return new ArrayList<>(found);
    }

    private @Nullable Place cityAndState(Matcher pair) {
        var state = gazetteer.shortRegion(pair.group("state"));
        if (state == null) return null;
        var city = pair.group("city");
        return new Place(city + ", " + pair.group("state"), city, gazetteer.regionName(state), state.substring(0, 2));
    }

    private @Nullable Place exact(String piece) {
        var raw = piece.strip();
        var quiet =
                NOISE.matcher(raw.replace("U.S.", "USA").replace("US-", "US ")).replaceAll(" ");
        var name = SPACES.matcher(quiet.strip()).replaceAll(" ");
        if (name.length() < 2
                || COMMON.contains(name.toLowerCase(Locale.ROOT)) && !name.equals("US") && !name.equals("LA"))
            return null;
        return spot(name, name);
    }

    private @Nullable Place spot(String name, String raw) {
        var country = gazetteer.country(name);
        if (country != null && (name.length() > 3 || name.equals(name.toUpperCase(Locale.ROOT))))
            return new Place(raw, null, null, country);
        var cities = gazetteer.cities(name);
        if (!cities.isEmpty() && Character.isUpperCase(name.charAt(0))) {
            var city = cities.getFirst();
            return new Place(
                    raw,
                    city.city(),
                    city.region() == null ? null : gazetteer.regionName(city.region()),
                    city.country());
        }
        var region = gazetteer.region(name);
        return region == null || !Character.isUpperCase(name.charAt(0))
                ? null
                : new Place(raw, null, gazetteer.regionName(region), region.substring(0, 2));
    }

    /// "Milan, within an international environment" begins with a place.
    private List<Place> leading(String value) {
        var pair = CITY_STATE.matcher(value);
        if (pair.lookingAt()) {
            var place = cityAndState(pair);
            if (place != null) return List.of(place);
        }
        var words = NOISE.matcher(value.replace("US-", "US "))
                .replaceAll(" ")
                .replaceAll("^[^\\p{L}]+", "")
                .split("[ ,]+");
        for (int length = Math.min(3, words.length); length > 0; length--) {
            var place = exact(String.join(" ", List.of(words).subList(0, length)));
            if (place != null) return List.of(place);
        }
        return List.of();
    }

    /// The country that most of the places named in the text lie in, if they are several and agree.
    private @Nullable String country(String title, String text) {
        var bounded = title + "\n" + (text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text);
        var votes = new HashMap<String, Integer>();
        var american = AMERICAN.matcher(bounded);
        while (american.find()) votes.merge("US", ENOUGH, Integer::sum);
        var names = NAMES.matcher(bounded);
        int at = 0;
        while (names.find(at)) at = names.start() + vote(names.group(), votes);
        return winner(votes);
    }

    /// @return how many characters were read
    private int vote(String run, Map<String, Integer> votes) {
        var words = run.split(" ");
        for (int length = words.length; length > 0; length--) {
            var name = LAST_MARKS
                    .matcher(String.join(" ", List.of(words).subList(0, length)))
                    .replaceAll("");
            if (name.length() < 4 || COMMON.contains(name.toLowerCase(Locale.ROOT))) continue;
            var place = spot(name, name);
            if (place == null || place.country() == null) continue;
            votes.merge(place.country(), place.city() == null && place.region() == null ? ENOUGH : 2, Integer::sum);
            return name.length();
        }
        return words[0].length();
    }

    private static @Nullable String winner(Map<String, Integer> votes) {
        int all = votes.values().stream().mapToInt(Integer::intValue).sum();
        return votes.entrySet().stream()
                .filter(vote -> vote.getValue() >= 2 && vote.getValue() * 10 >= all * 6)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }
}
