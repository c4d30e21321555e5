package pmradar.feed;

import java.time.Duration;

/// The real wire with times short enough for a test.
public final class TestOutbound {
    private TestOutbound() {}

    /// @param hosts in the own network that may be asked
    public static Outbound allowing(String... hosts) {
        return new WiredOutbound(TestFeeds.settings(Duration.ZERO, hosts));
    }
}
