package pmradar.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Reads title and body for the gate: which of the four responsibilities, over what, and which other occupations.
final class GateReader {

    /// Longer texts repeat themselves; the end of them decides nothing.
    private static final int LONGEST_TEXT = 40_000;

    /// A clause that begins with helping is not about being responsible.
    private static final int BEGINNING = 4;

    private static final Set<String> NO_OCCUPATION =
            Set.of("project", "program", "plan", "schedule", "budget", "risk", "report", "lead", "assist", "seek");

    static final List<String> DUTIES = List.of("plan", "schedule", "budget", "risk", "report");

    private final PhraseTable title = PhraseTable.read("title-lexicon.txt");
    private final PhraseTable body = PhraseTable.read("gate-lexicon.txt");
    private final List<String> others = body.concepts().stream()
            .filter(concept -> !NO_OCCUPATION.contains(concept) && !concept.endsWith("+"))
            .toList();
    private final long object = body.bit("project") | body.bit("pmrole");
    private final long program = body.bit("program");
    private final long lead = body.bit("lead");
    private final long seek = body.bit("seek");
    private final long assist = body.bit("assist");
    private final long plain = DUTIES.stream().mapToLong(this::plain).reduce(0, (a, b) -> a | b);
    private final long weak = DUTIES.stream().mapToLong(body::bit).reduce(0, (a, b) -> a | b);
    private final List<String> names = named();

    private long plain(String duty) {
        return body.bit(duty + "+");
    }

    private List<String> named() {
        var all = new ArrayList<String>();
        all.add("base");
        for (var concept : title.concepts()) all.add("title." + concept);
        all.add("title.none");
        for (var duty : DUTIES) {
            all.add("plain." + duty);
            all.add("asked." + duty);
            all.add("project." + duty);
            all.add("program." + duty);
        }
        for (int least = 1; least <= 4; least++) all.add("duties." + least);
        for (int least = 1; least <= 4; least++) all.add("weakduties." + least);
        all.add("managing");
        all.add("managing.share");
        all.add("helping.share");
        for (var concept : others) all.add("count." + concept);
        for (var concept : others) all.add("share." + concept);
        for (var concept : title.concepts()) all.add("named." + concept);
        all.add("titleonly");
        all.add("several");
        all.add("program.share");
        all.add("length");
        return List.copyOf(all);
    }

    List<String> names() {
        return names;
    }

    /// What is known of a figure before any posting is seen.
    static LogisticFit.Term term(String name, double penalty) {
        if (name.equals("base")) return new LogisticFit.Term(0, 0.01, 0);
        if (name.startsWith("title.")) {
            return switch (name.substring(6)) {
                case "project" -> new LogisticFit.Term(1.5, penalty, 1);
                case "program", "pmo", "deliver" -> new LogisticFit.Term(0.5, penalty, 1);
                case "coord", "build", "director" -> new LogisticFit.Term(0, penalty, 0);
                case "cost" -> new LogisticFit.Term(-2, penalty, -1);
                default -> new LogisticFit.Term(-0.4, penalty, -1);
            };
        }
        if (name.startsWith("named.")) {
            return switch (name.substring(6)) {
                case "project" -> new LogisticFit.Term(0.7, penalty, 1);
                case "program", "pmo", "deliver" -> new LogisticFit.Term(0.3, penalty, 1);
                case "coord", "build", "director" -> new LogisticFit.Term(0, penalty, 0);
                default -> new LogisticFit.Term(-0.2, penalty, -1);
            };
        }
        if (name.equals("titleonly")) return new LogisticFit.Term(-0.5, penalty, -1);
        if (name.equals("several")) return new LogisticFit.Term(0.3, penalty, 1);
        if (name.startsWith("plain.")) return new LogisticFit.Term(0.2, penalty, 1);
        if (name.startsWith("asked.") || name.startsWith("project.")) return new LogisticFit.Term(0.1, penalty, 1);
        if (name.startsWith("duties.") || name.startsWith("weakduties")) return new LogisticFit.Term(0.3, penalty, 1);
        if (name.startsWith("managing") || name.contains("pmrole") || name.contains("pmcert"))
            return new LogisticFit.Term(0.2, penalty, 1);
        if (name.startsWith("helping")) return new LogisticFit.Term(-0.2, penalty, -1);
        if (name.startsWith("count.")) return new LogisticFit.Term(-0.1, penalty, -1);
        if (name.startsWith("share.")) return new LogisticFit.Term(-0.2, penalty, -1);
        return new LogisticFit.Term(0, penalty, 0);
    }

    List<String> concepts() {
        return body.concepts();
    }

    GateReading read(String postingTitle, Cut cut) {
        long titled = titled(postingTitle);
        var clauses = clauses(cut);
        var counts = new int[body.concepts().size()];
        for (var clause : clauses) {
            for (int concept = 0; concept < counts.length; concept++)
                counts[concept] += (int) (clause.mask >>> concept & 1);
        }
        return new GateReading(names(titled, title.concepts()), clauses.size(), counts, values(titled, clauses));
    }

    private long titled(String postingTitle) {
        var words = FoldedWords.of(postingTitle, 400);
        long found = 0;
        for (int word = 0; word < words.count(); word++) found |= title.at(words, word);
        return found;
    }

    /// One statement: the concepts it names, those in its first words, and whether it is a requirement.
    private static final class Statement {
        private final boolean requirement;
        private long mask;
        private long beginning;
        private long named;
        private int length;

        Statement(boolean requirement) {
            this.requirement = requirement;
        }

