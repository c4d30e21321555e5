package pmradar.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Links by which a person chooses a password: once, within some time, and until the owner withdraws them.
public interface OneTimeLinks {

    Duration INVITED_FOR = Duration.ofDays(7);
    Duration RESET_FOR = Duration.ofDays(1);

    enum Kind {
        /// Makes an account.
        INVITATION,
        /// Sets another password for an account that is there.
        RESET
    }

    /// @param name the account it is for @param role what an invited person will be @param by who made it
    record Link(long id, Kind kind, String name, Account.Role role, String by, Instant made, Instant ends) {}

    /// @param secret told only now
    record Made(Link link, String secret) {}

    /// @throws IllegalArgumentException with a sentence for people, if the name does not do, is taken or invited
    /// already
    Made invite(String by, String name, Account.Role role);

    /// A link in place of any that was made for this account before; empty if there is no such account.
    Optional<Made> reset(String by, long account);

    /// Those that can still be used, newest first.
    List<Link> open();

    /// @return false if there is no such link
    boolean withdraw(long id);

    /// What can still be done with this secret.
    Optional<Link> find(String secret);

    /// Makes the account, or gives it the password and ends its sessions. The link is used up.
    ///
    /// @throws IllegalArgumentException with a sentence for people, if the link or the password does not do
    Account accept(String secret, String password);
}
