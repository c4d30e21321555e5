package pmradar.classify;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds, settles and counts the evidence of one posting.
final class EvidenceReader {

    private static final int FEW_WORDS = 60;

    private final Lexicon lexicon;
    private final Taxonomy taxonomy;
    private final Cutter cutter;
    private final UnitFinder finder = new UnitFinder();

    EvidenceReader(Lexicon lexicon, Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
        this.lexicon = lexicon;
        this.cutter = new Cutter(lexicon);
    }

    /// @param units in the order of the text
    /// @param insufficient whether there is too little text to judge by
    /// @param titleSaysTechnical whether the title names something technical
    record Found(Reading reading, List<Unit> units, Score score, boolean insufficient, boolean titleSaysTechnical) {}

    Found read(String title, String text, String language) {
        return find(title, read(text, language));
    }

    /// The text cut into sections and clauses, which the gate needs, too.
    Reading read(String text, String language) {
        return cutter.read(text, language, taxonomy.find(text));
    }

    Found find(String title, Reading reading) {
        var titleWords = lexicon.words(title);
        var titleMarks = TermMarks.join(titleWords, lexicon.find(titleWords), taxonomy.find(title));
        var raw = Repeats.once(finder.find(reading), reading.words().text);
        var fields = new PostingFields(titleMarks, titleWords.count(), reading, raw);
        var units = raw.stream()
                .filter(u -> u.type() != Evidence.Type.E4 || !u.domains().isEmpty() || fields.technical())
                .map(fields::settle)
                .map(u -> u.named(requirement(u, reading.terms())))
                .toList();
        return new Found(
                reading, units, Score.of(units), askingWords(reading) < FEW_WORDS, technical(titleMarks, titleWords));
    }

    /// The taxonomy's name for what the unit asks; the one that counts most, of equals the first.
    private static @Nullable String requirement(Unit unit, List<TermMatch> terms) {
        Term best = null;
        for (int i = firstFrom(terms, unit.start());
                i < terms.size() && terms.get(i).start() < unit.end();
                i++) {
            var term = terms.get(i).term();
            if (term.kind().zero()) continue;
            if (best == null || term.kind().technical() && !best.kind().technical()) best = term;
        }
        return best == null ? null : best.name();
    }

    private static int firstFrom(List<TermMatch> terms, int start) {
        int low = 0;
        int high = terms.size();
        while (low < high) {
            int middle = low + high >>> 1;
            if (terms.get(middle).start() < start) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private static boolean technical(Marks marks, Words title) {
        for (var mark : marks.between(0, title.count())) {
            if (Fields.technology(mark.cue()) || Part.is(mark, Cue.IT_GENERAL, Cue.TITLE_TECHNICAL)) return true;
        }
        return false;
    }

    /// Words of duties and requirements; in text without such headings every other word is taken for talk.
    private static int askingWords(Reading reading) {
        int count = 0;
        for (var clause : reading.cut().clauses()) {
            int words = reading.words().at(clause.end()) - reading.words().at(clause.start());
            switch (clause.section()) {
                case DUTIES, REQUIREMENTS, PREFERRED -> count += words;
                case OTHER, SUMMARY -> count += words / 2;
                case EMPLOYER, BENEFITS, EQUAL_OPPORTUNITY, HOW_TO_APPLY -> {}
            }
        }
        return count;
    }
}
