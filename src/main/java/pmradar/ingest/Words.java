package pmradar.ingest;

import org.jspecify.annotations.Nullable;

/// Keeps words within the bounds of their columns.
final class Words {
    private Words() {}

    static @Nullable String cut(@Nullable String text, int length) {
        return text == null || text.length() <= length
                ? text
                : text.substring(0, length - 1).strip() + "…";
    }

    static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
