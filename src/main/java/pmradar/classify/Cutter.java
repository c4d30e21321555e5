package pmradar.classify;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Cuts a posting into sections and clauses.
final class Cutter {

    private final Lexicon lexicon;

    Cutter(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /// @param language ISO 639-1, or `und` where it is not known
    Cut cut(String title, String text, String language) {
        return read(text, language).cut();
    }

    Reading read(String text, String language) {
        return read(text, language, List.of());
    }

    /// @param terms of the taxonomy found in the text
    Reading read(String text, String language, List<TermMatch> terms) {
        var words = lexicon.words(text);
        var marks = TermMarks.join(words, lexicon.find(words), terms);
        return new Reading(words, marks, terms, new Pass(words, marks).cut(language));
    }

    /// One pass over one text.
    private static final class Pass {
        private final Words words;
        private final Marks marks;
        private final Boundaries boundaries;
        private final Headings headings;
        private final List<Section> sections = new ArrayList<>();
        private final List<Clause> clauses = new ArrayList<>();
        private Section.Kind kind = Section.Kind.OTHER;
        private int sectionStart;
        private Section.@Nullable Kind resumed;

        Pass(Words words, Marks marks) {
            this.words = words;
            this.marks = marks;
            this.boundaries = new Boundaries(words, marks);
            this.headings = new Headings(words, marks, boundaries);
        }

        Cut cut(String language) {
            int word = 0;
            while (word < words.count()) {
                var heading = headings.at(word);
                if (heading == null) {
                    resume(word);
                    word = clause(word);
                } else {
                    enter(heading, word);
                    word = heading.end();
                }
            }
            sections.add(new Section(kind, sectionStart, words.text.length()));
            return new Cut(words.text, language, sections, clauses);
        }

        private void enter(Headings.Heading heading, int word) {
            if (!heading.line()) resumed = null;
            else if (resumed == null) resumed = kind;
            open(heading.kind(), words.start(word));
        }

        /// After a heading of one line ("Start date: …"), the section before it goes on.
        private void resume(int word) {
            if (resumed == null || !boundaries.lineAt(word)) return;
            open(resumed, words.start(word));
            resumed = null;
        }

        private void open(Section.Kind next, int start) {
            if (start > sectionStart) sections.add(new Section(kind, sectionStart, start));
            sectionStart = start;
            kind = next;
        }

        private int clause(int first) {
            int end = first + 1;
            while (end < words.count() && !boundaries.startsAt(end) && headings.at(end) == null) end++;
            int stop = withBracket(words.end(end - 1));
            clauses.add(new Clause(words.start(first), stop, kindOf(first, end), boundaries.bulletAt(first)));
            return end;
        }

        private int withBracket(int end) {
            if (end < words.text.length() && ")+#%".indexOf(words.text.charAt(end)) >= 0) return end + 1;
            return end;
        }

        /// A sentence may leave its section: what the employer offers, how to apply, what is asked after all.
        private Section.Kind kindOf(int first, int end) {
            boolean employer = marks.is(first, Cue.OURS);
            boolean opening = employer;
            boolean asks = false;
            for (var mark : marks.between(first, end)) {
                switch (mark.cue()) {
                    case EQUAL_TALK -> {
                        return Section.Kind.EQUAL_OPPORTUNITY;
                    }
                    case BENEFIT_TALK -> {
                        return Section.Kind.BENEFITS;
                    }
                    case APPLY_TALK -> {
                        return Section.Kind.HOW_TO_APPLY;
                    }
                    case EMPLOYER_TALK -> {
                        employer = true;
                        opening |= mark.first() - first <= 6;
                    }
                    case ASK -> asks = true;
                    default -> {}
                }
            }
            if (opening && !asks && !boundaries.bulletAt(first)) return Section.Kind.EMPLOYER;
            return inProse(employer, asks || marks.is(first, Cue.ITEM_START) || marks.is(first, Cue.DUTY_START));
        }

        private Section.Kind inProse(boolean employer, boolean asks) {
            return switch (kind) {
                case OTHER, SUMMARY -> employer && !asks ? Section.Kind.EMPLOYER : kind;
                case EMPLOYER -> asks && !employer ? Section.Kind.SUMMARY : kind;
                default -> kind;
            };
        }
    }
}
