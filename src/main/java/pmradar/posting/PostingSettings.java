package pmradar.posting;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param staleAfter how long a posting stays open that a rolling feed no longer shows
@ConfigurationProperties("pmradar.posting")
record PostingSettings(@DefaultValue("45d") Duration staleAfter) {
    PostingSettings {
        if (!staleAfter.isPositive()) {
            throw new IllegalArgumentException(
                    "pmradar.posting.stale-after must be a positive duration such as 45d, not " + staleAfter);
        }
    }
}
