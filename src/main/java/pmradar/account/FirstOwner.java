package pmradar.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/// Lets the owner of a new installation in: by a password from the environment, or by a link in the log.
@Component
@AccountMode
@ConditionalOnWebApplication
class FirstOwner implements ApplicationRunner, OwnerInvitation {

    private static final Logger LOG = LoggerFactory.getLogger(FirstOwner.class);
    static final String NAME = "owner";

    private final Accounts accounts;
    private final String password;
    private volatile @Nullable String token;

    FirstOwner(Accounts accounts, @Value("${PMRADAR_OWNER_PASSWORD:}") String password) {
        this.accounts = accounts;
        this.password = password;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!accounts.none()) return;
        if (!password.isEmpty()) {
            makeOwner();
            LOG.info("The account '{}' was made with the password in PMRADAR_OWNER_PASSWORD", NAME);
            return;
        }
        token = Secret.next();
        LOG.info("Nobody has an account yet. Open /set-up?token={} here to choose the owner's password", token);
    }

    /// Another node that starts at the same moment may have made it already, with the same password.
    private void makeOwner() {
        try {
            accounts.add(NAME, Account.Role.OWNER, password);
        } catch (IllegalArgumentException wrong) {
            if (accounts.named(NAME).isEmpty()) throw wrong;
        }
    }

    @Override
    public boolean holds(String offered) {
        var known = token;
        return known != null
                && MessageDigest.isEqual(
                        known.getBytes(StandardCharsets.UTF_8), offered.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public synchronized void accept(String offered, String chosen) {
        if (!holds(offered) || !accounts.none()) {
            throw new IllegalArgumentException("This link is used up. Restart PM Radar for another, or sign in.");
        }
        accounts.add(NAME, Account.Role.OWNER, chosen);
        token = null;
    }
}