        void add(long concepts) {
            mask |= concepts;
            if (length++ < BEGINNING) beginning |= concepts;
        }
    }

    private List<Statement> clauses(Cut cut) {
        var words = FoldedWords.of(cut.text(), LONGEST_TEXT);
        var statements = new ArrayList<Statement>();
        Statement current = null;
        int at = 0;
        var clauses = cut.clauses();
        for (int word = 0; word < words.count(); word++) {
            while (at < clauses.size() && clauses.get(at).end() <= words.start(word)) {
                at++;
                current = null;
            }
            if (at == clauses.size()) break;
            var kind = clauses.get(at).section();
            if (clauses.get(at).start() > words.start(word) || !kind.asks()) continue;
            if (current == null || words.first(word)) {
                current = new Statement(kind == Section.Kind.REQUIREMENTS || kind == Section.Kind.PREFERRED);
                statements.add(current);
            }
            long found = body.at(words, word);
            current.add(found);
            if ((current.mask & seek) != 0) current.named |= title.at(words, word);
        }
        return statements;
    }

    private int groups(Statement c) {
        int n = 0;
        for (var duty : List.of("plan", "schedule", "budget")) if ((c.mask & (body.bit(duty) | plain(duty))) != 0) n++;
        if ((c.mask & (body.bit("risk") | body.bit("report") | plain("risk") | plain("report"))) != 0) n++;
        return n;
    }

    private boolean managing(Statement clause) {
        if ((clause.beginning & assist) != 0) return false;
        if ((clause.mask & plain) != 0) return true;
        if (groups(clause) >= 2 && (clause.mask & (lead | object | program)) != 0) return true;
        return (clause.mask & weak) != 0 && (clause.mask & object) != 0 && (clause.mask & lead) != 0;
    }

    private double[] values(long titled, List<Statement> clauses) {
        var values = new Values(names.size());
        values.add(1);
        for (int concept = 0; concept < title.concepts().size(); concept++) values.add(titled >>> concept & 1);
        values.add(titled == 0 ? 1 : 0);
        boolean[] plainly = new boolean[4];
        boolean[] weakly = new boolean[4];
        var duties = clauses.stream().filter(c -> !c.requirement).toList();
        var asked = clauses.stream().filter(c -> c.requirement).toList();
        for (int d = 0; d < DUTIES.size(); d++) {
            long strong = plain(DUTIES.get(d));
            long bit = body.bit(DUTIES.get(d));
            int n = 0, onProject = 0, onProgram = 0;
            for (var c : duties) {
                if ((c.beginning & assist) != 0) continue;
                if ((c.mask & strong) != 0) n++;
                else if ((c.mask & bit) != 0 && (c.mask & object) != 0) onProject++;
                else if ((c.mask & bit) != 0 && (c.mask & program) != 0) onProgram++;
            }
            int m = 0;
            for (var c : asked) if ((c.mask & strong) != 0) m++;
            values.add(Math.log1p(n));
            values.add(Math.log1p(m));
            values.add(Math.log1p(onProject));
            values.add(Math.log1p(onProgram));
            int group = Math.min(d, 3);
            plainly[group] |= n > 0;
            weakly[group] |= n + onProject + onProgram + m > 0;
        }
        int groups = 0, weakGroups = 0;
        for (int i = 0; i < 4; i++) {
            if (plainly[i]) groups++;
            if (weakly[i]) weakGroups++;
        }
        for (int least = 1; least <= 4; least++) values.add(groups >= least ? 1 : 0);
        for (int least = 1; least <= 4; least++) values.add(weakGroups >= least ? 1 : 0);
        int managing = 0, helping = 0;
        for (var c : duties) {
            if (managing(c)) managing++;
            if ((c.beginning & assist) != 0) helping++;
        }
        values.add(Math.log1p(managing));
        values.add(3.0 * managing / (duties.size() + 3));
        values.add(3.0 * helping / (duties.size() + 3));
        var rest = clauses.stream().filter(c -> !managing(c)).toList();
        for (var name : others) {
            values.add(Math.log1p(count(name.startsWith("pm") ? clauses : rest, body.bit(name))));
        }
        for (var name : others) {
            values.add(3.0 * count(name.startsWith("pm") ? clauses : rest, body.bit(name)) / (clauses.size() + 3));
        }
        long named = 0;
        for (var c : clauses) named |= c.named;
        for (int concept = 0; concept < title.concepts().size(); concept++) values.add(named >>> concept & 1);
        values.add((titled & title.bit("project")) != 0 && groups == 0 ? 1 : 0);
        int several = 0;
        for (var c : duties)
            if ((c.beginning & assist) == 0 && groups(c) >= 2 && (c.mask & (lead | object | program)) != 0) several++;
        values.add(Math.log1p(several));
        values.add(3.0 * count(clauses, program) / (clauses.size() + 3));
        values.add(Math.log1p(clauses.size()));
        return values.all;
    }

    private static int count(List<Statement> clauses, long bit) {
        int count = 0;
        for (var clause : clauses) if ((clause.mask & bit) != 0) count++;
        return count;
    }

    private static List<String> names(long bits, List<String> concepts) {
        var names = new ArrayList<String>();
        for (int concept = 0; concept < concepts.size(); concept++) {
            if ((bits >>> concept & 1) != 0) names.add(concepts.get(concept));
        }
        return names;
    }

    /// Figures in the order in which they are named.
    private static final class Values {
        private final double[] all;
        private int next;

        Values(int count) {
            all = new double[count];
        }

        void add(double value) {
            all[next++] = value;
        }
    }
}
