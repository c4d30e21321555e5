package pmradar.posting;

/// Names one posting for good.
public record PostingId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
