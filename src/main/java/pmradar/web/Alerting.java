package pmradar.web;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pmradar.account.Account;
import pmradar.account.CurrentAccount;
import pmradar.alert.Channel;
import pmradar.alert.DeliveryLog;
import pmradar.alert.Destinations;
import pmradar.alert.Inbox;
import pmradar.alert.SavedSearch;
import pmradar.alert.SavedSearch.Subject;
import pmradar.alert.SavedSearches;
import pmradar.search.Criteria;
import pmradar.search.Criteria.Condition;
import pmradar.search.Facet;
import pmradar.search.PostingSearch;
import pmradar.search.Results;

/// What a person may do with saved searches, from a page or from a program: always within their own account.
@Component
class Alerting {
    private static final int LAST_WEEK_SHOWN = 10;

    private final SavedSearches searches;
    private final Destinations destinations;
    private final Inbox inbox;
    private final DeliveryLog log;
    private final PostingSearch search;
    private final CurrentAccount current;
    private final Clock clock;

    Alerting(
            SavedSearches searches,
            Destinations destinations,
            Inbox inbox,
            DeliveryLog log,
            PostingSearch search,
            CurrentAccount current,
            Clock clock) {
        this.searches = searches;
        this.destinations = destinations;
        this.inbox = inbox;
        this.log = log;
        this.search = search;
        this.current = current;
        this.clock = clock;
    }

    /// What a search would have told in the last week. @param perDay on average
    record Preview(long lastWeek, double perDay, long open, Results results) {}

    Preview preview(Criteria criteria) {
        var lately = new ArrayList<>(criteria.conditions());
        lately.removeIf(condition -> condition.facet() == Facet.AGE);
        lately.add(new Condition(Facet.AGE, "7d", false));
        var found = search.search(new Criteria(criteria.query(), lately, Criteria.Sort.NEWEST), LAST_WEEK_SHOWN, null);
        return new Preview(
                found.total(),
                found.total() / 7.0,
                search.search(criteria, 0, null).total(),
                found);
    }

    String inWords(Criteria criteria) {
        return search.search(criteria, 0, null).understood();
    }

    SavedSearch save(AlertForm form, Criteria criteria) {
        return told(() -> searches.save(me(), form.order(criteria), now()));
    }

    SavedSearch change(long id, AlertForm form, @Nullable Criteria criteria) {
        var asks = criteria == null ? known(id).criteria() : criteria;
        return told(() -> searches.change(me(), id, form.order(asks), now())).orElseThrow(Alerting::none);
    }

    void pause(long id, boolean paused) {
        if (searches.pause(me(), id, paused, now()).isEmpty()) throw none();
    }

    void mute(long id, @Nullable Instant until) {
        if (searches.mute(me(), id, until, now()).isEmpty()) throw none();
    }

    void remove(long id) {
        if (!searches.remove(me(), id, now())) throw none();
    }

    void restore(long id) {
        if (!searches.restore(me(), id, now())) throw none();
    }

    /// Which of what is told without a search this person may have; feeds are the owners' business.
    List<Subject> standingSubjects() {
        boolean owner = current.get().map(Account::role).equals(Optional.of(Account.Role.OWNER));
        return owner ? List.of(Subject.OWN, Subject.FEEDS) : List.of(Subject.OWN);
    }

    Optional<SavedSearch> standing(Subject subject) {
        return searches.standing(me(), subject);
    }

    SavedSearch setUp(Subject subject) {
        if (!standingSubjects().contains(subject)) throw none();
        return searches.setUp(me(), subject, now());
    }

    void renewFeed(long id) {
        if (searches.renewFeed(me(), id).isEmpty()) throw none();
    }

    List<SavedSearch> all() {
        return searches.of(me());
    }

    SavedSearch known(long id) {
        return searches.find(me(), id).orElseThrow(Alerting::none);
    }

    List<String> channels() {
        return destinations.channels();
    }

    Destinations.Added addDestination(long id, String channel, String address) {
        return told(() -> destinations.add(me(), id, channel, address)).orElseThrow(Alerting::none);
    }

    void removeDestination(long id) {
        if (!destinations.remove(me(), id)) throw new NotThere("There is no destination with this number.");
    }

    Channel.Outcome test(long destination) {
        return destinations
                .test(me(), destination, now())
                .orElseThrow(() -> new NotThere("There is no destination with this number."));
    }

    List<Destinations.Entry> destinations(long id) {
        return destinations.of(me(), id);
    }

    List<Inbox.Entry> digests(long before, int limit) {
        return inbox.of(me(), before, limit);
    }

    List<Inbox.Entry> digestsOf(long id, int limit) {
        return inbox.ofSearch(known(id).id(), limit);
    }

    Inbox.Entry digest(long id) {
        return inbox.find(me(), id).orElseThrow(() -> new NotThere("There is no digest with this number."));
    }

    void read(long digest, boolean read) {
        inbox.read(me(), digest(digest).digest().id(), read, now());
    }

    int unread() {
        return inbox.unread(me());
    }

    List<DeliveryLog.Entry> deliveries(int limit) {
        return log.of(me(), limit);
    }

    void resend(long delivery) {
        if (!log.resend(me(), delivery, now())) throw new NotThere("There is no such delivery to send again.");
    }

    Instant now() {
        return clock.instant();
    }

    private long me() {
        return current.get().map(Account::id).orElseThrow(() -> new NotThere("Nobody is signed in."));
    }

    private static NotThere none() {
        return new NotThere("There is no saved search with this number.");
    }

    private static <T> T told(Supplier<T> doing) {
        try {
            return doing.get();
        } catch (IllegalArgumentException wrong) {
            throw new BadRequest(Objects.requireNonNullElse(wrong.getMessage(), "That cannot be done."));
        }
    }

    static Optional<String> refusal(Channel.Outcome outcome) {
        return switch (outcome) {
            case Channel.Outcome.Accepted() -> Optional.empty();
            case Channel.Outcome.Refused refused -> Optional.of(refused.why());
        };
    }
}
