package pmradar.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pmradar.feed.Listing;
import pmradar.posting.Place;
import pmradar.posting.Remote;

/// Reads where the work is done: every place with city, region and country as far as known, and whether it is done
/// there.
@Component
class PlaceReader {
    private static final int MAX_PLACES = 60;
    private static final int MAX_CHARS = 160;
    private static final int MAX_LIST = 1500;
    private static final String GEORGIA = "Georgia";
    /// As some systems write it: "US-WA-Seattle".
    private static final Pattern CODED = Pattern.compile("([A-Z]{2})-([A-Z]{2,3})-(\\p{Lu}[\\p{L}. '’-]{1,40})");
    private static final Pattern SEVERAL = Pattern.compile("[;|•\\n]| / | or | oder | ou | o (?=[A-Z])");
    private static final Pattern PARTS = Pattern.compile("\\s*(?:,|\\(|\\)|\\[|\\]| [-–—] |[-–—] | [-–—])\\s*");
    private static final Pattern NOT_A_PLACE = Pattern.compile(
            "(?i)\\b(?:tout le|toute la|ganz|keine angabe|fully|100\\s?%|remote(?:ly)?(?:[ -]first| friendly)?|hybrid|on-?site|in[ -]office|office|home[ -]?office|work from home|wfh|flexible|anywhere|"
                    + "in the world|world ?wide|earth|international|global|télétravail|teletrabajo|remoto|virtual|distributed|multiple locations|various locations|locations?|only|based|headquarters|hq|bundesweit|"
                    + "deutschlandweit|metropolitan area|metro area|greater|area|region)\\b");
    private static final Pattern CAPITALS = Pattern.compile("[A-Z]{2,3}");
    private static final Pattern POSTCODE = Pattern.compile("\\b\\d{4,6}(?:-\\d{4})?\\b");
    private static final Pattern CITY = Pattern.compile("\\p{Lu}[\\p{L}'’. -]{1,39}");

    private static final Pattern REMOTE = Pattern.compile("(?i)\\bremot|home ?office|télétravail|teletrabajo|anywhere");
    private static final Pattern REMOTE_FROM = Pattern.compile("(?i)\\bremote\\W{1,4}([^()\\[\\]]{2,40})");
    private static final Pattern CONTINENT =
            Pattern.compile("(?i)EU|EEA|EMEA|APAC|LATAM|DACH|Europe|North America|Latin America|Asia|Africa|Americas");

    private static final Set<String> ISO = Set.of(Locale.getISOCountries());

    private final Gazetteer gazetteer = new Gazetteer();

    private final SpokenPlaces spoken = new SpokenPlaces(gazetteer);
    private final WorkFrom workFrom = new WorkFrom(gazetteer);

    /// @param country of the first place that has one
    /// @param eligible from where one may work remotely, as fields, locations or the title say
    /// @param workFrom the same for machines, with what the text says
    /// @param contradictions of the parts of the ad about places and the way of working, in sentences
    record Where(
            List<Place> places,
            Remote remote,
            @Nullable String country,
            List<String> eligible,
            Set<String> workFrom,
            List<String> contradictions) {}

    Where read(Listing.Where where, String title, String text) {
        return read(where, null, title, text);
    }

    /// @param kind what a field says of the employment
    Where read(Listing.Where where, @Nullable String kind, String title, String text) {
        var said = RemoteWords.read(where.workplace(), kind, where.locations(), title, text);
        var remote = said.isEmpty() ? Remote.UNKNOWN : said.getFirst().remote();
        var fields = fields(where);
        var places = fields.stream().anyMatch(place -> place.country() != null)
                ? fields
                : spoken.instead(fields, where.locations(), title, text);
        var country = places.stream()
                .map(Place::country)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        var eligible = !where.eligible().isEmpty()
                ? where.eligible()
                : remote == Remote.REMOTE ? eligible(where.locations(), title) : List.<String>of();
        var contradictions = new ArrayList<>(Contradictions.ofWorkplace(said));
        if (places == fields) contradictions.addAll(Contradictions.ofPlace(fields, spoken.labelled(text)));
        return new Where(
                places,
                remote,
                country,
                eligible,
                workFrom.read(eligible, remote == Remote.REMOTE ? text : ""),
                contradictions);
    }

