package pmradar.feed;

import java.net.URI;
import java.util.Map;
import org.springframework.modulith.NamedInterface;

/// Hands something to an address that a person named, under the rules by which feeds are read: public addresses only,
/// unless the owner allows a host by name; the name is resolved once, each address is checked, and the connection goes
/// to exactly that address. Redirects are not followed.
@NamedInterface("outbound")
public interface Outbound {

    /// @throws IllegalArgumentException with a sentence, for an address that may not be asked at all: one that is
    ///     written as a number is judged here, what a name stands for when something is sent
    void check(URI uri);

    /// Sends once. Never throws for what the outside does.
    ///
    /// @param headers without line breaks
    Reply post(URI uri, String body, Map<String, String> headers);

    @NamedInterface("outbound")
    sealed interface Reply {
        /// @param headers lower-case names, first value each @param body its beginning, at most 1,000 characters
        @NamedInterface("outbound")
        record Answered(int status, Map<String, String> headers, String body) implements Reply {
            public Answered {
                headers = Map.copyOf(headers);
            }
        }

        /// @param why in words
        @NamedInterface("outbound")
        record Unreachable(String why) implements Reply {}
    }
}
