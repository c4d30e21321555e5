package pmradar.feed.type;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pmradar.feed.Listing.Where;
import pmradar.feed.Workplace;

/// Where one may live to do a remote job: the region that boards of remote jobs give in place of a location.
final class Regions {
    private Regions() {}

    /// A remote job, open to people in these regions. They are its places too, as far as they are places.
    static Where remote(Collection<? extends @Nullable String> regions) {
        Places eligible = new Places();
        for (String region : regions) {
            if (region != null) for (String each : region.split("[,;|]")) eligible.and(plain(each));
        }
        List<String> places = new ArrayList<>(eligible.list());
        places.removeIf(Regions::isEverywhere);
        return new Where(places, Workplace.REMOTE, eligible.list());
    }

    private static boolean isEverywhere(String region) {
        String word = region.toLowerCase(Locale.ROOT);
        return word.contains("worldwide")
                || word.contains("anywhere")
                || word.equals("remote")
                || word.contains("global");
    }

    /// Without the flag that some boards put in front of a country.
    static @Nullable String plain(@Nullable String region) {
        if (region == null) return null;
        return region.codePoints()
                .filter(point -> point < 0x1F1E6 || point > 0x1F9FF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
