package pmradar.ingest;

import java.util.BitSet;
import java.util.List;

/// Cuts a text down to what stands near given words, so that the slow patterns see a few hundred characters of many
/// thousand. Words are looked for with `indexOf`, which costs next to nothing.
final class Nearby {
    private final List<String> words;
    private final int before;
    private final int after;

    /// @param words in small letters
    /// @param before @param after how many characters around each are kept
    Nearby(int before, int after, String... words) {
        this.words = List.of(words);
        this.before = before;
        this.after = after;
    }

    /// The parts of the text around the words, each on a line of its own; empty where no word
    /// occurs at all.
    String of(String text) {
        var small = small(text);
        var kept = new BitSet(text.length());
        for (var word : words) {
            for (int at = small.indexOf(word); at >= 0; at = small.indexOf(word, at + word.length()))
                kept.set(Math.max(0, at - before), Math.min(text.length(), at + word.length() + after));
        }
        if (kept.isEmpty()) return "";
        var parts = new StringBuilder();
        for (int from = kept.nextSetBit(0); from >= 0; ) {
            int to = kept.nextClearBit(from);
            int start = wordStart(text, from);
            int end = wordEnd(text, to);
            if (start < end) parts.append(text, start, end).append('\n');
            from = kept.nextSetBit(to);
        }
        return parts.toString();
    }

    /// Letter by letter, so that the places stay the same.
    static String small(String text) {
        var letters = text.toCharArray();
        for (int i = 0; i < letters.length; i++) letters[i] = Character.toLowerCase(letters[i]);
        return new String(letters);
    }

    private static int wordStart(String text, int at) {
        if (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1))) return at;
        int end = at;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) end++;
        return end;
    }

    private static int wordEnd(String text, int at) {
        if (at >= text.length() || !Character.isLetterOrDigit(text.charAt(at))) return at;
        int start = at;
        while (start > 0 && Character.isLetterOrDigit(text.charAt(start - 1))) start--;
        return start;
    }
}
