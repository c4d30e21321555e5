package pmradar.pursuit;

import java.util.Optional;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import pmradar.posting.PostingEvent;
import pmradar.posting.PostingId;
import pmradar.posting.Sightings;

/// Follows postings that got another number: merged into another, split from it, or recorded anew. A listing that was
/// seen as the posting is now seen as another one; that is where what a person did belongs.
@Component
class Moves {

    private final PursuitTable table;
    private final Sightings sightings;

    Moves(PursuitTable table, Sightings sightings) {
        this.table = table;
        this.sightings = sightings;
    }

    /// A posting that merely closed still has its listings, and nothing moves.
    @ApplicationModuleListener
    void on(PostingEvent.PostingClosed closed) {
        follow(closed.id());
    }

    /// @return whether something of anybody moved
    @Transactional
    public boolean follow(PostingId from) {
        boolean moved = false;
        for (var pursuit : table.ofPosting(from)) {
            var to = whereNow(pursuit, from);
            if (to.isEmpty()) continue;
            move(pursuit, to.get());
            moved = true;
        }
        return moved;
    }

    /// Nowhere else as long as one of its listings is still this posting.
    private Optional<PostingId> whereNow(Pursuit pursuit, PostingId from) {
        var now = table.listings(pursuit.id()).stream()
                .map(one -> sightings.posting(one.feed(), one.id()))
                .flatMap(Optional::stream)
                .toList();
        return now.contains(from) ? Optional.empty() : now.stream().findFirst();
    }

    /// Where the person did something about both, all of it goes on as one; it is hidden only if nothing was done.
    private void move(Pursuit pursuit, PostingId to) {
        var there = table.ofPosting(pursuit.account(), to);
        if (there.isEmpty()) {
            table.move(pursuit.id(), to);
            return;
        }
        var other = there.get();
        table.moveSteps(pursuit.id(), other.id());
        table.addListings(other.id(), table.listings(pursuit.id()));
        if (other.next() == null) table.next(other.id(), pursuit.next());
        if (pursuit.hidden() == null && pursuit.stage() != null) table.hide(other.id(), null);
        table.delete(pursuit.id());
    }
}
