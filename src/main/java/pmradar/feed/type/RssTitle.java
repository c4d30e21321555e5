package pmradar.feed.type;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pmradar.feed.UnreadableFeed;

/// A title that a feed builds out of several fields, taken apart by the form that is configured for it.
///
/// @param company @param location null where the form does not name them or the title does not follow it
record RssTitle(
        @Nullable String title,
        @Nullable String company,
        @Nullable String location) {

    /// @param form two of the words `title`, `company` and `location` with what stands between them; null: all is title
    static RssTitle read(@Nullable String form, @Nullable String raw) {
        String line = Line.of(raw);
        if (form == null || line == null) return new RssTitle(line, null, null);
        String left = form.split("[^A-Za-z]", 2)[0].toLowerCase(Locale.ROOT);
        String right = form.replaceFirst("(?s).*[^A-Za-z]", "").toLowerCase(Locale.ROOT);
        if (left.length() + right.length() >= form.length() || !known(left) || !known(right)) {
            throw new UnreadableFeed(
                    "The option `title` must be two of the words company, title and location with what "
                            + "stands between them, such as \"company: title\", not \"" + form + "\".");
        }
        String between = form.substring(left.length(), form.length() - right.length());
        // A company holds no colon but a role may, so the cut is on the side of the company or place.
        int cut = left.equals("title") ? line.lastIndexOf(between) : line.indexOf(between);
        if (cut <= 0 || cut + between.length() >= line.length()) return new RssTitle(line, null, null);
        String before = line.substring(0, cut);
        String after = line.substring(cut + between.length());
        return new RssTitle(
                part("title", left, before, right, after),
                part("company", left, before, right, after),
                part("location", left, before, right, after));
    }

    private static boolean known(String word) {
        return word.equals("title") || word.equals("company") || word.equals("location");
    }

    private static @Nullable String part(String wanted, String left, String before, String right, String after) {
        if (left.equals(wanted)) return Line.of(before);
        return right.equals(wanted) ? Line.of(after) : null;
    }
}
