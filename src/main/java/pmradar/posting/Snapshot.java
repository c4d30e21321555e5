package pmradar.posting;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/// What others see of a stored posting.
final class Snapshot {
    private Snapshot() {}

    static Posting of(StoredPosting posting, List<Sighting> sightings, List<Correction> corrections) {
        var content = posting.content();
        return new Posting(
                new PostingId(posting.id()),
                content.title(),
                content.company(),
                Notation.places(content.places()),
                Remote.valueOf(content.remote()),
                Notation.words(content.eligible()),
                Set.copyOf(Notation.words(content.workFrom())),
                content.pay(),
                Notation.names(content.employment(), EmploymentType.class),
                content.seniority() == null ? null : Seniority.valueOf(content.seniority()),
                content.department(),
                content.requisition(),
                content.url(),
                content.applyUrl(),
                content.body(),
                content.html(),
                Notation.words(content.contradictions()),
                Corrected.classification(posting.classification(), content.body(), corrections),
                posting.life(sightings.stream()
                        .map(Sighting::lastSeen)
                        .max(Instant::compareTo)
                        .orElse(null)),
                sightings,
                posting.sample(),
                posting.version(),
                corrections,
                posting.blockedBy());
    }
}