    private List<Place> fields(Listing.Where where) {
        var places = new LinkedHashSet<Place>();
        for (var raw : where.locations()) {
            for (var one : SEVERAL.split(bounded(raw))) {
                for (var place : named(one.strip())) if (places.size() < MAX_PLACES) places.add(place);
            }
        }
        return List.copyOf(places);
    }

    private List<String> eligible(List<String> locations, String title) {
        var found = new LinkedHashSet<String>();
        locations.stream()
                .limit(MAX_PLACES)
                .filter(raw -> REMOTE.matcher(raw).find())
                .forEach(raw -> {
                    for (var one : SEVERAL.split(bounded(raw))) addEligible(one, found);
                });
        var inTitle = REMOTE_FROM.matcher(title);
        if (found.isEmpty() && inTitle.find()) addEligible(inTitle.group(1), found);
        return List.copyOf(found);
    }

    /// Countries and continents, as written.
    private void addEligible(String words, Set<String> found) {
        var parts = parts(words, MAX_PLACES);
        var american = parts.stream()
                .anyMatch(part -> "US".equals(gazetteer.country(part))
                        || gazetteer.region(part) != null && !part.equals(GEORGIA));
        for (var part : parts) {
            if (american && part.equals(GEORGIA)) continue;
            if (gazetteer.country(part) != null || CONTINENT.matcher(part).matches()) found.add(part);
        }
    }

    private static String bounded(String raw) {
        return PlainText.ofText(raw.length() > 4000 ? raw.substring(0, 4000) : raw);
    }

    /// A list of three and more states or countries is so many places, and one that has a city is one.
    private List<Place> named(String raw) {
        var code = CODED.matcher(raw);
        if (code.matches() && ISO.contains(code.group(1)))
            return named(code.group(3) + ", " + code.group(2) + ", " + code.group(1));
        var parts = parts(raw.length() > MAX_LIST ? raw.substring(0, MAX_LIST) : raw, MAX_PLACES);
        var last = parts.isEmpty() ? null : gazetteer.country(parts.getLast());
        var states = last == null ? parts : parts.subList(0, parts.size() - 1);
        if (several(states) && states.stream().allMatch(part -> state(part, last)))
            return states.stream().map(this::ofState).toList();
        if (several(parts) && parts.stream().allMatch(part -> gazetteer.country(part) != null))
            return parts.stream()
                    .map(part -> new Place(part, null, null, gazetteer.country(part)))
                    .toList();
        var place = place(raw);
        return place == null ? List.of() : List.of(place);
    }

    private static boolean several(List<String> parts) {
        return parts.size() > 2 && new LinkedHashSet<>(parts).size() == parts.size();
    }

    private boolean state(String part, @Nullable String country) {
        var region = part.equals(GEORGIA) ? "US-GA" : gazetteer.region(part);
        return region != null && (country == null || region.startsWith(country));
    }

    /// Among other states "Georgia" is one, too.
    private Place ofState(String part) {
        var region = part.equals(GEORGIA) ? "US-GA" : Objects.requireNonNull(gazetteer.region(part));
        return new Place(part, null, gazetteer.regionName(region), region.substring(0, 2));
    }

    /// @return null where nothing but words such as "remote" is named
    private @Nullable Place place(String raw) {
        if (raw.isEmpty()) return null;
        var shown = raw.length() > MAX_CHARS ? raw.substring(0, MAX_CHARS) : raw;
        var parts = parts(shown, 8);
        if (parts.isEmpty()) return null;
        var found = new Found(parts);
        return new Place(
                shown, found.city, found.region == null ? null : gazetteer.regionName(found.region), found.country);
    }

