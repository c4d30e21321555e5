package pmradar.web;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A change that is wanted only while what it changes is as the caller has seen it (RFC 9110, 13.1.1).
final class IfMatch {

    private IfMatch() {}

    /// @param tags of the header; null where it was not sent @param current the ETag as it is now
    /// @throws Changed where none of them is the current one
    static void check(@Nullable String tags, String current) {
        if (tags == null) return;
        boolean same = Arrays.stream(tags.split(","))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || tag.equals(current));
        if (!same) throw new Changed();
    }
}
