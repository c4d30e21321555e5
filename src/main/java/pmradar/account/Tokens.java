package pmradar.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// By what programs come in for a person, to the HTTP API alone.
public interface Tokens {

    /// What each secret begins with, so that one that leaked is recognised as what it is.
    String PREFIX = "pmr_";

    int LONGEST_NAME = 100;

    /// @param ends null for never @param used to the minute; null for never
    record Token(
            long id,
            String name,
            Instant made,
            @Nullable Instant ends,
            @Nullable Instant used) {}

    /// @param secret told only now
    record Made(Token token, String secret) {}

    /// @param ends null for never
    /// @throws IllegalArgumentException with a sentence for people, if name or end do not do or there are too many
    Made make(long account, String name, @Nullable Instant ends);

    /// By name, also those that have ended.
    List<Token> of(long account);

    /// @return false if the account has no such token
    boolean revoke(long account, long id);

    /// Whose token this is; empty once it ended or was revoked, or its person may not come in. Notes the use.
    Optional<Account> holder(String secret);
}
