package pmradar.feed.type;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The places of one listing, as written, each once.
final class Places {
    private static final int MOST = 200;

    private final Set<String> seen = new LinkedHashSet<>();
    private final List<String> places = new ArrayList<>();

    static Places of(@Nullable String... places) {
        var all = new Places();
        for (String place : places) all.and(place);
        return all;
    }

    static Places of(Collection<? extends @Nullable String> places) {
        var all = new Places();
        for (String place : places) all.and(place);
        return all;
    }

    Places and(@Nullable String place) {
        String line = Line.of(place);
        if (line != null && places.size() < MOST && seen.add(line.toLowerCase(Locale.ROOT))) places.add(line);
        return this;
    }

    Places and(Collection<? extends @Nullable String> more) {
        for (String place : more) and(place);
        return this;
    }

    List<String> list() {
        return List.copyOf(places);
    }

    /// A place out of its parts ("Leeds", "England", "GB"): the missing and the repeated ones are left out.
    static @Nullable String joined(@Nullable String... parts) {
        Set<String> kept = new LinkedHashSet<>();
        for (String part : parts) {
            String line = Line.of(part);
            if (line != null && kept.stream().noneMatch(line::equalsIgnoreCase)) kept.add(line);
        }
        return kept.isEmpty() ? null : String.join(", ", kept);
    }
}
