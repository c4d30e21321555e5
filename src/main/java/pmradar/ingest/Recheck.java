package pmradar.ingest;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import pmradar.feed.PageWatch;
import pmradar.posting.Posting;
import pmradar.posting.Postings;
import pmradar.posting.Postings.PageCheck;

/// Looks again at the pages of postings that no complete feed vouches for: a few per run, fewer per host, each posting
/// at most once in some days.
@Component
class Recheck {
    private static final Logger LOG = LoggerFactory.getLogger(Recheck.class);
    static final Duration BETWEEN_LOOKS = Duration.ofDays(3);
    static final int PER_RUN = 60;
    static final int PER_HOST = 6;
    /// Enough to find [#PER_RUN] pages although many of the first may be of one host.
    private static final int CANDIDATES = 300;

    private final Postings postings;
    private final PageWatch pages;
    private final Clock clock;

    Recheck(Postings postings, PageWatch pages, Clock clock) {
        this.postings = postings;
        this.pages = pages;
        this.clock = clock;
    }

    /// @param looked at; @param gone closed because of it; @param unknown of which nothing could be said
    record Outcome(int looked, int gone, int unknown) {}

    Outcome run() {
        var candidates = postings.unvouched(clock.instant().minus(BETWEEN_LOOKS), CANDIDATES);
        var perHost = new HashMap<String, Integer>();
        int looked = 0;
        int gone = 0;
        int unknown = 0;
        for (var posting : candidates) {
            if (looked >= PER_RUN) break;
            var page = page(posting);
            if (page != null && !mayLook(page, perHost)) continue;
            looked += page == null ? 0 : 1;
            var check = page == null ? new PageCheck.Unknown("It names no page.") : check(page);
            gone += check instanceof PageCheck.Gone ? 1 : 0;
            unknown += check instanceof PageCheck.Unknown ? 1 : 0;
            postings.checked(posting.id(), check, clock.instant());
        }
        if (looked > 0) LOG.info("{} pages looked at again: {} gone, {} unknown", looked, gone, unknown);
        return new Outcome(looked, gone, unknown);
    }

    private static boolean mayLook(URI page, Map<String, Integer> perHost) {
        var host = page.getHost().toLowerCase(Locale.ROOT);
        return perHost.merge(host, 1, Integer::sum) <= PER_HOST;
    }

    private PageCheck check(URI page) {
        return switch (pages.look(page)) {
            case PageWatch.Outcome.Open() -> new PageCheck.StillOpen();
            case PageWatch.Outcome.Gone(var why) -> new PageCheck.Gone(why);
            case PageWatch.Outcome.Unknown(var why) -> new PageCheck.Unknown(why);
        };
    }

    private static @Nullable URI page(Posting posting) {
        try {
            var uri = posting.url() == null ? null : URI.create(posting.url());
            return uri == null || uri.getHost() == null ? null : uri;
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }
}
