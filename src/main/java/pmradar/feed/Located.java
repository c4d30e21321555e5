package pmradar.feed;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Where a feed is, as its type found out from an address or a page.
///
/// @param at as in `feeds.yml`
/// @param company the employer, guessed from the name of a board; null where listings name their own
/// @param wants why it can only be declared in `feeds.yml`, in a sentence; null where it can be added as it is
public record Located(
        String at,
        @Nullable String company,
        Map<String, String> options,
        @Nullable String wants) {

    public Located {
        options = Map.copyOf(options);
    }

    /// A place where many employers publish.
    public static Located of(String at) {
        return new Located(at, null, Map.of(), null);
    }

    /// The board of one employer, which it is named after.
    public static Located board(String at) {
        return new Located(at, words(at), Map.of(), null);
    }

    /// One that cannot be read without a key of its owner.
    ///
    /// @param variables what `key:` and `options:` must hold
    public static Located keyed(String at, String site, String variables) {
        return new Located(
                at,
                null,
                Map.of(),
                "%s wants a key of its own: declare it in config/feeds.yml with %s.".formatted(site, variables));
    }

    public Located with(String option, String value) {
        return new Located(at, company, Map.of(option, value), wants);
    }

    private static String words(String at) {
        var name = at.contains("://") ? at.replaceFirst("^\\w+://", "").replaceFirst("[./].*", "") : at;
        var plain = name.contains(".") && !name.contains(" ") ? name.substring(0, name.indexOf('.')) : name;
        return Arrays.stream(plain.split("[-_\\s]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining(" "));
    }
}
