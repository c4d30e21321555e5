package pmradar.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A person with an account, as the owner sees them.
///
/// @param since when the account was made
/// @param disabled since when they may not come in; null while they may
/// @param used when one of their sessions was last used; null while there is none
public record Member(
        Account account,
        Instant since,
        @Nullable Instant disabled,
        @Nullable Instant used) {}
