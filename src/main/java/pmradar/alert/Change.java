package pmradar.alert;

import java.time.Instant;
import java.util.Optional;
import pmradar.posting.Posting;

/// What a person is told of a posting that they know.
record Change(SavedSearch search, Posting posting, Hit.Kind kind, String said) {

    /// @param last what was told, or noted, last
    static Optional<Change> of(SavedSearch search, Posting posting, Hit last) {
        if (!posting.open()) return last.kind() == Hit.Kind.CLOSED ? Optional.empty() : closed(search, posting);
        var said = KnownFacts.difference(
                last.facts(), KnownFacts.of(posting), search.wishes().changes());
        return said.isEmpty() ? Optional.empty() : Optional.of(new Change(search, posting, Hit.Kind.CHANGED, said));
    }

    static Optional<Change> closed(SavedSearch search, Posting posting) {
        if (!search.wishes().changes().contains(Wishes.Change.CLOSING)) return Optional.empty();
        var why = posting.life().closedWhy();
        var said = why == null ? "It has closed." : "It has closed: %s.".formatted(why);
        return Optional.of(new Change(search, posting, Hit.Kind.CLOSED, said));
    }

    void tell(Hits hits, Instant now) {
        var found = new Hits.Found(search.id(), posting.id().value(), KnownFacts.of(posting));
        hits.told(found, kind, Long.toString(posting.version()), said, now);
    }
}
