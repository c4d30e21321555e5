package pmradar.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Turns what the gate reads into named figures, and knows which way each of them may speak.
final class GateFigures {

    /// Concepts that are not occupations.
    private static final Set<String> TOOLS =
            Set.of("project", "program", "plan", "schedule", "budget", "risk", "report", "lead", "assist", "seek");

    /// The responsibilities of LABELS.md §2; risks and reporting are one of them, the fourth.
    static final List<String> DUTIES = List.of("plan", "schedule", "budget", "risk", "report");

    private static final int GROUPS = 4;

    private final PhraseTable title;
    private final long[] plain = new long[DUTIES.size()];
    private final long[] loose = new long[DUTIES.size()];
    private final long anyPlain;
    private final long anyLoose;
    private final long object;
    private final long program;
    private final long lead;
    private final long assist;
    private final long titledProject;
    private final long titledProgram;
    private final long anyOccupation;
    private final List<String> occupations;
    private final long[] occupationBits;
    private final List<String> names;

    GateFigures(PhraseTable title, PhraseTable body) {
        this.title = title;
        long plainBits = 0;
        long looseBits = 0;
        for (int duty = 0; duty < DUTIES.size(); duty++) {
            plainBits |= plain[duty] = body.bit(DUTIES.get(duty) + "+");
            looseBits |= loose[duty] = body.bit(DUTIES.get(duty));
        }
        anyPlain = plainBits;
        anyLoose = looseBits;
        object = body.bit("project") | body.bit("pmrole");
        program = body.bit("program");
        lead = body.bit("lead");
        assist = body.bit("assist");
        titledProject = title.bit("project");
        titledProgram = title.bit("program");
        occupations = body.concepts().stream()
                .filter(concept -> !TOOLS.contains(concept) && !concept.endsWith("+"))
                .toList();
        occupationBits = occupations.stream().mapToLong(body::bit).toArray();
        anyOccupation = occupations.stream()
                .filter(concept -> !concept.startsWith("pm"))
                .mapToLong(body::bit)
                .reduce(0, (some, more) -> some | more);
        names = List.copyOf(named());
    }

    private List<String> named() {
        var all = new ArrayList<String>();
        all.add("base");
        for (var concept : title.concepts()) all.add("title." + concept);
        all.add("title.none");
        for (var duty : DUTIES) {
            for (var how : List.of("plain.", "asked.", "project.", "program.")) all.add(how + duty);
        }
        for (int least = 1; least <= GROUPS; least++) all.add("duties." + least);
        for (int least = 1; least <= GROUPS; least++) all.add("weakduties." + least);
        all.addAll(List.of("managing", "managing.share", "helping.share"));
        for (var concept : occupations) all.add("count." + concept);
        for (var concept : occupations) all.add("share." + concept);
        for (var concept : title.concepts()) all.add("named." + concept);
        all.addAll(List.of("titleonly", "several", "program.share", "length"));
        all.addAll(DutyBalance.NAMES);
        return all;
    }

    List<String> names() {
        return names;
    }

    /// What is known of a figure before any posting is seen: where its weight starts and which sign it keeps.
    static LogisticFit.Term term(String name, double penalty) {
        var kind = name.substring(0, name.indexOf('.') < 0 ? name.length() : name.indexOf('.'));
        var concept = name.substring(name.indexOf('.') + 1);
        return switch (kind) {
            case "base" -> new LogisticFit.Term(0, 0.01, 0);
            case "title" -> role(concept, 1, penalty);
            case "named" -> role(concept, 0.5, penalty);
            case "plain", "several" -> new LogisticFit.Term(0.2, penalty, 1);
            case "asked", "project" -> new LogisticFit.Term(0.1, penalty, 1);
            case "duties", "weakduties" -> new LogisticFit.Term(0.3, penalty, 1);
            case "managing" -> new LogisticFit.Term(0.2, penalty, 1);
            case "helping" -> new LogisticFit.Term(-0.2, penalty, -1);
            case "titleonly" -> new LogisticFit.Term(-0.5, penalty, -1);
            case "count", "share" -> counted(concept, kind.equals("count") ? -0.1 : -0.2, penalty);
            default ->
                DutyBalance.NAMES.contains(name)
                        ? DutyBalance.term(name, penalty)
                        : new LogisticFit.Term(0, penalty, 0);
        };
    }

    /// "Program manager" in a body may only repeat a title that charities give to other work.
    private static LogisticFit.Term counted(String concept, double against, double penalty) {
        return switch (concept) {
            case "pmrole", "pmcert" -> new LogisticFit.Term(0.2, penalty, 1);
            case "pmprog" -> new LogisticFit.Term(0, penalty, 0);
            default -> new LogisticFit.Term(against, penalty, -1);
        };
    }

    private static LogisticFit.Term role(String concept, double share, double penalty) {
        return switch (concept) {
            case "project" -> new LogisticFit.Term(1.5 * share, penalty, 1);
            case "program", "pmo", "deliver" -> new LogisticFit.Term(0.5 * share, penalty, 1);
            case "coord", "build", "director" -> new LogisticFit.Term(0, penalty, 0);
            case "cost" -> new LogisticFit.Term(-2 * share, penalty, -1);
            case "engineer", "analyst", "sell", "product" -> new LogisticFit.Term(-1.6 * share, penalty, -1);
            case "none" -> new LogisticFit.Term(-1.2, penalty, -1);
            default -> new LogisticFit.Term(-0.6 * share, penalty, -1);
        };
    }

