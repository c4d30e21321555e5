package pmradar.feed;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What to ask of a feed's server: a GET, or a POST where there is a body.
public record FeedRequest(URI uri, @Nullable String body, Map<String, String> headers) {
    private static final String CONTENT_TYPE = "Content-Type";

    public FeedRequest {
        headers = Map.copyOf(headers);
    }

    public static FeedRequest get(URI uri) {
        return new FeedRequest(uri, null, Map.of());
    }

    public static FeedRequest get(String uri) {
        return get(URI.create(uri));
    }

    /// The fields of a form, in their order.
    public static FeedRequest postForm(URI uri, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return new FeedRequest(uri, body, Map.of(CONTENT_TYPE, "application/x-www-form-urlencoded"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// With the headers of another request, where it has not its own.
    FeedRequest like(FeedRequest other) {
        var all = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(other.headers);
        if (body == null) all.remove(CONTENT_TYPE);
        all.putAll(headers);
        return new FeedRequest(uri, body, all);
    }

    public static FeedRequest postJson(URI uri, String json) {
        return new FeedRequest(uri, json, Map.of(CONTENT_TYPE, "application/json"));
    }
}
