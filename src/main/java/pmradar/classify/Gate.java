package pmradar.classify;

import java.util.List;
import java.util.Map;

/// Decides whether a posting asks for a project manager: what the body says of plan, schedule, budget and risks of
/// projects against what it says of other occupations. A title helps; the body decides.
final class Gate {

    /// With fewer words of duties and requirements a posting cannot be judged well.
    private static final int FEW_WORDS = 60;

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

    private final GateReader reader = new GateReader();
    private final LinearModel model;

    Gate(ModelFile file) {
        this.model = file.gate(reader.names());
    }

    GateDecision decide(String title, Cut cut) {
        var reading = reader.read(title, cut);
        double probability = LinearModel.probability(model.logOdds(reading.values()));
        boolean passed = probability >= 0.5;
        return new GateDecision(
                passed, probability, family(reading), passed ? "" : reason(reading), insufficient(cut, reading));
    }

    private String reason(GateReading reading) {
        var concepts = reader.concepts();
        var duties = reading.most(List.of("plan", "schedule", "budget", "risk", "report"), concepts);
        var other = reading.most(List.copyOf(OCCUPATIONS.keySet()), concepts);
        if (duties.isEmpty() || reading.count("project", concepts) + reading.count("pmrole", concepts) == 0) {
            return "No responsibility for plan, schedule, budget or risks of projects found"
                    + (other.isEmpty() ? "" : "; mostly " + OCCUPATIONS.get(other.getFirst()));
        }
        if (other.isEmpty()) return "Too little about managing projects: only " + DUTIES.get(duties.getFirst());
        return "Mostly %s; of projects only %s"
                .formatted(OCCUPATIONS.get(other.getFirst()), DUTIES.get(duties.getFirst()));
    }

    private static Family family(GateReading reading) {
        var titled = reading.titled();
        if (titled.contains("scrum")) return Family.SCRUM_MASTER;
        if (titled.contains("pmo")) return Family.PMO;
        if (titled.contains("coord")) return Family.COORDINATOR;
        if (titled.contains("program")) return Family.PROGRAM;
        if (titled.contains("deliver") && !titled.contains("project")) return Family.DELIVERY;
        return Family.PROJECT;
    }

    private boolean insufficient(Cut cut, GateReading reading) {
        int words = 0;
        for (var clause : cut.clauses()) {
            if (clause.section().asks()) words += words(cut.text(), clause);
        }
        return words < FEW_WORDS && reading.values()[reader.names().indexOf("duties.2")] == 0;
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
