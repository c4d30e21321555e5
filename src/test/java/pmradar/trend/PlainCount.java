package pmradar.trend;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import pmradar.classify.Evidence;
import pmradar.classify.Flag;
import pmradar.classify.Label;
import pmradar.posting.Posting;
import pmradar.posting.Sighting;

/// Counts straight from the store's postings, one by one, with dates rather than numbers: what reports must agree with.
final class PlainCount {

    private final List<Posting> postings;
    private final Map<String, Instant> began = new HashMap<>();

    PlainCount(List<Posting> all) {
        postings = all.stream().filter(PlainCount::counts).toList();
        for (var posting : all)
            for (var sighting : posting.sightings())
                began.merge(sighting.feedId(), sighting.firstSeen(), (one, other) -> one.isBefore(other) ? one : other);
    }

    private static boolean counts(Posting posting) {
        return !posting.sample()
                && !posting.life().offTopic()
                && posting.blockedBy() == null
                && posting.corrections().isEmpty()
                && !posting.classification().flags().contains(Flag.INSUFFICIENT_TEXT);
    }

    Stream<Posting> all(Predicate<Posting> wanted) {
        return postings.stream().filter(wanted);
    }

    List<Posting> opened(Predicate<Posting> wanted, LocalDate from, LocalDate to) {
        return all(wanted).filter(one -> within(opened(one), from, to)).toList();
    }

    List<Posting> closed(Predicate<Posting> wanted, LocalDate from, LocalDate to) {
        return all(wanted)
                .filter(one -> one.life().closed() != null)
                .filter(one -> within(day(one.life().closed()), from, to))
                .toList();
    }

    /// At the end of the day: as the posting's own life tells.
    List<Posting> open(Predicate<Posting> wanted, LocalDate day) {
        return all(wanted).filter(one -> open(one, day)).toList();
    }

    private boolean open(Posting posting, LocalDate day) {
        var life = posting.life();
        if (opened(posting).isAfter(day)) return false;
        if (life.closed() != null && !day(life.closed()).isAfter(day)) return false;
        if (!life.opened().isAfter(life.firstSeen())) return true;
        var before = life.openBefore();
        if (life.closed() != null) before = before.minus(java.time.Duration.between(life.opened(), life.closed()));
        return day.isBefore(day(life.firstSeen().plus(before))) || !day.isBefore(day(life.opened()));
    }

    /// The day of its first sight; what was there in the first day of its feed opened when the ad claims.
    LocalDate opened(Posting posting) {
        var first = posting.life().firstSeen();
        var claimed = posting.life().claimedPosted();
        if (watched(posting) || claimed == null || claimed.isAfter(first)) return day(first);
        return day(claimed);
    }

    boolean watched(Posting posting) {
        var first = posting.life().firstSeen();
        return posting.sightings().stream()
                .filter(sighting -> sighting.firstSeen().equals(first))
                .anyMatch(sighting -> java.time.Duration.between(began.get(sighting.feedId()), first)
                                .toHours()
                        >= 24);
    }

    static LocalDate day(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static boolean within(LocalDate day, LocalDate from, LocalDate to) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    static Predicate<Posting> technical() {
        return posting -> posting.classification().label() == Label.TECHNICAL;
    }

    static Predicate<Posting> asks(String requirement) {
        return posting ->
                posting.classification().evidence().stream().anyMatch(unit -> requirement.equals(unit.requirement()));
    }

    static Predicate<Posting> insists(String requirement) {
        return posting -> posting.classification().evidence().stream()
                .anyMatch(
                        unit -> requirement.equals(unit.requirement()) && unit.necessity() == Evidence.Necessity.MUST);
    }

    static Predicate<Posting> in(String country) {
        return posting -> posting.places().stream().anyMatch(place -> country.equals(place.country()));
    }

    /// A closed posting counts for each feed that showed it, an open one for those that do.
    static Predicate<Posting> from(String feed) {
        return posting -> posting.sightings().stream()
                .filter(sighting -> !posting.open() || sighting.until() == null)
                .anyMatch(sighting -> sighting.feedId().equals(feed));
    }

    static Predicate<Posting> everSeenIn(String feed) {
        return posting -> posting.sightings().stream().map(Sighting::feedId).anyMatch(feed::equals);
    }

    /// Of sorted numbers, by hand.
    static double median(List<Integer> numbers) {
        var sorted = numbers.stream().sorted(Comparator.naturalOrder()).toList();
        int n = sorted.size();
        return (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2.0;
    }
}
