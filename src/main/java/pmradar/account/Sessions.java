package pmradar.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where people are signed in. A session is a secret that a browser keeps; it ends by itself after a time without use
/// and after a time in all, whatever its use.
public interface Sessions {

    /// @param agent the browser in words @param used to the minute
    record Session(long id, String agent, Instant begun, Instant used) {}

    /// @param id number of the session
    record Held(long id, Account account) {}

    /// How long a session lasts. @param idle without any use @param longest in all
    record Lasting(Duration idle, Duration longest) {}

    Lasting lasting();

    /// @return the secret, which is told only now
    String begin(long account, String agent);

    /// Whose session has this secret; empty once it ended or its person may not come in. Notes the use.
    Optional<Held> holder(String secret);

    /// Those that have not ended, the one used last first.
    List<Session> of(long account);

    /// @return false if the account has no such session
    boolean end(long account, long id);

    /// @return how many ended @param kept the one that goes on; 0 for none
    int endOthers(long account, long kept);

    /// Ends the session with this secret, if there is one.
    void end(String secret);
}
