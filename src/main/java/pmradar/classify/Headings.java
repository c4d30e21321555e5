package pmradar.classify;

import org.jspecify.annotations.Nullable;

/// Recognises headings: alone on a line, before a colon, or run into the text that follows.
final class Headings {

    private static final int LONGEST = 9;

    private final Words words;
    private final Marks marks;
    private final Boundaries boundaries;

    Headings(Words words, Marks marks, Boundaries boundaries) {
        this.words = words;
        this.marks = marks;
        this.boundaries = boundaries;
    }

    /// @param end the first word after the heading
    /// @param line whether it names only the rest of its line
    record Heading(Section.Kind kind, int end, boolean line) {}

    /// The heading that begins at a word, if one does.
    @Nullable
    Heading at(int word) {
        boolean starts = boundaries.startsAt(word) || boundaries.lineAt(word);
        if (starts) {
            var alone = alone(word);
            if (alone != null) return alone;
        }
        return runIn(word, starts);
    }

    /// A short line, or the words before a colon, that hold the name of a section.
    private @Nullable Heading alone(int word) {
        int end = word + 1;
        while (end < words.count() && end - word <= LONGEST && !closes(end) && !boundaries.lineAt(end)) {
            if (boundaries.startsAt(end)) return null;
            end++;
        }
        if (end - word > LONGEST) return null;
        boolean colon = colonBefore(end);
        boolean lines = boundaries.lineAt(word) && boundaries.lineAt(end);
        if (!colon && !lines && !boundaries.bulletAt(end)) return null;
        if (!colon && (stopBefore(end) || boundaries.bulletAt(word) && end - word > 4)) return null;
        var name = nameWithin(word, end, colon || titled(word, end));
        return name == null ? null : heading(name, end);
    }

    private boolean closes(int word) {
        return colonBefore(word);
    }

    private boolean colonBefore(int word) {
        return gapHolds(word, ':');
    }

    private boolean stopBefore(int word) {
        return gapHolds(word, '.') || gapHolds(word, ',') || gapHolds(word, ';');
    }

    private boolean gapHolds(int word, char c) {
        if (word == 0) return false;
        int to = word < words.count() ? words.start(word) : words.chars.length;
        for (int i = words.end(word - 1); i < to && words.chars[i] != '\n'; i++) {
            if (words.chars[i] == c) return true;
        }
        return false;
    }

    private boolean titled(int first, int end) {
        int capitals = 0;
        int small = 0;
        for (int word = first; word < end; word++) {
            if (words.capital(word)) capitals++;
            else if (!marks.is(word, Cue.FUNCTION_WORD) && !words.number(word)) small++;
        }
        return capitals > 0 && (end - first <= 4 || capitals >= small);
    }

    /// The section named by the words; the longest name wins, it must cover a good part of the heading.
    private @Nullable Mark nameWithin(int first, int end, boolean plausible) {
        Mark best = null;
        for (var mark : marks.between(first, end)) {
            if (kindOf(mark.cue()) == null || mark.last() >= end) continue;
            if (best == null
                    || mark.length() > best.length()
                    || mark.length() == best.length() && prefers(mark, best)) {
                best = mark;
            }
        }
        if (best == null || !plausible) return null;
        boolean colon = colonBefore(end);
        boolean enough = best.length() * (colon ? 15 : 8) >= (end - first) * 5
                && (best.last() == end - 1 || best.first() == first)
                && (colon || !technical(first, end));
        return enough ? best : null;
    }

    private boolean technical(int first, int end) {
        for (var mark : marks.between(first, end)) if (Fields.technology(mark.cue())) return true;
        return false;
    }

    private static boolean prefers(Mark mark, Mark best) {
        return mark.cue() == Cue.H_PREFERRED || mark.last() > best.last() && mark.first() > best.first();
    }

    /// "Responsibilities Manage …": a name of a section, written large, before another large word.
    private @Nullable Heading runIn(int word, boolean starts) {
        if (!words.capital(word)) return null;
        if (starts && aboutSomeone(word)) return new Heading(Section.Kind.EMPLOYER, word + 1, false);
        Mark best = null;
        for (var mark : marks.at(word)) {
            if (kindOf(mark.cue()) != null && (best == null || mark.length() > best.length())) best = mark;
        }
        if (best == null || best.last() + 1 >= words.count()) return null;
        int next = best.last() + 1;
        if (!largeWords(best)) return null;
        if (!starts && (boundaries.lineAt(next) || marks.is(word - 1, Cue.FUNCTION_WORD))) return null;
        if (boundaries.bulletAt(next) && (starts || strong(best) || best.cue() == Cue.H_PREFERRED)) {
            return heading(best, next);
        }
        if (colonBefore(next) && !marks.is(Math.max(0, word - 1), Cue.FUNCTION_WORD)) return heading(best, next);
        if (!words.capital(next) || words.gap(next) != Words.JOINED) return null;
        boolean glued = words.start(next) == words.end(next - 1);
        if (!strong(best) && !glued) return null;
        if (!starts && (marks.is(word - 1, Cue.FUNCTION_WORD) || words.gap(word) != Words.JOINED || best.length() < 2))
            return null;
        if (!starts && words.capital(word - 1) && !glued) return null;
        return heading(best, next);
    }

    private static @Nullable Heading heading(Mark mark, int next) {
        var kind = kindOf(mark.cue());
        return kind == null ? null : new Heading(kind, next, mark.cue() == Cue.H_LINE);
    }

    /// "About Acme …", unless about the role or the reader.
    private boolean aboutSomeone(int word) {
        int next = word + 1;
        return marks.is(word, Cue.ABOUT)
                && next < words.count()
                && words.gap(next) == Words.JOINED
                && words.capital(next)
                && !marks.is(next, Cue.ABOUT_ELSE);
    }

    private boolean largeWords(Mark mark) {
        for (int word = mark.first(); word <= mark.last(); word++) {
            if (!words.capital(word) && !marks.is(word, Cue.FUNCTION_WORD)) return false;
        }
        return true;
    }

    private boolean strong(Mark mark) {
        return mark.length() > 1 || marks.is(mark.first(), Cue.H_ALWAYS);
    }

    static Section.@Nullable Kind kindOf(Cue cue) {
        return switch (cue) {
            case H_DUTIES -> Section.Kind.DUTIES;
            case H_REQUIREMENTS -> Section.Kind.REQUIREMENTS;
            case H_PREFERRED -> Section.Kind.PREFERRED;
            case H_EMPLOYER -> Section.Kind.EMPLOYER;
            case H_BENEFITS -> Section.Kind.BENEFITS;
            case H_EQUAL -> Section.Kind.EQUAL_OPPORTUNITY;
            case H_APPLY -> Section.Kind.HOW_TO_APPLY;
            case H_SUMMARY, H_LINE -> Section.Kind.SUMMARY;
            default -> null;
        };
    }
}
