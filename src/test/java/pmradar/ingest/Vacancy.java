package pmradar.ingest;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pmradar.feed.Listing;
import pmradar.feed.StatedPay;

/// One role of a made-up year: where and when it is advertised, and, in plain steps, what an observer of the feeds
/// can know of it. Knows nothing of how PM Radar stores postings.
final class Vacancy {
    static final Duration RELISTED_AFTER = Duration.ofDays(3);
    static final Duration STALE_AFTER = Duration.ofDays(45);

    /// When a feed shows it. @param edition a new one has a new id and address
    record Showing(String feed, String city, int edition, Instant from, Instant until) {
        boolean on(String feedId, Instant now) {
            return feed.equals(feedId) && !now.isBefore(from) && now.isBefore(until);
        }
    }

    /// One listing as it was observed.
    private static final class Sight {
        final String feed;
        final String city;
        final Instant first;
        Instant last;
        int missed;
        boolean live = true;

        Sight(String feed, String city, Instant now) {
            this.feed = feed;
            this.city = city;
            first = now;
            last = now;
        }

        boolean gone(Instant now) {
            return !live && !last.plus(RELISTED_AFTER).isAfter(now);
        }
    }

    final int number;
    final String employer;
    final String title;
    final List<Showing> showings = new ArrayList<>();
    /// When its words and its pay change.
    final List<Instant> changes = new ArrayList<>();
    /// The vacancy whose text an agency copies.
    @Nullable
    Vacancy original;

    private final Map<Integer, String> texts = new HashMap<>();
    private final Map<String, Sight> sights = new LinkedHashMap<>();

    @Nullable
    Instant firstSeen;

    boolean open;
    int relisted;
    int editionSeen;
    private @Nullable Instant lastRelisted;
    private Instant opened = Instant.EPOCH;
    private Duration openBefore = Duration.ZERO;

    Vacancy(int number, String employer, String title) {
        this.number = number;
        this.employer = employer;
        this.title = title;
    }

    String key() {
        return employer + ": " + title;
    }

    int edition(Instant now) {
        return (int) changes.stream().filter(change -> !change.isAfter(now)).count();
    }

    BigDecimal pay(int edition) {
        return BigDecimal.valueOf(50_000 + 1_000L * (original == null ? number : original.number) + 2_500L * edition);
    }

    /// 160 words that no other vacancy has; each change replaces one of them.
    String text(int edition) {
        return texts.computeIfAbsent(edition, this::written);
    }

    private String written(int edition) {
        var words = new ArrayList<String>();
        var random = new Random(original == null ? number : original.number);
        for (int i = 0; i < 160; i++) words.add("w" + Integer.toString(random.nextInt(1 << 24), 36));
        for (int i = 0; i < edition; i++) words.set(20 + 60 * i, "changed" + i);
        return String.join(" ", words);
    }

    /// What the feed says of it now. @param reading where ids change at each, its number
    List<Listing> listings(String feedId, @Nullable Integer reading, Instant now) {
        return showings.stream()
                .filter(showing -> showing.on(feedId, now))
                .map(showing -> listing(showing, reading, now))
                .toList();
    }

    private String externalId(Showing showing, @Nullable Integer reading) {
        return "%d-%s-%d%s".formatted(number, showing.city(), showing.edition(), reading == null ? "" : "-" + reading);
    }

    private Listing listing(Showing showing, @Nullable Integer reading, Instant now) {
        var id = externalId(showing, reading);
        return new Listing(
                id,
                title,
                employer,
                new Listing.Where(List.of(showing.city()), null, List.of()),
                new Listing.Links(
                        "https://%s.example.com/%s".formatted(showing.feed(), id.replaceAll("[ ,]+", "-")), null),
                Listing.Dates.UNKNOWN,
                new Listing.Body("<p>" + text(edition(now)) + "</p>", null),
                new Listing.Terms(null, new StatedPay(pay(edition(now)), null, "EUR", "year", null), null, null, null));
    }

    /// The feed was read, and showed what it shows now.
    void seen(String feedId, @Nullable Integer reading, Instant now) {
        for (var showing : showings) {
            if (!showing.on(feedId, now)) continue;
            editionSeen = edition(now);
            var id = feedId + " " + externalId(showing, reading);
            var known = sights.get(id);
            if (known == null) meet(id, showing, now);
            else again(known, now);
        }
    }

    private void meet(String id, Showing showing, Instant now) {
        var anew = firstSeen != null && advertisedAnew(showing, now);
        sights.put(id, new Sight(showing.feed(), showing.city(), now));
        if (firstSeen == null) firstSeen = now;
        if (!open) opens(now);
        if (anew) relists(now);
    }

    /// Shown anew after all had dropped it, or under a new id by a feed that has shown it in that city for days; no
    /// more
    /// than once in some days.
    private boolean advertisedAnew(Showing showing, Instant now) {
        if (lastRelisted != null && lastRelisted.isAfter(now.minus(RELISTED_AFTER))) return false;
        return !open && sights.values().stream().allMatch(one -> one.gone(now))
                || sights.values().stream()
                        .anyMatch(one -> one.feed.equals(showing.feed())
                                && one.city.equals(showing.city())
                                && one.last.isAfter(one.first)
                                && !one.first.isAfter(now.minus(RELISTED_AFTER)));
    }

    private void again(Sight known, Instant now) {
        var anew = !open && known.gone(now);
        known.last = now;
        known.missed = 0;
        known.live = true;
        if (!open) opens(now);
        if (anew) relists(now);
    }

    private void opens(Instant now) {
        open = true;
        opened = now;
    }

    private void relists(Instant now) {
        relisted++;
        lastRelisted = now;
    }

    /// A feed that names all that is open has been read; what it missed twice is gone.
    void missed(String feedId, Instant now) {
        of(feedId).stream().filter(one -> one.live && one.last.isBefore(now)).forEach(one -> {
            if (++one.missed == 2) one.live = false;
        });
        closeUnlessLive(now);
    }

    /// A feed that shows only what is new has been read.
    void stale(String feedId, Instant now) {
        of(feedId).stream()
                .filter(one -> one.last.isBefore(now.minus(STALE_AFTER)))
                .forEach(one -> one.live = false);
        closeUnlessLive(now);
    }

    /// The feed said that nothing has changed since.
    void stillThere(String feedId, Instant since, Instant now) {
        of(feedId).stream().filter(one -> one.live && !one.last.isBefore(since)).forEach(one -> one.last = now);
    }

    private void closeUnlessLive(Instant now) {
        if (!open || sights.values().stream().anyMatch(one -> one.live)) return;
        open = false;
        openBefore = openBefore.plus(Duration.between(opened, now));
    }

    private Collection<Sight> of(String feedId) {
        return sights.values().stream().filter(one -> one.feed.equals(feedId)).toList();
    }

    Duration openFor(Instant now) {
        return open ? openBefore.plus(Duration.between(opened, now)) : openBefore;
    }

    /// The cities that it is shown for; of a closed one, nobody is promised any.
    Set<String> cities() {
        return sights.values().stream()
                .filter(one -> one.live)
                .map(one -> one.city.replaceFirst(",.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> liveFeeds() {
        return sights.values().stream()
                .filter(one -> one.live)
                .map(one -> one.feed)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    int listingsSeen() {
        return sights.size();
    }

    /// Whether somebody still advertises it, whatever was observed.
    boolean advertised(Instant now) {
        return showings.stream().anyMatch(showing -> showing.on(showing.feed(), now));
    }

    boolean inOneFeed() {
        return showings.stream().map(Showing::feed).distinct().count() == 1;
    }
}
