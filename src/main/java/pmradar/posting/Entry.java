package pmradar.posting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A draft on its way into the store, with its page.
final class Entry {
    final Judged judged;
    final Identity identity;

    @Nullable
    KnownSighting known;

    Recorded outcome = Recorded.SAME;

    Entry(Judged judged) {
        this.judged = judged;
        this.identity = Identity.of(judged.draft());
    }

    Draft draft() {
        return judged.draft();
    }

    boolean same(Instant now) {
        return known != null && known.same(identity.contentHash(), now);
    }
}
