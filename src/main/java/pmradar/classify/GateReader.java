package pmradar.classify;

import java.util.ArrayList;
import java.util.List;

/// Reads title and body for the gate: which of the four responsibilities, over what, and which other occupations.
final class GateReader {

    /// Longer texts repeat themselves; the end of them decides nothing.
    private static final int LONGEST_TEXT = 40_000;

    private static final int LONGEST_TITLE = 400;

    private final PhraseTable title = PhraseTable.read("title-lexicon.txt");
    private final PhraseTable body = PhraseTable.read("gate-lexicon.txt");
    private final long seek = body.bit("seek");
    private final GateFigures figures = new GateFigures(title, body);

    /// What the figures of a reading are called.
    List<String> names() {
        return figures.names();
    }

    GateReading read(String postingTitle, Cut cut) {
        long titled = titled(postingTitle);
        var statements = statements(cut);
        var counts = new int[body.concepts().size()];
        for (int concept = 0; concept < counts.length; concept++) {
            counts[concept] = GateFigures.count(statements, 1L << concept);
        }
        return new GateReading(
                title.names(titled),
                body.concepts(),
                counts,
                figures.groups(statements),
                figures.of(titled, statements));
    }

    private long titled(String postingTitle) {
        var words = FoldedWords.of(postingTitle, LONGEST_TITLE);
        long found = 0;
        for (int word = 0; word < words.count(); word++) found |= title.at(words, word);
        return found;
    }

    /// What is said in clauses that ask something of the person.
    private List<GateStatement> statements(Cut cut) {
        var words = FoldedWords.of(cut.text(), LONGEST_TEXT);
        var statements = new ArrayList<GateStatement>();
        int word = 0;
        for (var clause : cut.clauses()) {
            while (word < words.count() && words.start(word) < clause.start()) word++;
            int first = word;
            while (word < words.count() && words.start(word) < clause.end()) word++;
            if (clause.section().asks()) read(words, first, word, required(clause.section()), statements);
        }
        return statements;
    }

    private static boolean required(Section.Kind kind) {
        return kind == Section.Kind.REQUIREMENTS || kind == Section.Kind.PREFERRED;
    }

    private void read(FoldedWords words, int first, int end, boolean requirement, List<GateStatement> statements) {
        var statement = new GateStatement(requirement);
        for (int word = first; word < end; word++) {
            if (word == first || words.first(word)) {
                statement = new GateStatement(requirement);
                statements.add(statement);
            }
            statement.add(body.at(words, word));
            if (statement.has(seek)) statement.name(title.at(words, word));
        }
    }
}
