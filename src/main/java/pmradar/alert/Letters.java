package pmradar.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Lends the channels of this room to others: who sends by them keeps by oneself what was sent where.
public interface Letters {

    /// The names of all channels.
    List<String> channels();

    /// Checks an address that a person typed, before it is kept.
    ///
    /// @return as it is kept
    /// @throws IllegalArgumentException with a sentence, for a channel that is not there or an address that it
    ///     does not take
    String address(String channel, String typed);

    /// Hands a letter over. The same may be handed over twice after a crash: `key` tells the receiver.
    Channel.Outcome send(Channel.Destination to, Letter letter, String key);

    /// When something that was refused is tried again, with the patience that all messages of this room have; nothing
    /// when it is given up.
    ///
    /// @param id of what is sent, so that many failed ones do not come back together
    /// @param tries made so far @param first when it was tried first
    Optional<Instant> again(long id, int tries, Instant first, Channel.Outcome.Refused refused, Instant now);
}
