package pmradar.classify;

import java.util.Arrays;

/// The words of a text with their places, read once; everything else works on these.
final class Words {

    /// What stands before a word: nothing or blanks, a comma or the like, the end of a statement.
    static final byte JOINED = 0;

    static final byte COMMA = 1;
    static final byte BREAK = 2;

    final String text;
    /// The same, as it is read: one kind of access whatever the letters.
    final char[] chars;
    private int count;
    private int[] starts = new int[256];
    private int[] ends = new int[256];
    private int[] ids = new int[256];
    private byte[] gaps = new byte[256];

    private Words(String text) {
        this.text = text;
        this.chars = text.toCharArray();
    }

    static Words of(String text, Vocabulary vocabulary) {
        var words = new Words(text);
        words.read(vocabulary);
        return words;
    }

    int count() {
        return count;
    }

    int start(int word) {
        return starts[word];
    }

    int end(int word) {
        return ends[word];
    }

    /// The vocabulary's number of the word.
    int id(int word) {
        return ids[word];
    }

    byte gap(int word) {
        return gaps[word];
    }

    boolean capital(int word) {
        return Character.isUpperCase(chars[starts[word]]);
    }

    boolean upper(int word) {
        int letters = 0;
        for (int i = starts[word]; i < ends[word]; i++) {
            char c = chars[i];
            if (Character.isLowerCase(c)) return false;
            if (Character.isUpperCase(c)) letters++;
        }
        return letters > 1;
    }

    boolean number(int word) {
        return Character.isDigit(chars[starts[word]]);
    }

    /// The first word that starts at or after a place.
    int at(int offset) {
        int found = Arrays.binarySearch(starts, 0, count, offset);
        return found >= 0 ? found : -found - 1;
    }

    /// The word that holds a place, or the next one after it.
    int holding(int offset) {
        int found = at(offset);
        return found > 0 && ends[found - 1] > offset ? found - 1 : found;
    }

    private void read(Vocabulary vocabulary) {
        int position = 0;
        byte gap = BREAK;
        while (position < chars.length) {
            char c = Letters.fold(chars[position]);
            if (c == Letters.GAP || c == Letters.INVISIBLE) {
                gap = (byte) Math.max(gap, between(position));
                position++;
                continue;
            }
            int end = wordEnd(position, vocabulary);
            add(position, end, vocabulary.id(chars, position, end), gap);
            position = end;
            gap = JOINED;
        }
    }

    private byte between(int position) {
        return switch (chars[position]) {
            case ',', '(', ')', '[', ']', '"', '“', '”', '„', '«', '»' -> COMMA;
            case '.' -> insideWord(position) ? JOINED : BREAK;
            case ':', ';', '!', '?', '•', '·', '●', '▪', '|', '…', '*' -> BREAK;
            case '-', '–', '—' -> betweenBlanks(position) ? COMMA : JOINED;
            case '\n' -> wrapped(position) ? JOINED : BREAK;
            default -> JOINED;
        };
    }

    private boolean insideWord(int position) {
        return position + 1 < chars.length
                && position > 0
                && Character.isLetterOrDigit(chars[position + 1])
                && !(Character.isUpperCase(chars[position + 1]) && Character.isLowerCase(chars[position - 1]));
    }

    private boolean betweenBlanks(int position) {
        return position > 0 && position + 1 < chars.length && chars[position - 1] == ' ' && chars[position + 1] == ' ';
    }

    private boolean wrapped(int position) {
        int next = position + 1;
        while (next < chars.length && chars[next] == ' ') next++;
        return next < chars.length && Character.isLowerCase(chars[next]);
    }

    /// Words end at gaps, and where a lower-case letter runs into a capital ("ResponsibilitiesManage").
    private int wordEnd(int start, Vocabulary vocabulary) {
        int end = start + 1;
        int hump = -1;
        while (end < chars.length && end - start < Vocabulary.LONGEST_WORD) {
            char folded = Letters.fold(chars[end]);
            if (folded == Letters.GAP && !possessive(end)) break;
            if (hump < 0 && hump(start, end)) hump = end;
            end++;
        }
        if (hump < 0 || vocabulary.known(chars, start, end)) return end;
        boolean glued = Character.isLowerCase(chars[start]) || end - hump > 2 && vocabulary.known(chars, hump, end);
        return glued ? hump : end;
    }

    private boolean hump(int start, int at) {
        return (at - start >= 3 || at - start == 2 && text.startsWith("Us", start))
                && at + 1 < chars.length
                && Character.isUpperCase(chars[at])
                && Character.isLowerCase(chars[at - 1])
                && Character.isLowerCase(chars[at + 1]);
    }

    private boolean possessive(int at) {
        char c = chars[at];
        return (c == '\'' || c == '’' || c == '`')
                && at + 1 < chars.length
                && chars[at + 1] == 's'
                && (at + 2 >= chars.length || !Character.isLetter(chars[at + 2]));
    }

    private void add(int start, int end, int id, byte gap) {
        if (count == starts.length) grow();
        starts[count] = start;
        ends[count] = end;
        ids[count] = id;
        gaps[count++] = gap;
    }

    private void grow() {
        int size = count * 2;
        starts = Arrays.copyOf(starts, size);
        ends = Arrays.copyOf(ends, size);
        ids = Arrays.copyOf(ids, size);
        gaps = Arrays.copyOf(gaps, size);
    }
}
