package pmradar.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import pmradar.classify.Classifier;
import pmradar.classify.Evidence;
import pmradar.classify.Label;
import pmradar.classify.Verdict;
import pmradar.posting.Correction;
import pmradar.posting.Corrections;
import pmradar.posting.Posting;

/// What people corrected in a posting, what the rules say, and what can be corrected, for the posting's page.
@Component
class CorrectionBox {

    private final Corrections corrections;
    private final Classifier classifier;
    private final Clock clock;

    CorrectionBox(Corrections corrections, Classifier classifier, Clock clock) {
        this.corrections = corrections;
        this.classifier = classifier;
        this.clock = clock;
    }

    /// @param rules what the rules alone say; null where nothing is corrected
    /// @param projectManagement as it is held now @param other the label that it does not have
    /// @param quotes what counts as evidence now
    record Box(
            List<Entry> holding,
            List<Entry> undone,
            @Nullable String rules,
            boolean projectManagement,
            String other,
            List<Quote> quotes) {}

    /// @param said what is right instead, as a sentence
    record Entry(
            long number,
            String said,
            String reason,
            String by,
            Instant at,
            String ago,
            String exact,
            @Nullable String undone) {}

    record Quote(String words, String shown) {}

    void describe(Posting posting, Model model) {
        model.addAttribute("corrections", of(posting));
    }

    private Box of(Posting posting) {
        var all = corrections.of(posting.id());
        var holding = all.stream().filter(Correction::holds).toList();
        return new Box(
                holding.stream().map(this::entry).toList(),
                all.stream().filter(one -> !one.holds()).map(this::entry).toList(),
                holding.isEmpty() ? null : rules(classifier.judge(posting.title(), posting.text())),
                holding.stream().noneMatch(one -> one.change().equals(new Correction.Gate(false))),
                Wording.label(posting.classification().label() == Label.TECHNICAL ? Label.GENERAL : Label.TECHNICAL),
                posting.classification().evidence().stream()
                        .sorted(Comparator.comparingInt(Evidence::start))
                        .map(unit -> new Quote(unit.quote(), line(unit.quote())))
                        .distinct()
                        .toList());
    }

    private Entry entry(Correction correction) {
        var now = clock.instant();
        var undone = correction.undone();
        return new Entry(
                correction.id(),
                said(correction.change()),
                correction.reason(),
                correction.by(),
                correction.at(),
                Wording.ago(correction.at(), now),
                Wording.exact(correction.at()),
                undone == null ? null : Wording.ago(undone, now));
    }

    static String said(Correction.Change change) {
        return switch (change) {
            case Correction.Gate(var is) -> is ? "It is for project managers." : "It is not for project managers.";
            case Correction.LabelIs(var label) -> "It is %s.".formatted(Wording.label(label));
            case Correction.NoUnit(var quote) -> "This is no evidence: “%s”".formatted(line(quote));
            case Correction.HasUnit unit ->
                "This is %s evidence, %s: “%s”"
                        .formatted(strength(unit.strength()), Wording.tag(unit.necessity()), line(unit.quote()));
        };
    }

    static String rules(Verdict verdict) {
        return switch (verdict) {
            case Verdict.OffTopic off ->
                "not project management (%s), sure %d in 100".formatted(off.reason(), Math.round(off.sureness() * 100));
            case Verdict.Tagged(var tags) ->
                "%s, %d points, sure %d in 100"
                        .formatted(Wording.label(tags.label()), tags.score(), Math.round(tags.sureness() * 100));
        };
    }

    private static String strength(Evidence.Strength strength) {
        return switch (strength) {
            case S -> "strong";
            case M -> "medium";
            case W -> "weak";
        };
    }

    private static String line(String quote) {
        var line = quote.replaceAll("\\s+", " ").strip();
        return line.length() <= 160 ? line : line.substring(0, 159) + "…";
    }
}
