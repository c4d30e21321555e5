package pmradar.alert.channel;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import pmradar.alert.Channel.Outcome;
import pmradar.feed.Outbound;
import pmradar.feed.Outbound.Reply;

/// What the answer of a receiver means for a delivery, the same for all channels that speak HTTP.
final class HttpOutcome {
    private static final int GONE = 410;
    private static final int LONGEST_WAIT_SECONDS = 86_400;

    private HttpOutcome() {}

    /// An address that a person typed, checked.
    ///
    /// @throws IllegalArgumentException with a sentence for people
    static URI address(String typed, Outbound outbound) {
        if (typed.strip().length() > 2000)
            throw new IllegalArgumentException("An address has at most 2,000 characters.");
        try {
            var uri = new URI(typed.strip());
            outbound.check(uri);
            return uri;
        } catch (URISyntaxException broken) {
            throw new IllegalArgumentException("This is no web address: " + broken.getReason() + ".", broken);
        }
    }

    static Outcome of(Reply reply) {
        return switch (reply) {
            case Reply.Unreachable(var why) -> new Outcome.Refused(why, false, null);
            case Reply.Answered answer when answer.status() / 100 == 2 -> new Outcome.Accepted();
            case Reply.Answered answer
            when answer.status() == GONE ->
                new Outcome.Refused("The receiver answered 410: it is gone and wants no more.", true, null);
            case Reply.Answered answer
            when answer.status() / 100 == 3 ->
                new Outcome.Refused(
                        "The receiver answered %d, a redirect; digests go to the address itself only."
                                .formatted(answer.status()),
                        false,
                        null);
            case Reply.Answered answer ->
                new Outcome.Refused("The receiver answered %d.".formatted(answer.status()), false, wait(answer));
        };
    }

    private static @Nullable Duration wait(Reply.Answered answer) {
        var asked = answer.headers().get("retry-after");
        if (asked == null || !asked.matches("\\d{1,9}")) return null;
        return Duration.ofSeconds(Math.min(Long.parseLong(asked), LONGEST_WAIT_SECONDS));
    }
}
