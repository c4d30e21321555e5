package pmradar.ingest;

/// The reader was away for so long that another has taken its feed over; what it holds is to be dropped.
class LeaseLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LeaseLost(String feedId) {
        super("Another reader has taken over the feed '%s' because this one did not answer for %d seconds"
                .formatted(feedId, Lease.HOLD.toSeconds()));
    }
}
