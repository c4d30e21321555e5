package pmradar.feed;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Bytes and headers of one response, already decoded from gzip and bounded in size.
///
/// @param uri where it came from, after redirects
/// @param headers lower-case names, first value each
public record Answer(URI uri, int status, Map<String, String> headers, byte[] bytes) {

    public Answer {
        headers = Map.copyOf(headers);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }
}
