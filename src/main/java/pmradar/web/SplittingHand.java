package pmradar.web;

import java.time.Clock;
import java.util.Objects;
import org.springframework.stereotype.Component;
import pmradar.account.Account;
import pmradar.account.CurrentAccount;
import pmradar.posting.Histories;
import pmradar.posting.PostingHistory;
import pmradar.posting.PostingId;

/// Takes a person's word on what is one posting, from a form or from a program.
@Component
class SplittingHand {

    private final Histories histories;
    private final CurrentAccount current;
    private final Clock clock;

    SplittingHand(Histories histories, CurrentAccount current, Clock clock) {
        this.histories = histories;
        this.current = current;
        this.clock = clock;
    }

    PostingHistory of(long posting) {
        return histories
                .of(new PostingId(posting), clock.instant())
                .orElseThrow(() -> new NotThere("There is no posting with the number %d.".formatted(posting)));
    }

    PostingId split(long posting, long sighting) {
        of(posting);
        var by = current.get().map(Account::name).orElse("someone");
        try {
            return histories.split(new PostingId(posting), sighting, by, clock.instant());
        } catch (IllegalArgumentException wrong) {
            throw refused(wrong);
        }
    }

    /// @return the posting that holds all of it again
    PostingId rejoin(long posting, long number) {
        var split = of(posting).splits().stream()
                .filter(one -> one.id() == number)
                .findFirst()
                .orElseThrow(() -> new NotThere("This posting has no split with the number %d.".formatted(number)));
        histories.rejoin(number, clock.instant());
        return split.of();
    }

    void setApart(long posting, boolean apart) {
        of(posting);
        try {
            histories.setApart(new PostingId(posting), apart);
        } catch (IllegalArgumentException wrong) {
            throw refused(wrong);
        }
    }

    private static BadRequest refused(IllegalArgumentException wrong) {
        return new BadRequest(Objects.requireNonNullElse(wrong.getMessage(), "That cannot be done."));
    }
}
