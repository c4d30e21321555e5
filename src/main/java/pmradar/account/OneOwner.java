package pmradar.account;

import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// In local mode there is one.
@Component
@ConditionalOnProperty(name = "pmradar.access", havingValue = "local", matchIfMissing = true)
class OneOwner implements Owners {

    @Override
    public List<Long> ids() {
        return List.of(Account.LOCAL_OWNER.id());
    }
}
