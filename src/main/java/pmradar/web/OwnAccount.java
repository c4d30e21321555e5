package pmradar.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import pmradar.account.Account;
import pmradar.account.Accounts;
import pmradar.account.CurrentAccount;
import pmradar.account.Sessions;
import pmradar.account.Tokens;

/// What a person may do about the ways into their own account, from a page or from a program.
@Component
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "pmradar.access", havingValue = "accounts")
class OwnAccount {

    private final Accounts accounts;
    private final Sessions sessions;
    private final Tokens tokens;
    private final CurrentAccount current;
    private final AuthenticationManager people;
    private final Clock clock;

    OwnAccount(
            Accounts accounts,
            Sessions sessions,
            Tokens tokens,
            CurrentAccount current,
            AuthenticationManager people,
            Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.tokens = tokens;
        this.current = current;
        this.people = people;
        this.clock = clock;
    }

    Account account() {
        return current.get().orElseThrow(() -> new NotThere("Nobody is signed in."));
    }

    Instant now() {
        return clock.instant();
    }

    /// Sets another password; all other sessions end.
    ///
    /// @throws BadRequest if the old one is wrong or the new one does not do
    /// @throws LoginThrottle.TooManyTries after too many wrong ones
    void changePassword(String old, String chosen) {
        var account = account();
        var offered = UsernamePasswordAuthenticationToken.unauthenticated(account.name(), old);
        offered.setDetails(whence());
        if (!known(offered)) throw new BadRequest("The old password is another.");
        if (old.equals(chosen)) throw new BadRequest("The new password is the old one.");
        try {
            accounts.setPassword(account.id(), chosen, SignedIn.session());
        } catch (IllegalArgumentException wrong) {
            throw new BadRequest(Objects.requireNonNullElse(wrong.getMessage(), "This password does not do."));
        }
    }

    /// As at the door, so that tries count there and here together.
    private static @Nullable WebAuthenticationDetails whence() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes asked
                ? new WebAuthenticationDetails(asked.getRequest())
                : null;
    }

    private boolean known(Authentication offered) {
        try {
            people.authenticate(offered);
            return true;
        } catch (BadCredentialsException wrong) {
            return false;
        }
    }

    List<Sessions.Session> sessions() {
        return sessions.of(account().id());
    }

    Sessions.Lasting lasting() {
        return sessions.lasting();
    }

    void endSession(long id) {
        if (!sessions.end(account().id(), id)) throw new NotThere("You have no session with this number.");
    }

    /// Ends all sessions but the one that asks. @return how many
    int endOthers() {
        return sessions.endOthers(account().id(), SignedIn.session());
    }

    List<Tokens.Token> tokens() {
        return tokens.of(account().id());
    }

    Tokens.Made makeToken(@Nullable String name, @Nullable Instant ends) {
        try {
            return tokens.make(account().id(), Objects.requireNonNullElse(name, ""), ends);
        } catch (IllegalArgumentException wrong) {
            throw new BadRequest(Objects.requireNonNullElse(wrong.getMessage(), "This cannot be a token."));
        }
    }

    void revokeToken(long id) {
        if (!tokens.revoke(account().id(), id)) throw new NotThere("You have no token with this number.");
    }
}