    /// @param titled the concepts of the title
    /// @return in the order of the names
    double[] of(long titled, List<GateStatement> statements) {
        var figures = new Figures(names.size());
        figures.add(1);
        figures.addBits(titled, title.concepts().size());
        figures.add(titled == 0 ? 1 : 0);
        int groups = duties(statements, figures);
        managing(statements, figures);
        occupations(statements, figures);
        long named = 0;
        for (var statement : statements) named |= statement.named();
        figures.addBits(named, title.concepts().size());
        figures.add((titled & titledProject) != 0 && groups == 0 ? 1 : 0);
        figures.addCount(several(statements));
        figures.addShare(count(statements, program), statements.size());
        figures.addCount(statements.size());
        boolean programOnly = (titled & titledProgram) != 0 && (titled & titledProject) == 0;
        figures.addAll(balance(statements).figures(programOnly));
        return figures.all;
    }

    private DutyBalance balance(List<GateStatement> statements) {
        var balance = new DutyBalance();
        for (var statement : statements) {
            if (statement.requirement()) continue;
            boolean led = statement.has(object) && statement.begins(lead);
            balance.add(managing(statement), statement.has(anyOccupation), led);
        }
        return balance;
    }

    /// The figures of the responsibilities.
    ///
    /// @return how many of the four are said plainly
    private int duties(List<GateStatement> statements, Figures figures) {
        int plainly = 0;
        int weakly = 0;
        for (int duty = 0; duty < DUTIES.size(); duty++) {
            var found = duty(statements, duty);
            for (int count : found) figures.addCount(count);
            int group = 1 << Math.min(duty, GROUPS - 1);
            if (found[0] > 0) plainly |= group;
            if (found[0] + found[1] + found[2] + found[3] > 0) weakly |= group;
        }
        figures.addSteps(Integer.bitCount(plainly), GROUPS);
        figures.addSteps(Integer.bitCount(weakly), GROUPS);
        return Integer.bitCount(plainly);
    }

    /// How often a responsibility is said plainly, is asked for, is said of projects, of programmes.
    private int[] duty(List<GateStatement> statements, int duty) {
        var counts = new int[4];
        for (var statement : statements) {
            if (statement.requirement()) {
                if (statement.has(plain[duty])) counts[1]++;
            } else if (!statement.begins(assist)) {
                if (statement.has(plain[duty])) counts[0]++;
                else if (statement.has(loose[duty]) && statement.has(object)) counts[2]++;
                else if (statement.has(loose[duty]) && statement.has(program)) counts[3]++;
            }
        }
        return counts;
    }

    private void managing(List<GateStatement> statements, Figures figures) {
        int duties = 0;
        int managing = 0;
        int helping = 0;
        for (var statement : statements) {
            if (statement.requirement()) continue;
            duties++;
            if (managing(statement)) managing++;
            if (statement.begins(assist)) helping++;
        }
        figures.addCount(managing);
        figures.addShare(managing, duties);
        figures.addShare(helping, duties);
    }

    /// Whether a statement is about managing projects: then it says nothing of other occupations.
    private boolean managing(GateStatement statement) {
        if (statement.begins(assist)) return false;
        if (statement.has(anyPlain)) return true;
        if (groups(statement) >= 2 && statement.has(lead | object | program)) return true;
        return statement.has(anyLoose) && statement.has(object) && statement.has(lead);
    }

    private void occupations(List<GateStatement> statements, Figures figures) {
        var rest = statements.stream().filter(statement -> !managing(statement)).toList();
        var counts = new int[occupationBits.length];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = count(occupations.get(i).startsWith("pm") ? statements : rest, occupationBits[i]);
        }
        for (int count : counts) figures.addCount(count);
        for (int count : counts) figures.addShare(count, statements.size());
    }

    private int several(List<GateStatement> statements) {
        int several = 0;
        for (var statement : statements) {
            if (statement.requirement() || statement.begins(assist)) continue;
            if (groups(statement) >= 2 && statement.has(lead | object | program)) several++;
        }
        return several;
    }

    /// How many of the four responsibilities a posting names, in any words.
    int groups(List<GateStatement> statements) {
        int groups = 0;
        for (int duty = 0; duty < DUTIES.size(); duty++) {
            if (count(statements, plain[duty] | loose[duty]) > 0) groups |= 1 << Math.min(duty, GROUPS - 1);
        }
        return Integer.bitCount(groups);
    }

    private int groups(GateStatement statement) {
        int groups = 0;
        for (int duty = 0; duty < DUTIES.size(); duty++) {
            if (statement.has(plain[duty] | loose[duty])) groups |= 1 << Math.min(duty, GROUPS - 1);
        }
        return Integer.bitCount(groups);
    }

    static int count(List<GateStatement> statements, long any) {
        int count = 0;
        for (var statement : statements) if (statement.has(any)) count++;
        return count;
    }

    /// Figures in the order in which they are named, all of about the same size.
    private static final class Figures {
        private final double[] all;
        private int next;

        Figures(int count) {
            all = new double[count];
        }

        void add(double value) {
            all[next++] = value;
        }

        void addAll(double[] values) {
            for (double value : values) add(value);
        }

        void addCount(int count) {
            add(Math.log1p(count));
        }

        /// Of few statements a share says little.
        void addShare(int part, int whole) {
            add(3.0 * part / (whole + 3));
        }

        void addSteps(int reached, int steps) {
            for (int least = 1; least <= steps; least++) add(reached >= least ? 1 : 0);
        }

        void addBits(long bits, int count) {
            for (int bit = 0; bit < count; bit++) add(bits >>> bit & 1);
        }
    }
}
