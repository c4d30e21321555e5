package pmradar.alert;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Carries digests to their destinations: each is held by one courier at a time, tried again with growing pauses over
/// three days, and parked when that did not help.
@Component
class Courier {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final int AT_ONCE = 100;

    private final Deliveries deliveries;
    private final StoredDigests digests;
    private final Map<String, Channel> channels;
    private final Clock clock;

    Courier(Deliveries deliveries, StoredDigests digests, List<Channel> channels, Clock clock) {
        this.deliveries = deliveries;
        this.digests = digests;
        this.channels = channels.stream().collect(Collectors.toMap(Channel::name, Function.identity()));
        this.clock = clock;
    }

    /// @return whether there may be more
    boolean deliverDue(Instant now) {
        var due = deliveries.due(now, AT_ONCE);
        for (var waiting : due) {
            if (deliveries.hold(waiting.id(), clock.instant())) deliver(waiting);
        }
        return due.size() == AT_ONCE;
    }

    private void deliver(Deliveries.Waiting waiting) {
        var outcome = sent(waiting);
        var now = clock.instant();
        switch (outcome) {
            case Channel.Outcome.Accepted() -> deliveries.done(waiting.id(), now);
            case Channel.Outcome.Refused refused
            when refused.ended() -> {
                LOG.info("A destination of saved search {} wants no more", waiting.search());
                deliveries.ended(waiting.id(), waiting.to().id(), refused.why(), now);
            }
            case Channel.Outcome.Refused refused -> tryAgain(waiting, refused, now);
        }
    }

    private Channel.Outcome sent(Deliveries.Waiting waiting) {
        var channel = channels.get(waiting.to().channel());
        var digest = digests.find(waiting.digest());
        if (channel == null || digest.isEmpty())
            return new Channel.Outcome.Refused("PM Radar has no channel of this name any more.", false, null);
        return channel.send(waiting.to(), digest.get(), waiting.key());
    }

    private void tryAgain(Deliveries.Waiting waiting, Channel.Outcome.Refused refused, Instant now) {
        var first = Optional.ofNullable(waiting.firstTry()).orElse(now);
        Patience.next(waiting.id(), waiting.tries(), first, refused, now)
                .ifPresentOrElse(
                        next -> deliveries.again(waiting.id(), refused.why(), next),
                        () -> deliveries.parked(waiting.id(), refused.why(), now));
    }
}
