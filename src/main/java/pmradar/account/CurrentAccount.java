package pmradar.account;

import java.util.Optional;

/// The person who asks now.
public interface CurrentAccount {

    /// Empty while nobody is signed in.
    Optional<Account> get();
}
