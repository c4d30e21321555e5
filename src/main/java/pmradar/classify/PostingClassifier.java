package pmradar.classify;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Judges a posting: cuts it, decides the gate, finds and counts the evidence.
final class PostingClassifier implements Classifier {

    /// Raised with every change of rules that can change an answer.
    private static final String RULES = "1";

    private final EvidenceReader evidence;
    private final Gate gate;
    private final FactsReader facts = new FactsReader();
    private final LanguageGuess languages = new LanguageGuess();
    private final Sureness sureness;
    private final String version;

    PostingClassifier(Taxonomy taxonomy, ModelFile model) {
        this.evidence = new EvidenceReader(Lexicon.load(), taxonomy);
        this.gate = new Gate(model);
        this.sureness = new Sureness(model);
        this.version =
                "%s-%s-%08x".formatted(RULES, taxonomy.version(), model.text().hashCode());
    }

    @Override
    public Verdict judge(String title, String text) {
        var words = GateReader.words(text);
        var language = languages.of(text, words);
        var reading = evidence.read(text, language);
        var decision = gate.decide(title, reading.cut(), words);
        if (!decision.passed()) {
            return new Verdict.OffTopic(decision.reason(), decision.sureness(), language, version);
        }
        return new Verdict.Tagged(classification(text, language, evidence.find(title, reading), decision));
    }

    @Override
    public Classification tag(String title, String text) {
        var words = GateReader.words(text);
        var language = languages.of(text, words);
        var reading = evidence.read(text, language);
        var decision = gate.decide(title, reading.cut(), words);
        return classification(text, language, evidence.find(title, reading), decision);
    }

    @Override
    public String version() {
        return version;
    }

    private Classification classification(
            String text, String language, EvidenceReader.Found found, GateDecision decision) {
        var score = found.score();
        var flags = flags(language, found, decision);
        return new Classification(
                decision.family(),
                score.label(),
                score.total(),
                sureness.of(decision, found, language),
                score.domains(),
                quoted(text, found),
                score.expertMark(),
                facts.read(found.reading().cut(), found.reading().terms()),
                flags,
                language,
                version);
    }

    private static List<Evidence> quoted(String text, EvidenceReader.Found found) {
        var quoted = new ArrayList<Evidence>();
        for (int i = 0; i < found.units().size(); i++) {
            var unit = found.units().get(i);
            quoted.add(new Evidence(
                    text.substring(unit.start(), unit.end()),
                    unit.start(),
                    unit.end(),
                    unit.type(),
                    unit.strength(),
                    unit.necessity(),
                    unit.domains().stream().sorted().toList(),
                    unit.requirement(),
                    found.score().points().get(i)));
        }
        return quoted;
    }

    private static Set<Flag> flags(String language, EvidenceReader.Found found, GateDecision decision) {
        var flags = EnumSet.noneOf(Flag.class);
        var score = found.score();
        if (found.titleSaysTechnical() && score.label() == Label.GENERAL) flags.add(Flag.TITLE_SAYS_TECHNICAL);
        if (found.insufficient() || decision.insufficient()) flags.add(Flag.INSUFFICIENT_TEXT);
        if (score.borderline()) flags.add(Flag.BORDERLINE);
        if (!LanguageGuess.supported(language)) flags.add(Flag.LANGUAGE_NOT_SUPPORTED);
        return flags;
    }
}
