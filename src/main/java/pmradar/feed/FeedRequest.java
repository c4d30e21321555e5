package pmradar.feed;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What to ask of a feed's server: a GET, or a POST where there is a body.
public record FeedRequest(URI uri, @Nullable String body, Map<String, String> headers) {

    public FeedRequest {
        headers = Map.copyOf(headers);
    }

    public static FeedRequest get(URI uri) {
        return new FeedRequest(uri, null, Map.of());
    }

    public static FeedRequest get(String uri) {
        return get(URI.create(uri));
    }

    public static FeedRequest postJson(URI uri, String json) {
        return new FeedRequest(uri, json, Map.of("Content-Type", "application/json"));
    }
}
