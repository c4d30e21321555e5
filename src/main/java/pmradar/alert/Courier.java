package pmradar.alert;

import java.time.Clock;
import java.time.Duration;
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
    private static final Duration GIVE_UP_AFTER = Duration.ofDays(3);
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12));

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

    void deliverDue(Instant now) {
        for (var waiting : deliveries.due(now, AT_ONCE)) {
            if (deliveries.hold(waiting.id(), now)) deliver(waiting);
        }
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
        var next = now.plus(pause(waiting, refused));
        var first = Optional.ofNullable(waiting.firstTry()).orElse(now);
        if (next.isAfter(first.plus(GIVE_UP_AFTER))) deliveries.parked(waiting.id(), refused.why(), now);
        else deliveries.again(waiting.id(), refused.why(), next);
    }

    /// A fifth more or less, always the same for one try, so that many failed ones do not come back together.
    private static Duration pause(Deliveries.Waiting waiting, Channel.Outcome.Refused refused) {
        var pause = PAUSES.get(Math.min(waiting.tries(), PAUSES.size() - 1));
        long spread = Math.floorMod(waiting.id() * 31 + waiting.tries() * 17L, 41) - 20;
        var spreadOut = pause.plus(pause.multipliedBy(spread).dividedBy(100));
        var asked = refused.retryAfter();
        return asked != null && asked.compareTo(spreadOut) > 0 ? asked : spreadOut;
    }
}
