package pmradar.web;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import pmradar.account.Account;
import pmradar.account.Sessions;

/// Someone who came in by a session or by a token, and not with their password just now.
final class SignedIn extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final Account account;
    private final long session;

    private SignedIn(Account account, long session) {
        super(List.of(new SimpleGrantedAuthority("ROLE_" + account.role())));
        this.account = account;
        this.session = session;
        setAuthenticated(true);
    }

    static SignedIn bySession(Sessions.Held held) {
        return new SignedIn(held.account(), held.id());
    }

    static SignedIn byToken(Account account) {
        return new SignedIn(account, 0);
    }

    /// The number of the session that asks now; 0 where it is none.
    static long session() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn known ? known.session : 0;
    }

    boolean byToken() {
        return session == 0;
    }

    @Override
    public Account getPrincipal() {
        return account;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return account.name();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedIn same && same.account.equals(account) && same.session == session;
    }

    @Override
    public int hashCode() {
        return Objects.hash(account, session);
    }
}
