package pmradar.feed.xml;

import java.util.Locale;

/// The name of an element in the forms that readers ask for.
///
/// @param written as it stands in the source
/// @param lower the same in lower case
/// @param local lower case, without a prefix
/// @param any the local name with `*:` before it
public record XmlName(String written, String lower, String local, String any) {

    static XmlName of(String written) {
        var lower = written.toLowerCase(Locale.ROOT);
        var local = lower.substring(lower.indexOf(':') + 1);
        return new XmlName(written, lower, local, "*:" + local);
    }

    /// The names of a document that were met last: it has few, each very often.
    static final class Met {
        private static final int PLACES = 256;

        private final XmlName[] names = new XmlName[PLACES];
        private final String source;

        Met(String source) {
            this.source = source;
            java.util.Arrays.fill(names, of(""));
        }

        XmlName at(int from, int to) {
            int length = to - from;
            int place =
                    (source.charAt(from) * 31 + source.charAt(to - 1) * 7 + length + source.charAt(from + length / 2))
                            & (PLACES - 1);
            var known = names[place];
            if (known.written.length() == length && source.startsWith(known.written, from)) return known;
            return names[place] = of(source.substring(from, to));
        }
    }
}
