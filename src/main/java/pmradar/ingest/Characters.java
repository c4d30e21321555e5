package pmradar.ingest;

import java.text.Normalizer;

/// What single characters of a text from outside are good for.
final class Characters {

    private Characters() {}

    static boolean lineEnd(int c) {
        return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029 || c == 0x0B || c == '\f';
    }

    static boolean space(int c) {
        if (c < 0x80) return c == ' ' || c >= 9 && c <= 13;
        return lineEnd(c) || Character.isSpaceChar(c);
    }

    /// Controls, bidi and zero-width characters, fillers, tags and halves of pairs: nothing that a reader sees.
    static boolean invisible(int c) {
        if (c < 0xA0) return c < 0x20 || c >= 0x7F;
        return switch (c) {
            case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0, 0x2800 -> true;
            default ->
                switch (Character.getType(c)) {
                    case Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> true;
                    case Character.NON_SPACING_MARK -> c >= 0xFE00 && c <= 0xFE0F || c >= 0xE0100;
                    default -> false;
                };
        };
    }

    static boolean mark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    /// Signs that stand before an item of a list, symbol fonts and emoji among them.
    static boolean bullet(int c) {
        return switch (c) {
            case '•', '·', '●', '▪', '▫', '◦', '‣', '∙', '■', '□', '○', '◆', '◇', '⦁', '⁃', '・' -> true;
            default ->
                c >= 0x2190 && c <= 0x21FF
                        || c >= 0x25A0 && c <= 0x25FF
                        || c >= 0x2600 && c <= 0x27BF
                        || c >= 0x2B00 && c <= 0x2BFF
                        || Character.getType(c) == Character.PRIVATE_USE
                        || c > 0xFFFF
                                && Character.getType(c) == Character.OTHER_SYMBOL
                                && folded(c).isEmpty();
        };
    }

    /// A character outside the BMP, or a private one, in plain characters: styled letters as letters, other writing as
    /// U+FFFD, symbols as nothing.
    static String folded(int c) {
        if (Character.getType(c) == Character.PRIVATE_USE) return "";
        var plain = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC);
        if (plain.chars().allMatch(unit -> unit < 0x2100)) return plain;
        return Character.isLetterOrDigit(c) ? "\uFFFD" : "";
    }

    static String withoutSurrogates(String text) {
        if (text.codePoints().allMatch(c -> c <= 0xFFFF)) return text;
        var plain = new StringBuilder(text.length());
        text.codePoints().forEach(c -> plain.appendCodePoint(c > 0xFFFF ? 0xFFFD : c));
        return plain.toString();
    }
}
