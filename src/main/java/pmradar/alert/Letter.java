package pmradar.alert;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A document of another room, to be sent by the channels of this one.
///
/// @param title one line @param text in Markdown that reads as plain words, too
/// @param link where more is to be seen @param leave by which its receiver wants no more of these, by one click and
///     without a login; whole addresses
/// @param enclosed for channels that carry files
public record Letter(
        String title,
        String text,
        String link,
        String leave,
        @Nullable Enclosed enclosed) {

    /// A file. @param type its media type
    public record Enclosed(String name, String type, byte[] content) {

        public Enclosed {
            content = content.clone();
        }

        @Override
        public byte[] content() {
            return content.clone();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Enclosed that
                    && name.equals(that.name)
                    && type.equals(that.type)
                    && java.util.Arrays.equals(content, that.content);
        }

        @Override
        public int hashCode() {
            return Objects.hash(name, type, content.length);
        }

        @Override
        public String toString() {
            return "%s (%s, %d bytes)".formatted(name, type, content.length);
        }
    }
}
