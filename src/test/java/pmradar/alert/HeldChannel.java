package pmradar.alert;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A way out that ends in memory.
@Component
public class HeldChannel implements Channel {

    public record Sent(String address, Digest digest, String key) {}

    public record SentLetter(String address, Letter letter, String key) {}

    public final List<Sent> sent = new ArrayList<>();
    public final List<SentLetter> letters = new ArrayList<>();
    private Outcome outcome = new Outcome.Accepted();

    public void answers(Outcome outcome) {
        this.outcome = outcome;
    }

    public void refuses(String why, boolean ended, @Nullable Duration retryAfter) {
        answers(new Outcome.Refused(why, ended, retryAfter));
    }

    @Override
    public String name() {
        return "held";
    }

    @Override
    public String address(String typed) {
        if (typed.isBlank()) throw new IllegalArgumentException("An address, please.");
        return typed.strip();
    }

    @Override
    public Outcome send(Destination to, Digest digest, String key) {
        sent.add(new Sent(to.address(), digest, key));
        return outcome;
    }

    @Override
    public Outcome send(Destination to, Letter letter, String key) {
        letters.add(new SentLetter(to.address(), letter, key));
        return outcome;
    }
}
