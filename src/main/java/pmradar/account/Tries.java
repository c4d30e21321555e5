package pmradar.account;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;

/// Counts how often something was tried, on all nodes of one database together.
public interface Tries {

    /// Counts one try under each key, unless one of them has had its number since its first try, a window ago at most.
    ///
    /// @param limits how many tries each key has
    /// @return seconds until another try may pass; 0 when this one may
    long count(Map<String, Integer> limits, Duration window);

    /// What was counted was none after all. @param forgotten loses all its tries @param others lose one each
    void takeBack(String forgotten, Collection<String> others);
}
