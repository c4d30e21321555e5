package pmradar.feed;

/// Where the work is done, as a field of the feed states it.
public enum Workplace {
    REMOTE,
    HYBRID,
    ON_SITE
}
