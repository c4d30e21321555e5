package pmradar.account;

import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// In local mode whoever asks is the owner.
@Component
@ConditionalOnProperty(name = "pmradar.access", havingValue = "local", matchIfMissing = true)
class LocalOwner implements CurrentAccount, ActiveAccounts {

    @Override
    public Optional<Account> get() {
        return Optional.of(Account.LOCAL_OWNER);
    }

    @Override
    public boolean active(long account) {
        return account == Account.LOCAL_OWNER.id();
    }
}
