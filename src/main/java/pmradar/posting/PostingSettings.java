package pmradar.posting;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param staleAfter how long a posting stays open that a rolling feed no longer shows
/// @param relistedAfter how long a posting must be gone, or its first listing be known, before another listing of it
///     counts as advertising it anew
/// @param longOpen from how long on a posting's page says how long it has been open
/// @param oftenRelisted from how many times on it says how often it was relisted
@ConfigurationProperties("pmradar.posting")
record PostingSettings(
        @DefaultValue("45d") Duration staleAfter,
        @DefaultValue("3d") Duration relistedAfter,
        @DefaultValue("120d") Duration longOpen,
        @DefaultValue("3") int oftenRelisted) {
    PostingSettings {
        positive("stale-after", staleAfter, "45d");
        positive("relisted-after", relistedAfter, "3d");
        positive("long-open", longOpen, "120d");
        if (oftenRelisted < 1) {
            throw new IllegalArgumentException(
                    "pmradar.posting.often-relisted must be 1 or more, not " + oftenRelisted);
        }
    }

    private static void positive(String name, Duration value, String example) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException("pmradar.posting.%s must be a positive duration such as %s, not %s"
                    .formatted(name, example, value));
        }
    }
}
