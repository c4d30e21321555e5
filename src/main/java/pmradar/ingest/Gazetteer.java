package pmradar.ingest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Knows countries by their names in four languages, states and provinces, and large cities.
/// Source: names of countries from the JDK (Unicode CLDR); the rest from `ingest/places.txt`.
final class Gazetteer {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern STATE_SUFFIX = Pattern.compile(" (?:[A-Z]{2}|State)$");
    private static final List<Locale> LANGUAGES =
            List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, Locale.of("es"));

    /// @param region code such as `US-CA`, or null
    record Spot(@Nullable String city, @Nullable String region, String country) {}

    private final Map<String, String> countries = new HashMap<>();
    private final Map<String, String> regions = new HashMap<>();
    private final Map<String, String> regionNames = new HashMap<>();
    private final Map<String, List<Spot>> cities = new HashMap<>();

    Gazetteer() {
        for (var code : Locale.getISOCountries()) nameCountry(code);
        var stream = Objects.requireNonNull(Gazetteer.class.getResourceAsStream("/ingest/places.txt"));
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .forEach(this::read);
        } catch (IOException e) {
            throw new UncheckedIOException("ingest/places.txt cannot be read", e);
        }
    }

    /// The code of a country, by a name or by a code in capitals.
    @Nullable
    String country(String name) {
        return countries.get(key(name));
    }

    /// The code of a state or province, by its name.
    @Nullable
    String region(String name) {
        return regions.get(key(name));
    }

    /// The code of a state or province of the United States, Canada or Australia, by its short form in capitals.
    @Nullable
    String shortRegion(String capitals) {
        for (var country : List.of("US-", "CA-", "AU-")) {
            if (regionNames.containsKey(country + capitals)) return country + capitals;
        }
        return null;
    }

    String regionName(String code) {
        return regionNames.getOrDefault(code, code);
    }

    /// All cities of that name, the best known first.
    List<Spot> cities(String name) {
        return cities.getOrDefault(key(name), List.of());
    }

    private void nameCountry(String code) {
        var locale = Locale.of("", code);
        for (var language : LANGUAGES) countries.put(key(locale.getDisplayCountry(language)), code);
        try {
            countries.put(key(locale.getISO3Country()), code);
        } catch (MissingResourceException e) {
            return;
        }
    }

    private void read(String line) {
        int colon = line.lastIndexOf(':');
        var head = line.substring(0, colon).strip();
        boolean region = head.length() > 2 && head.charAt(2) == '-';
        var code = head.split("[ /]", 2)[0];
        var names = head.substring(code.length()).split("/");
        for (var name : names) name(region, code, name.strip());
        for (var city : line.substring(colon + 1).split(",")) city(region, code, city);
    }

    private void name(boolean region, String code, String name) {
        if (name.isEmpty()) return;
        if (!region) {
            countries.put(key(name), code);
            return;
        }
        var shown = STATE_SUFFIX.matcher(name).replaceFirst("");
        regionNames.putIfAbsent(code, shown);
        regions.put(key(name), code);
        if (country(shown) == null) regions.putIfAbsent(key(shown), code);
    }

    private void city(boolean region, String code, String spellings) {
        String shown = null;
        for (var spelling : spellings.split(" / ")) {
            var name = spelling.strip();
            if (name.isEmpty()) continue;
            boolean lesser = region && STATE_SUFFIX.matcher(name).find();
            var plain = lesser ? STATE_SUFFIX.matcher(name).replaceFirst("") : name;
            if (shown == null) shown = plain;
            var spots = cities.computeIfAbsent(key(plain), k -> new ArrayList<>());
            spots.add(lesser ? spots.size() : 0, new Spot(shown, region ? code : null, code.substring(0, 2)));
        }
    }

    private static String key(String name) {
        return (plain(name) ? name : withoutMarks(name))
                .toLowerCase(Locale.ROOT)
                .replace(".", "")
                .replace("saint ", "st ")
                .replace('-', ' ')
                .strip();
    }

    /// Most names are plain letters, for which there is nothing to take away.
    private static boolean plain(String name) {
        for (int i = 0; i < name.length(); i++) if (name.charAt(i) >= 0x80) return false;
        return true;
    }

    private static String withoutMarks(String name) {
        return MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    }
}
