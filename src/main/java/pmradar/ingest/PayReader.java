package pmradar.ingest;

import org.jspecify.annotations.Nullable;
import pmradar.feed.StatedPay;
import pmradar.posting.Pay;

/// Reads pay from a field, or else from the text.
final class PayReader {
    private PayReader() {}

    static @Nullable Pay read(@Nullable StatedPay stated, String text, @Nullable String country) {
        return null;
    }
}
