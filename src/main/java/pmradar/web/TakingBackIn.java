package pmradar.web;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pmradar.account.Account;
import pmradar.account.CurrentAccount;
import pmradar.feed.Feeds;
import pmradar.ingest.SecondLook;
import pmradar.posting.Corrections;
import pmradar.posting.Readmissions;
import pmradar.posting.Readmissions.Readmission;

/// Takes a person's word that a listing which was set aside is project management after all, from a form or from a
/// program.
@Component
class TakingBackIn {
    private static final int LONGEST_REASON = 1000;

    private final SecondLook look;
    private final Readmissions readmissions;
    private final Corrections corrections;
    private final Feeds feeds;
    private final CurrentAccount current;
    private final Clock clock;

    TakingBackIn(
            SecondLook look,
            Readmissions readmissions,
            Corrections corrections,
            Feeds feeds,
            CurrentAccount current,
            Clock clock) {
        this.look = look;
        this.readmissions = readmissions;
        this.corrections = corrections;
        this.feeds = feeds;
        this.current = current;
        this.clock = clock;
    }

    /// Those that hold, newest first.
    List<Readmission> of(String feed) {
        if (feeds.state(feed).isEmpty()) throw new NotThere("There is no feed with this name.");
        return readmissions.of(feed);
    }

    Readmission takeIn(String feed, @Nullable String listing, @Nullable String reason) {
        of(feed);
        if (listing == null || listing.isBlank()) throw new BadRequest("Say which listing is to be taken in.");
        if (reason == null || reason.isBlank()) {
            throw new BadRequest("Say why: a correction without a reason helps nobody later.");
        }
        if (reason.length() > LONGEST_REASON) throw new BadRequest("A reason has at most 1,000 characters.");
        var by = current.get().map(Account::name).orElse("someone");
        try {
            return one(feed, look.readmit(feed, listing, reason, by));
        } catch (IllegalArgumentException wrong) {
            throw new BadRequest(Objects.requireNonNullElse(wrong.getMessage(), "That listing was not set aside."));
        }
    }

    void undo(String feed, long number) {
        corrections.undo(one(feed, number).id(), clock.instant());
    }

    private Readmission one(String feed, long number) {
        return of(feed).stream()
                .filter(one -> one.id() == number)
                .findFirst()
                .orElseThrow(() ->
                        new NotThere("No listing of this feed was taken in with the number %d.".formatted(number)));
    }
}
