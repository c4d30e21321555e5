package pmradar.classify;

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
        this.marks = reading.marks().between(first, end).stream()
                .filter(m -> m.last() < end)
                .toList();
        marks.forEach(m -> cues.add(m.cue()));
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

    /// Must or preferred: a word in the clause, then the heading.
    Evidence.Necessity necessity() {
        var prefer = has(Cue.PREFER);
        if (prefer && !has(Cue.REQUIRE)) return Evidence.Necessity.PREFERRED;
        if (prefer) return lastIsPreference() ? Evidence.Necessity.PREFERRED : Evidence.Necessity.MUST;
        if (has(Cue.REQUIRE)) return Evidence.Necessity.MUST;
        return section == Section.Kind.PREFERRED ? Evidence.Necessity.PREFERRED : Evidence.Necessity.MUST;
    }

    private boolean lastIsPreference() {
        Mark last = null;
        for (var mark : marks) if (is(mark, Cue.PREFER, Cue.REQUIRE)) last = mark;
        return last != null && last.cue() == Cue.PREFER;
    }
}
