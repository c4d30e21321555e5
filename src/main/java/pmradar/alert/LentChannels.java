package pmradar.alert;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/// All channels there are, lent.
@Component
class LentChannels implements Letters {
    private final Map<String, Channel> channels = new TreeMap<>();

    LentChannels(List<Channel> channels) {
        channels.forEach(channel -> this.channels.put(channel.name(), channel));
    }

    @Override
    public List<String> channels() {
        return List.copyOf(channels.keySet());
    }

    @Override
    public String address(String name, String typed) {
        var channel = channels.get(name);
        if (channel == null)
            throw new IllegalArgumentException(
                    "There is no channel “%s”. There are: %s.".formatted(name, String.join(", ", channels.keySet())));
        return channel.address(typed);
    }

    @Override
    public Channel.Outcome send(Channel.Destination to, Letter letter, String key) {
        var channel = channels.get(to.channel());
        return channel == null
                ? new Channel.Outcome.Refused("PM Radar has no channel of this name any more.", false, null)
                : channel.send(to, letter, key);
    }

    @Override
    public Optional<Instant> again(long id, int tries, Instant first, Channel.Outcome.Refused refused, Instant now) {
        return Patience.next(id, tries - 1, first, refused, now);
    }
}
