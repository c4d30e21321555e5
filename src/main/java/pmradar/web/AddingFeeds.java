package pmradar.web;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.stereotype.Component;
import pmradar.account.Account;
import pmradar.account.CurrentAccount;
import pmradar.feed.AddedFeeds;
import pmradar.feed.Candidate;
import pmradar.feed.Feed;
import pmradar.feed.FeedFinder;
import pmradar.feed.FeedLists;
import pmradar.feed.Located;
import pmradar.feed.UnreadableFeed;
import pmradar.ingest.FeedTrial;

/// Takes addresses that people paste, from a form or from a program: finds out what they are, reads them once, adds
/// them.
@Component
class AddingFeeds {
    static final Duration EVERY = Duration.ofHours(6);
    /// So many candidates are read until one holds listings.
    private static final int TRIES = 2;

    private final FeedFinder finder;
    private final FeedTrial trial;
    private final AddedFeeds added;
    private final FeedLists lists;
    private final CurrentAccount current;
    private final Clock clock;

    AddingFeeds(
            FeedFinder finder,
            FeedTrial trial,
            AddedFeeds added,
            FeedLists lists,
            CurrentAccount current,
            Clock clock) {
        this.finder = finder;
        this.trial = trial;
        this.added = added;
        this.lists = lists;
        this.current = current;
        this.clock = clock;
    }

    /// What an address turned out to be.
    ///
    /// @param candidates best first @param chosen the one that was read; null where there is none to be read
    /// @param known the feed that reads the same address already
    /// @param problem why there is nothing, in words
    record Looked(
            List<Candidate> candidates,
            @Nullable Candidate chosen,
            FeedTrial.@Nullable Tried tried,
            @Nullable Feed known,
            @Nullable String problem) {}

    /// Finds and reads; remembers nothing.
    Looked look(String address) {
        owner();
        var finding = finder.find(address);
        if (finding.candidates().isEmpty()) return new Looked(List.of(), null, null, null, finding.problem());
        var readable = finding.candidates().stream()
                .filter(one -> one.where().wants() == null)
                .limit(TRIES)
                .toList();
        if (readable.isEmpty()) {
            return new Looked(
                    finding.candidates(),
                    null,
                    null,
                    null,
                    finding.candidates().getFirst().where().wants());
        }
        var best = readable.getFirst();
        var read = read(best);
        for (int next = 1; next < readable.size() && read.found() + read.bare() == 0; next++) {
            var other = read(readable.get(next));
            if (other.found() + other.bare() == 0) continue;
            best = readable.get(next);
            read = other;
        }
        return new Looked(finding.candidates(), best, read, known(best), null);
    }

    /// Reads one candidate, chosen by a person.
    Looked look(String type, String at, Map<String, String> options) {
        owner();
        var chosen = new Candidate(type, new Located(at, null, options, null), "chosen by you", null);
        return new Looked(List.of(chosen), chosen, read(chosen), known(chosen), null);
    }

    private FeedTrial.Tried read(Candidate candidate) {
        return trial.read(candidate.feed("trial", "Trial", null, EVERY));
    }

    private @Nullable Feed known(Candidate candidate) {
        return added.same(candidate.feed("trial", "Trial", null, EVERY)).orElse(null);
    }

    Feed add(Feed feed) {
        owner();
        return said(() -> added.add(feed, by(), clock.instant()));
    }

    List<FeedLists.Imported> importOpml(byte[] opml) {
        owner();
        try {
            return lists.importOpml(opml, by(), clock.instant());
        } catch (UnreadableFeed wrong) {
            throw new BadRequest(wrong.reason());
        }
    }

    void change(String id, String name, String every) {
        owner();
        run(() -> added.change(id, name, every(every)));
    }

    void switchOff(String id) {
        owner();
        run(() -> added.switchOff(id, clock.instant()));
    }

    void switchOn(String id) {
        owner();
        run(() -> added.switchOn(id, clock.instant()));
    }

    void remove(String id) {
        owner();
        run(() -> added.remove(id, clock.instant()));
    }

    void takeBack(String id) {
        owner();
        run(() -> added.takeBack(id, clock.instant()));
    }

    /// As `feeds.yml` has it (`6h`), or as ISO 8601.
    static Duration every(@Nullable String words) {
        if (words == null || words.isBlank()) return EVERY;
        try {
            return DurationStyle.detectAndParse(
                    words.strip().toLowerCase(Locale.ROOT).startsWith("p")
                            ? words.strip().toUpperCase(Locale.ROOT)
                            : words.strip());
        } catch (IllegalArgumentException | ArithmeticException wrong) {
            throw new BadRequest("An interval is written like 30m, 6h or 1d.");
        }
    }

    boolean mayChange() {
        return current.get()
                .map(account -> account.role() == Account.Role.OWNER)
                .orElse(false);
    }

    private void owner() {
        if (!mayChange()) throw new BadRequest("Only the owner of this PM Radar changes its feeds.");
    }

    private String by() {
        return current.get().map(Account::name).orElse("someone");
    }

    private static void run(Runnable change) {
        said(() -> {
            change.run();
            return "";
        });
    }

    private static <T> T said(java.util.function.Supplier<T> change) {
        try {
            return change.get();
        } catch (IllegalArgumentException refused) {
            throw new BadRequest(Objects.requireNonNullElse(refused.getMessage(), "That cannot be done."));
        }
    }
}
