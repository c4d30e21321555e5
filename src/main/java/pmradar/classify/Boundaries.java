package pmradar.classify;

/// Finds where statements begin: new lines, bullets, sentence ends, glued words, items of flattened lists.
final class Boundaries {

    private static final String BULLETS = "•·●▪◦‣■□➢➤✓✔►▶→○⁃∙\uf0b7\u0095";
    private static final int LONG_LINE = 300;
    /// Longer statements are no sentences; they are cut to keep reading linear.
    private static final int LONGEST = 150;

    private final Words words;
    private final Marks marks;
    private final String text;
    private final char[] chars;
    private final boolean[] starts;
    private final boolean[] bullets;
    private final boolean[] lines;
    private final boolean wrapped;
    private final boolean dashes;

    Boundaries(Words words, Marks marks) {
        this.words = words;
        this.marks = marks;
        this.text = words.text;
        this.chars = words.chars;
        this.starts = new boolean[words.count() + 1];
        this.bullets = new boolean[words.count() + 1];
        this.lines = new boolean[words.count() + 1];
        this.wrapped = isWrapped();
        this.dashes = inlineDashes() >= 4;
        for (int word = 0; word < words.count(); word++) starts[word] = word == 0 | boundary(word);
        flattenedItems();
        limit();
        starts[words.count()] = true;
        lines[words.count()] = true;
    }

    /// Whether a statement begins at a word.
    boolean startsAt(int word) {
        return starts[word];
    }

    boolean bulletAt(int word) {
        return bullets[word];
    }

    /// Whether a line begins at a word.
    boolean lineAt(int word) {
        return lines[word];
    }

    private boolean boundary(int word) {
        if (word == 0) {
            lines[0] = true;
            return true;
        }
        int from = words.end(word - 1);
        int to = words.start(word);
        if (from == to) return words.capital(word);
        if (to - from == 1 && chars[from] == ')') return words.capital(word) && marks.is(word, Cue.ITEM_START);
        var gap = gap(from, to);
        lines[word] = gap.lines > 0;
        bullets[word] = gap.bullet;
        if (gap.bullet || gap.lines > 1) return true;
        if (gap.lines == 1) return newLineSplits(word, gap);
        return gap.semicolon && !shortItem(word) || gap.ellipsis || gap.stop && sentenceEnds(word);
    }

    /// "Java; SQL; Linux" is one list.
    private boolean shortItem(int word) {
        int next = word + 1;
        while (next < words.count() && words.gap(next) != Words.BREAK && next - word < 4) next++;
        return next - word < 4;
    }

    private record Gap(int lines, boolean bullet, boolean stop, boolean semicolon, boolean ellipsis) {}

    private Gap gap(int from, int to) {
        int lineCount = 0;
        int dots = 0;
        boolean bullet = false;
        boolean stop = false;
        boolean semicolon = false;
        for (int i = from; i < to; i++) {
            char c = chars[i];
            if (c == '\n') lineCount++;
            else if (c == '.' || c == '!' || c == '?') {
                stop = true;
                dots++;
            } else if (c == ';' || c == '|') semicolon = true;
            else if (c == '…') dots = 3;
            else if (BULLETS.indexOf(c) >= 0 || dash(c) && dashStarts(i, lineCount > 0 || from == 0)) bullet = true;
        }
        return new Gap(lineCount, bullet, stop, semicolon, dots >= 3);
    }

    private static boolean dash(char c) {
        return c == '-' || c == '–' || c == '—' || c == '*' || c == '+';
    }

    private boolean dashStarts(int at, boolean lineStart) {
        if (lineStart) return true;
        if (chars[at] == '+' || !dashes) return false;
        return inlineDash(at);
    }

    private boolean inlineDash(int at) {
        return at > 0
                && at + 2 < chars.length
                && chars[at - 1] == ' '
                && chars[at + 1] == ' '
                && Character.isUpperCase(chars[at + 2]);
    }

    private int inlineDashes() {
        int count = 0;
        for (int i = 0; i < chars.length; i++) if (dash(chars[i]) && inlineDash(i)) count++;
        return count;
    }

    private boolean newLineSplits(int word, Gap gap) {
        if (gap.stop || gap.semicolon) return true;
        if (!words.capital(word) && !words.number(word)) return false;
        return !wrapped || colonBefore(word) || lineLength(words.end(word - 1)) < 45;
    }

    private boolean colonBefore(int word) {
        for (int i = words.end(word - 1); i < words.start(word); i++) if (chars[i] == ':') return true;
        return false;
    }

    /// The length of the line around a place, as far as it matters here.
    private int lineLength(int inside) {
        int from = Math.max(0, inside - 1);
        while (from > 0 && inside - from < LONG_LINE && chars[from] != '\n') from--;
        int to = inside;
        while (to < chars.length && to - inside < LONG_LINE && chars[to] != '\n') to++;
        return to - from;
    }

    private boolean sentenceEnds(int word) {
        if (!words.capital(word) && !words.number(word)) return false;
        if (words.number(word - 1) && words.number(word)) return false;
        int previous = words.end(word - 1) - words.start(word - 1);
        if (previous == 1 && words.capital(word - 1)) return false;
        return !marks.is(word - 1, Cue.ABBREVIATION);
    }

    /// Old mail layouts break lines at a fixed width, within sentences.
    private boolean isWrapped() {
        int full = 0;
        int all = 0;
        int from = 0;
        while (from < chars.length) {
            int to = text.indexOf('\n', from);
            if (to < 0) to = chars.length;
            if (to - from > 90) return false;
            if (to - from > 50) full++;
            if (to - from > 1) all++;
            from = to + 1;
        }
        return full >= 6 && full * 3 > all;
    }

    /// List items run together on one long line ("… required Experience with …").
    private void flattenedItems() {
        for (int word = 1; word < words.count(); word++) {
            if (starts[word] || !words.capital(word) || !marks.is(word, Cue.ITEM_START)) continue;
            if (words.gap(word) != Words.JOINED || chars[words.start(word) - 1] != ' ') continue;
            if (words.end(word - 1) + 2 < words.start(word) || !endsItem(word - 1)) continue;
            if (lineLength(words.start(word)) >= LONG_LINE) starts[word] = true;
        }
    }

    private void limit() {
        int length = 0;
        for (int word = 0; word < words.count(); word++) {
            length = starts[word] ? 1 : length + 1;
            if (length > LONGEST && (words.gap(word) != Words.JOINED || length > 2 * LONGEST)) {
                starts[word] = true;
                length = 1;
            }
        }
    }

    private boolean endsItem(int word) {
        char before = chars[words.end(word)];
        if (before == '-' || before == '/' || before == '&' || before == '–' || before == '+') return before == '+';
        if (marks.is(word, Cue.FUNCTION_WORD)) return false;
        return !words.capital(word) || words.upper(word);
    }
}
