package pmradar.account;

import java.util.List;

/// Those who look after the installation, to be told when something is wrong with it.
public interface Owners {

    /// The ids of their accounts.
    List<Long> ids();
}
