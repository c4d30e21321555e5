package pmradar.classify;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A clause, or a part of it that asks for one thing, with the phrases and terms found in it.
final class Part {

    final Reading reading;
    final int first;
    final int end;
    final Section.Kind section;
    final List<Mark> marks;
    private final Set<Cue> cues = EnumSet.noneOf(Cue.class);

    /// @param first @param end words, end exclusive
    Part(Reading reading, int first, int end, Section.Kind section) {
        this.reading = reading;
        this.first = first;
        this.end = end;
        this.section = section;
        var within = new ArrayList<Mark>();
        for (var mark : reading.marks().between(first, end)) {
            if (mark.last() >= end) continue;
            within.add(mark);
            cues.add(mark.cue());
        }
        this.marks = within;
    }

    boolean has(Cue cue) {
        return cues.contains(cue);
    }

    boolean hasAny(Cue... wanted) {
        for (var cue : wanted) if (cues.contains(cue)) return true;
        return false;
    }

    Part sub(int from, int to) {
        return new Part(reading, from, to, section);
    }

    int words() {
        return end - first;
    }

    int start() {
        return reading.words().start(first);
    }

    int stop() {
        return reading.words().end(end - 1);
    }

    /// The last of these phrases before a word.
    @Nullable
    Mark lastBefore(int word, Cue... wanted) {
        Mark last = null;
        for (var mark : marks) {
            if (mark.last() < word && is(mark, wanted) && (last == null || mark.last() > last.last())) last = mark;
        }
        return last;
    }

    @Nullable
    Mark firstFrom(int word, Cue... wanted) {
        for (var mark : marks) if (mark.first() >= word && is(mark, wanted)) return mark;
        return null;
    }

    static boolean is(Mark mark, Cue... wanted) {
        for (var cue : wanted) if (mark.cue() == cue) return true;
        return false;
    }

    /// Must or preferred: a word in the part, then the heading.
    Evidence.Necessity necessity() {
        Mark word = null;
        for (var mark : marks) {
            if (mark.cue() == Cue.REQUIRE || prefers(mark)) word = mark;
        }
        if (word != null) return word.cue() == Cue.REQUIRE ? Evidence.Necessity.MUST : Evidence.Necessity.PREFERRED;
        return section == Section.Kind.PREFERRED ? Evidence.Necessity.PREFERRED : Evidence.Necessity.MUST;
    }

    /// "SQL preferred", "ideally SQL"; but not "SQL, ideally Oracle" nor "SQL (Oracle a plus)".
    private boolean prefers(Mark mark) {
        if (mark.cue() != Cue.PREFER && mark.cue() != Cue.PREFER_NEXT) return false;
        for (var named : marks) {
            if (named.last() >= mark.first()) return true;
            if (Fields.of(named.cue()) == null && !Fields.field(named.cue())) continue;
            return mark.cue() == Cue.PREFER && !opened(named.last(), mark.first());
        }
        return true;
    }

    private boolean opened(int from, int to) {
        var words = reading.words();
        boolean open = false;
        for (int i = words.end(from); i < words.start(to); i++) {
            char c = words.text.charAt(i);
            if (c == '(' || c == '–') open = true;
            else if (c == ')') open = false;
        }
        return open;
    }
}
