package preview;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import pmradar.classify.Classification;
import pmradar.posting.Correction;
import pmradar.posting.Corrections;
import pmradar.posting.Posting;
import pmradar.posting.PostingId;

/// Corrections in memory: those of the label change the held posting, the others are only remembered.
public class HeldCorrections implements Corrections {

    private final HeldPostings postings;
    private final HeldReadmissions readmissions;
    private final List<Correction> made = new ArrayList<>();

    HeldCorrections(HeldPostings postings, HeldReadmissions readmissions) {
        this.postings = postings;
        this.readmissions = readmissions;
    }

    public void clear() {
        made.clear();
    }

    @Override
    public synchronized Correction correct(
            PostingId id, Correction.Change change, String reason, String by, Instant now) {
        var correction = new Correction(made.size() + 1, id, change, reason, by, now, null);
        made.add(correction);
        show(id);
        return correction;
    }

    @Override
    public synchronized void undo(long correction, Instant now) {
        if (readmissions.undo(correction)) return;
        var one = made.get((int) correction - 1);
        made.set(
                (int) correction - 1,
                new Correction(one.id(), one.posting(), one.change(), one.reason(), one.by(), one.at(), now));
        show(one.posting());
    }

    @Override
    public synchronized List<Correction> of(PostingId id) {
        return made.stream().filter(one -> one.posting().equals(id)).toList().reversed();
    }

    @Override
    public synchronized void export(Consumer<String> line) {
        made.stream()
                .filter(Correction::holds)
                .forEach(
                        one -> line.accept("{\"id\":\"%s\",\"reason\":\"%s\"}".formatted(one.posting(), one.reason())));
    }

    private void show(PostingId id) {
        var holding = of(id).stream().filter(Correction::holds).toList().reversed();
        postings.change(id, posting -> corrected(posting, holding));
    }

    private static Posting corrected(Posting was, List<Correction> holding) {
        return new Posting(
                was.id(),
                was.title(),
                was.company(),
                was.places(),
                was.remote(),
                was.eligible(),
                was.workFrom(),
                was.pay(),
                was.employment(),
                was.seniority(),
                was.department(),
                was.requisition(),
                was.url(),
                was.applyUrl(),
                was.text(),
                was.html(),
                was.contradictions(),
                labelled(was.classification(), holding),
                was.life(),
                was.sightings(),
                was.sample(),
                was.version(),
                holding);
    }

    private static Classification labelled(Classification found, List<Correction> holding) {
        var label = found.score() >= 25 ? pmradar.classify.Label.TECHNICAL : pmradar.classify.Label.GENERAL;
        for (var one : holding) if (one.change() instanceof Correction.LabelIs(var said)) label = said;
        return new Classification(
                found.family(),
                label,
                found.score(),
                found.sureness(),
                found.domains(),
                found.evidence(),
                found.expertMark(),
                found.facts(),
                found.flags(),
                found.language(),
                found.rulesVersion());
    }
}
