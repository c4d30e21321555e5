package pmradar.feed;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A feed that an address may stand for, not known yet.
///
/// @param why how it was recognised, in words
/// @param home a page for people
public record Candidate(
        String type, Located where, String why, @Nullable URI home) {

    /// As a feed that can be read, under a name of its own.
    public Feed feed(String id, String name, @Nullable String company, Duration every) {
        return new Feed(id, type, where.at(), name, company, home, every, null, Feed.Origin.ADDED, where.options());
    }
}
