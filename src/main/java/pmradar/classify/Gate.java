package pmradar.classify;

import java.util.Map;
import java.util.Set;

/// Decides whether a posting asks for a project manager: what the body says of plan, schedule, budget and risks of
/// projects against what it says of other occupations. A title helps; the body decides.
final class Gate {

    /// With fewer words of duties and requirements a posting cannot be judged well.
    private static final int FEW_WORDS = 60;

    /// In a language that is read only in part, no answer is surer than seven in ten.
    private static final double UNSUPPORTED = 0.85;

    private static final Map<String, String> OCCUPATIONS = Map.ofEntries(
            Map.entry("sell", "selling"),
            Map.entry("account", "looking after accounts"),
            Map.entry("product", "deciding what a product should be"),
            Map.entry("build", "building software"),
            Map.entry("engineer", "designing and engineering"),
            Map.entry("people", "leading staff"),
            Map.entry("coach", "coaching teams"),
            Map.entry("admin", "office administration"),
            Map.entry("research", "research"),
            Map.entry("care", "care and medicine"),
            Map.entry("teach", "training and teaching"),
            Map.entry("community", "community, policy or grants"),
            Map.entry("finance", "finance and accounting"),
            Map.entry("marketing", "marketing and communication"),
            Map.entry("analyst", "analysis"),
            Map.entry("operate", "running operations"),
            Map.entry("consult", "advising"),
            Map.entry("execute", "hands-on work"));

    private static final Map<String, String> DUTIES = Map.of(
            "plan",
            "scope and plan",
            "schedule",
            "schedule",
            "budget",
            "budget and resources",
            "risk",
            "risks",
            "report",
            "reporting");

    private static final Set<String> ROLES = Set.of("project", "program", "deliver", "pmo", "coord");

    private final GateReader reader = new GateReader();
    private final LinearModel model;

    Gate(ModelFile file) {
        this.model = file.gate(reader.names());
    }

    GateDecision decide(String title, Cut cut) {
        return decide(title, cut, GateReader.words(cut.text()));
    }

    /// @param words of the text of the cut, where they are known already
    GateDecision decide(String title, Cut cut, FoldedWords words) {
        var reading = reader.read(title, cut, words);
        double logOdds = model.logOdds(reading.values());
        if (cut.language().equals(LanguageGuess.UNKNOWN) && reading.duties() == 0) return unread(reading);
        if (!LanguageGuess.supported(cut.language())) logOdds = Math.clamp(logOdds, -UNSUPPORTED, UNSUPPORTED);
        boolean insufficient = reading.duties() < 2 && words(cut) < FEW_WORDS;
        boolean passed = insufficient ? named(reading) : logOdds >= 0;
        return new GateDecision(passed, logOdds, family(reading), passed ? "" : reason(reading), insufficient);
    }

    /// A text that cannot be read at all: the title decides, and nobody claims to be sure.
    private static GateDecision unread(GateReading reading) {
        boolean passed = reading.titled().stream().anyMatch(ROLES::contains);
        var reason = passed ? "" : "The language of the text is not supported, and the title names no such role";
        return new GateDecision(passed, 0, family(reading), reason, true);
    }

    /// A cut-off text, or one without duties, passes only if title and some words of the body name the role.
    private boolean named(GateReading reading) {
        return reading.titled().stream().anyMatch(ROLES::contains)
                && (reading.count("pmrole") > 0
                        || reading.count("program") > 0 && reading.titled().contains("program"));
    }

    private static String reason(GateReading reading) {
        var duty = reading.most(DUTIES.keySet()).map(DUTIES::get).orElse("");
        var other = reading.most(OCCUPATIONS.keySet()).map(OCCUPATIONS::get).orElse("");
        if (duty.isEmpty() || reading.count("project") + reading.count("pmrole") == 0) {
            return "No responsibility for plan, schedule, budget or risks of projects found"
                    + (other.isEmpty() ? "" : "; mostly " + other);
        }
        if (other.isEmpty()) return "Too little about managing projects: only " + duty;
        return "Mostly %s; of projects only %s".formatted(other, duty);
    }

    private static Family family(GateReading reading) {
        var titled = reading.titled();
        if (titled.contains("scrum")) return Family.SCRUM_MASTER;
        if (titled.contains("pmo")) return Family.PMO;
        if (titled.contains("coord") && !titled.contains("project")) return Family.COORDINATOR;
        if (titled.contains("program")) return Family.PROGRAM;
        if (titled.contains("deliver") && !titled.contains("project")) return Family.DELIVERY;
        return Family.PROJECT;
    }

    private static int words(Cut cut) {
        int words = 0;
        for (var clause : cut.clauses()) {
            if (clause.section().asks()) words += words(cut.text(), clause);
            if (words >= FEW_WORDS) break;
        }
        return words;
    }

    private static int words(String text, Clause clause) {
        int words = 0;
        boolean inside = false;
        for (int i = clause.start(); i < clause.end(); i++) {
            boolean letter = FoldedWords.fold(text.charAt(i)) != 0;
            if (letter && !inside) words++;
            inside = letter;
        }
        return words;
    }
}
