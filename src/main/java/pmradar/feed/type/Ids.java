package pmradar.feed.type;

import org.jspecify.annotations.Nullable;

/// A listing's own id.
final class Ids {
    private static final int MOST = 400;

    private Ids() {}

    /// The first of these that is there.
    ///
    /// @throws UnreadableListing if none is: without an id the same listing would be new at each reading
    static String of(@Nullable String... candidates) {
        for (String candidate : candidates) {
            if (candidate != null && !candidate.isBlank()) return shortened(candidate.strip());
        }
        throw new UnreadableListing("It has neither an id nor an address.");
    }

    private static String shortened(String id) {
        if (id.length() <= MOST) return id;
        return id.substring(0, MOST - 9) + "~" + Integer.toHexString(id.hashCode());
    }
}
