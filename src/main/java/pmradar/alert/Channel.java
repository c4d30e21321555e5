package pmradar.alert;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/// A way out for digests. One class each in `alert.channel`, found by injection.
@NamedInterface("channel")
public interface Channel {

    /// The name in the store, in the API and on the command line.
    String name();

    /// Checks an address that a person typed, before it is kept.
    ///
    /// @return as it is kept
    /// @throws IllegalArgumentException with a sentence for people
    String address(String typed);

    /// Hands a digest over. The same message may be handed over twice after a crash: `key` tells the receiver.
    /// Never throws for what the outside does.
    Outcome send(Destination to, Digest digest, String key);

    /// Hands a document of another room over, on the same terms.
    default Outcome send(Destination to, Letter letter, String key) {
        return new Outcome.Refused("This channel carries postings only.", false, null);
    }

    /// @param secret for signatures; made by PM Radar, shown to the person once
    record Destination(
            long id,
            String channel,
            String address,
            @Nullable String secret) {}

    sealed interface Outcome {
        record Accepted() implements Outcome {}

        /// @param why in words, at most 1,000 characters @param ended whether the receiver wants no more at all
        record Refused(String why, boolean ended, @Nullable Duration retryAfter) implements Outcome {}
    }
}
