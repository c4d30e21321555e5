package pmradar.posting;

/// Where the work is done.
public enum Remote {
    REMOTE,
    HYBRID,
    ON_SITE,
    UNKNOWN
}