    private static List<String> parts(String shown, int most) {
        var parts = new ArrayList<String>();
        for (var part : Arrays.stream(PARTS.split(shown)).limit(most).toList()) {
            var name =
                    POSTCODE.matcher(NOT_A_PLACE.matcher(part).replaceAll(" ")).replaceAll(" ");
            name = name.replaceAll("^[\\s:./]+|[\\s:/]+$", "").replaceAll("\\s+", " ");
            if (!name.isEmpty()) parts.add(name);
        }
        return parts;
    }

    /// What the parts of one location mean together.
    private final class Found {
        @Nullable
        String city;

        @Nullable
        String region;

        @Nullable
        String country;

        Found(List<String> parts) {
            for (int i = parts.size() - 1; i >= 0; i--) wide(parts, i);
            for (int i = 0; i < parts.size() && city == null; i++) narrow(parts.get(i), parts.size());
            if (country == null && region != null) country = region.substring(0, 2);
        }

        /// Countries and regions, from the right. A pair of capitals is a state after an American city and a country
        /// after any other.
        private void wide(List<String> parts, int i) {
            var part = parts.get(i);
            if (CAPITALS.matcher(part).matches() && part.length() == 2) {
                capitals(part, i == 0 ? null : parts.get(0));
                return;
            }
            var known = gazetteer.country(part);
            var state = gazetteer.region(part);
            if (i > 0 && state == null && !gazetteer.cities(parts.get(0)).isEmpty())
                state = stateOf(parts.get(0), part);
            if (state != null && region == null && fits(state)) region = state;
            else if (known != null
                    && country == null
                    && (i > 0 || gazetteer.cities(part).isEmpty())) country = known;
        }

        private void capitals(String code, @Nullable String first) {
            var state = gazetteer.shortRegion(code);
            var named = countryOfCode(code);
            var isCountry = named != null;
            var cityThere = first != null
                    && gazetteer.cities(first).stream()
                            .anyMatch(spot -> spot.country().equals(code));
            var regionThere = first != null
                    && country == null
                    && gazetteer.region(first) != null
                    && Objects.requireNonNull(gazetteer.region(first)).startsWith(code);
            if (country == null
                    && isCountry
                    && (state == null
                            || cityThere
                            || regionThere
                            || code.equals("DE")
                                    && (first == null || gazetteer.cities(first).isEmpty()))) country = named;
            else if (state != null && region == null && fits(state)) region = state;
            else if (country == null && isCountry) country = named;
        }

        private @Nullable String countryOfCode(String code) {
            var alias = gazetteer.country(code);
            return alias != null ? alias : ISO.contains(code) ? code : null;
        }

        private boolean fits(String state) {
            return country == null || state.startsWith(country);
        }

        /// "Georgia" after "Atlanta" is the state.
        private @Nullable String stateOf(String cityName, String name) {
            return gazetteer.cities(cityName).stream()
                    .map(Gazetteer.Spot::region)
                    .filter(code -> code != null && gazetteer.regionName(code).equalsIgnoreCase(name))
                    .findFirst()
                    .orElse(null);
        }

        private void narrow(String part, int parts) {
            var spots = gazetteer.cities(part);
            var spot = spots.stream().filter(this::agrees).findFirst().orElse(null);
            if (spot != null) {
                city = spot.city();
                region = region == null ? spot.region() : region;
                country = spot.country();
            } else if (parts > 1 && wideless(part) && CITY.matcher(part).matches()) city = part;
        }

        private boolean agrees(Gazetteer.Spot spot) {
            if (country != null && !country.equals(spot.country())) return false;
            return region == null
                    || spot.region() == null && region.startsWith(spot.country())
                    || region.equals(spot.region());
        }

        private boolean wideless(String part) {
            return gazetteer.country(part) == null
                    && gazetteer.region(part) == null
                    && !CAPITALS.matcher(part).matches();
        }
    }
}
