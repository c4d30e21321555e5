package pmradar.feed;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A configured place that publishes listings.
///
/// @param id stable name; sightings remember it
/// @param type the feed type's name, as in `feeds.yml`
/// @param at what the type needs to find it: a URL, a board token, a path
/// @param name what people call it
/// @param company the employer, when every listing of the feed is its own
/// @param home a page for people; the back-link that the feed's terms may ask for
/// @param every how often it is read at most
/// @param terms the feed's own conditions, in a sentence, as shown beside it
/// @param options settings that only its type knows
public record Feed(
        String id,
        String type,
        String at,
        String name,
        @Nullable String company,
        @Nullable URI home,
        Duration every,
        @Nullable String terms,
        Origin origin,
        Map<String, String> options) {

    /// Where a feed was named: in `feeds.yml`, by a person in the product, or among the shipped samples.
    public enum Origin {
        DECLARED,
        ADDED,
        SAMPLE
    }

    public Feed {
        options = Map.copyOf(options);
    }
}
