package pmradar.classify;

import java.util.ArrayList;
import java.util.List;

/// Reads title and body for the gate: which of the four responsibilities, over what, and which other occupations.
final class GateReader {

    /// Longer texts repeat themselves; the end of them decides nothing.
    private static final int LONGEST_TEXT = 40_000;

    private static final int LONGEST_TITLE = 400;

    /// How many words after "we seek" or "as a" may name the role.
    private static final int NAME_LENGTH = 8;

    private final PhraseTable title = PhraseTable.read("title-lexicon.txt");
    private final PhraseTable body = PhraseTable.read("gate-lexicon.txt");
    private final long seek = body.bit("seek");
    private final long roles = title.bit("project") | title.bit("program") | title.bit("deliver") | title.bit("pmo");
    private final GateFigures figures = new GateFigures(title, body);

    /// What the figures of a reading are called.
    List<String> names() {
        return figures.names();
    }

    /// The words of a text, as far as the gate reads them.
    static FoldedWords words(String text) {
        return FoldedWords.of(text, LONGEST_TEXT);
    }

    GateReading read(String postingTitle, Cut cut) {
        return read(postingTitle, cut, words(cut.text()));
    }

    GateReading read(String postingTitle, Cut cut, FoldedWords words) {
        long titled = titled(postingTitle);
        var statements = statements(cut, words);
        var counts = new int[body.concepts().size()];
        for (var statement : statements) statement.count(counts);
        return new GateReading(
                title.names(titled),
                body.concepts(),
                counts,
                figures.groups(statements),
                figures.of(titled, statements));
    }

    /// The concepts of the title. Where its first part names the role, the rest is a place or a department.
    private long titled(String postingTitle) {
        var words = FoldedWords.of(postingTitle, LONGEST_TITLE);
        int first = firstPart(postingTitle);
        long head = 0;
        long all = 0;
        for (int word = 0; word < words.count(); word++) {
            long found = title.at(words, word);
            all |= found;
            if (words.start(word) < first) head |= found;
        }
        return (head & roles) == 0 ? all : head;
    }

    private static int firstPart(String title) {
        for (int i = 1; i < title.length(); i++) {
            char c = title.charAt(i);
            if (c == ',' || c == '|' || c == '(' || c == '–' || c == '-' && title.charAt(i - 1) == ' ') return i;
        }
        return title.length();
    }

    /// What is said in clauses that ask something of the person.
    private List<GateStatement> statements(Cut cut, FoldedWords words) {
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
        int wanted = -1;
        for (int word = first; word < end; word++) {
            if (word == first || words.first(word)) {
                statement = new GateStatement(requirement);
                statements.add(statement);
            }
            long found = body.at(words, word);
            statement.add(found);
            if ((found & seek) != 0) wanted = word + NAME_LENGTH;
            if (word <= wanted) statement.name(title.at(words, word));
        }
    }
}
