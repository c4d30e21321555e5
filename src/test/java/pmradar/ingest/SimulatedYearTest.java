package pmradar.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import pmradar.StandingClock;
import pmradar.feed.Listing;
import pmradar.feed.Reading;
import pmradar.posting.Place;
import pmradar.posting.Posting;
import pmradar.posting.Postings;
import pmradar.posting.Sighting;
import pmradar.search.Criteria;
import pmradar.trend.Question;
import pmradar.trend.Question.Grain;
import pmradar.trend.TrendSlice;
import pmradar.trend.Trends;

/// A year of readings in one go: what the store says at each month's end is what the script says.
@SpringBootTest(classes = IngestStoreContract.Slice.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:year;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=30000",
            "spring.test.database.replace=none",
            "logging.level.pmradar.ingest.FeedReading=warn"
        })
@Import(TrendSlice.class)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = Resources.SYSTEM_PROPERTIES, mode = ResourceAccessMode.READ)
class SimulatedYearTest {
    private static final long SEED = 20_260_101;

    @Autowired
    StandingClock clock;

    @Autowired
    PlayedFeeds feeds;

    @Autowired
    PlayedHealth health;

    @Autowired
    Ingest ingest;

    @Autowired
    Postings postings;

    @Autowired
    Trends trends;

    /// How many were open at the end of each day, as an observer of the feeds knows.
    private final TreeMap<LocalDate, Long> openAtEnd = new TreeMap<>();

    private final ScriptedYear year = new ScriptedYear(SEED);
    private final Map<String, LastFresh> fresh = new HashMap<>();
    private int readings;
    private int unchanged;

    /// What a feed said last in full.
    private record LastFresh(Instant at, List<Listing> listings) {}

    private record Due(ScriptedYear.Outlet outlet, Instant at) {}

    @Test
    @Timeout(300)
    void countsAgreeWithTheScriptAtEachMonthsEnd() {
        var due = new PriorityQueue<>(Comparator.comparing(Due::at));
        for (var outlet : year.outlets.values()) {
            feeds.add(outlet.feed());
            due.add(new Due(outlet, ScriptedYear.START));
        }
        for (int month = 1; month <= 12; month++) {
            var end = ScriptedYear.at(month == 12 ? ScriptedYear.DAYS : 30 * month);
            while (due.element().at().isBefore(end)) {
                var next = due.remove();
                dayEnded(next.at());
                read(next.outlet(), next.at());
                var pause = next.outlet().every().plusHours(year.between(-5, 6));
                due.add(new Due(next.outlet(), next.at().plus(pause)));
            }
            clock.set(end);
            compare(end);
        }
        compareWithTheTruth();
        somethingOfEachKindHappened();
        trendsTellTheYear();
    }

    private static LocalDate day(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /// The readings of all days before are done.
    private void dayEnded(Instant now) {
        openAtEnd.put(
                day(now).minusDays(1),
                year.vacancies.stream().filter(one -> one.open).count());
    }

    /// Day for day what opened, and what was open. A posting that came back more than once was away for as long in all,
    /// but the store remembers only its last return, so that single days in between may differ.
    private void trendsTellTheYear() {
        trends.count();
        var first = openAtEnd.firstKey().plusDays(1);
        var last = openAtEnd.lastKey();
        var report = trends.report(new Question(first, last, Grain.DAY, Criteria.ALL, null, false, false));
        var days = report.figures().getFirst().rows();
        assertThat(report.coverage().postings())
                .isEqualTo(year.vacancies.stream()
                        .filter(one -> one.firstSeen != null)
                        .count());
        long wrong = 0;
        for (var row : days) {
            var day = Objects.requireNonNull(row.from());
            assertThat(Objects.requireNonNull(row.values().get(1)).count())
                    .as("opened on %s", day)
                    .isEqualTo(year.vacancies.stream()
                            .filter(one ->
                                    one.firstSeen != null && day(one.firstSeen).equals(day))
                            .count());
            long open = Objects.requireNonNull(row.values().getFirst()).count();
            wrong += Math.abs(open - openAtEnd.floorEntry(day).getValue());
        }
        System.out.printf("Trends: %d of %d open days are told wrongly%n", wrong, openDays());
        assertThat(Objects.requireNonNull(days.getLast().values().getFirst()).count())
                .isEqualTo(openAtEnd.lastEntry().getValue());
        assertThat((double) wrong / openDays()).isLessThan(0.02);
    }

    private long openDays() {
        return openAtEnd.values().stream().mapToLong(Long::longValue).sum();
    }

    private void read(ScriptedYear.Outlet outlet, Instant now) {
        clock.set(now);
        readings++;
        var spell = outlet.spell(now);
        if (spell != null && !spell.empty()) {
            assertThat(ingest.readNow(outlet.feed()).orElseThrow().problem()).isNotNull();
        } else if (spell != null) {
            doubted(outlet);
        } else {
            well(outlet, now);
        }
    }

    /// It says in full that there is nothing, and nobody believes it.
    private void doubted(ScriptedYear.Outlet outlet) {
        feeds.play(outlet.feed(), true);
        health.doubting = true;
        ingest.readNow(outlet.feed());
        health.doubting = false;
        fresh.remove(outlet.id());
    }

    private void well(ScriptedYear.Outlet outlet, Instant now) {
        var id = outlet.id();
        var number = outlet.shifting() ? readings : null;
        var listings = year.vacancies.stream()
                .flatMap(one -> one.listings(id, number, now).stream())
                .toList();
        var last = fresh.get(id);
        if (last != null && last.listings().equals(listings) && year.now(0.4)) {
            unchanged++;
            feeds.play(outlet.feed(), new PlayedFeeds.Play(List.of(), new Reading.Unchanged(), null));
            year.vacancies.forEach(one -> one.stillThere(id, last.at(), now));
        } else {
            feeds.play(outlet.feed(), outlet.complete(), listings.toArray(Listing[]::new));
            fresh.put(id, new LastFresh(now, listings));
            year.vacancies.forEach(one -> one.seen(id, number, now));
        }
        var record = ingest.readNow(outlet.feed()).orElseThrow();
        assertThat(record.problem()).isNull();
        assertThat(record.tally().setAside()).isEmpty();
        for (var one : year.vacancies) {
            if (outlet.complete()) one.missed(id, now);
            else one.stale(id, now);
        }
    }

    private Map<String, Posting> stored() {
        var all = postings.changedAfter(0, 10_000);
        var byKey = all.stream().collect(Collectors.groupingBy(posting -> posting.company() + ": " + posting.title()));
        assertThat(byKey.values())
                .as("nothing twice")
                .allSatisfy(same -> assertThat(same).hasSize(1));
        return all.stream()
                .collect(Collectors.toMap(posting -> posting.company() + ": " + posting.title(), Function.identity()));
    }

    private void compare(Instant now) {
        var stored = stored();
        var seen = year.vacancies.stream().filter(one -> one.firstSeen != null).toList();
        assertThat(stored.keySet())
                .as("nothing lost by %s", now)
                .containsExactlyInAnyOrderElementsOf(
                        seen.stream().map(Vacancy::key).toList());
        assertThat(postings.countOpen())
                .isEqualTo(seen.stream().filter(one -> one.open).count());
        for (var one : seen) {
            assertThat(observed(stored.get(one.key()), now))
                    .as("%s at %s", one.key(), now)
                    .isEqualTo(expected(one, now));
        }
        for (var feed : year.outlets.keySet()) {
            assertThat(stored.values().stream().filter(one -> liveFeeds(one).contains(feed)))
                    .as("open in %s at %s", feed, now)
                    .hasSize((int) seen.stream()
                            .filter(one -> one.liveFeeds().contains(feed))
                            .count());
        }
    }

    /// What is to be known of a posting. @param cities none for one that is closed
    private record Facts(
            boolean open,
            @Nullable Instant firstSeen,
            int relisted,
            Duration openFor,
            Set<String> feeds,
            Set<String> cities,
            int listings) {}

    private static Facts observed(Posting posting, Instant now) {
        var life = posting.life();
        var cities = posting.places().stream()
                .map(Place::city)
                .map(city -> Objects.requireNonNullElse(city, "?"))
                .collect(Collectors.toCollection(TreeSet::new));
        return new Facts(
                posting.open(),
                life.firstSeen(),
                life.relisted(),
                life.openFor(now),
                liveFeeds(posting),
                posting.open() ? cities : Set.of(),
                posting.sightings().size());
    }

    private static Facts expected(Vacancy one, Instant now) {
        return new Facts(
                one.open,
                one.firstSeen,
                one.relisted,
                one.openFor(now),
                one.liveFeeds(),
                one.open ? one.cities() : Set.of(),
                one.listingsSeen());
    }

    private static Set<String> liveFeeds(Posting posting) {
        return posting.sightings().stream()
                .filter(sighting -> sighting.until() == null)
                .map(Sighting::feedId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// At the end all feeds have been well for weeks: what is advertised is open, what is not is closed, and the words
    /// are today's.
    private void compareWithTheTruth() {
        var end = ScriptedYear.at(ScriptedYear.DAYS);
        var stored = stored();
        var steady = year.vacancies.stream()
                .filter(one ->
                        one.showings.stream().noneMatch(showing -> within(showing.from()) || within(showing.until())))
                .toList();
        assertThat(steady).hasSizeGreaterThan(20);
        for (var one : steady) {
            var posting = stored.get(one.key());
            if (one.showings.stream().allMatch(showing -> showing.from().isAfter(end))) continue;
            assertThat(posting).as(one.key()).isNotNull();
            assertThat(posting.open()).as(one.key()).isEqualTo(one.advertised(end));
        }
        for (var one : year.vacancies) if (one.showings.size() == 1 && one.firstSeen != null) speaks(one, stored);
        for (var copy : year.vacancies) {
            if (copy.original == null || copy.firstSeen == null || copy.original.firstSeen == null) continue;
            assertThat(stored.get(copy.key()).life().group())
                    .as(copy.key())
                    .isNotNull()
                    .isEqualTo(stored.get(copy.original.key()).life().group());
        }
    }

    /// Lately enough that a reading may not have noticed.
    private static boolean within(Instant moment) {
        return moment.isAfter(ScriptedYear.at(ScriptedYear.WELL_FROM - 45))
                && !moment.isAfter(ScriptedYear.at(ScriptedYear.DAYS));
    }

    private static void speaks(Vacancy one, Map<String, Posting> stored) {
        var posting = stored.get(one.key());
        assertThat(posting.text()).as(one.key()).isEqualTo(one.text(one.editionSeen));
        assertThat(Objects.requireNonNull(posting.pay()).min()).isEqualByComparingTo(one.pay(one.editionSeen));
    }

    /// A year in which nothing happens proves nothing.
    private void somethingOfEachKindHappened() {
        var all = new ArrayList<>(year.vacancies);
        System.out.printf(
                "A year: %d readings, %d unchanged; %d vacancies, %d open at the end, %d relisted, %d copies%n",
                readings,
                unchanged,
                all.size(),
                all.stream().filter(one -> one.open).count(),
                all.stream().filter(one -> one.relisted > 0).count(),
                all.stream().filter(one -> one.original != null).count());
        assertThat(unchanged).isPositive();
        assertThat(all).anyMatch(one -> one.open).anyMatch(one -> !one.open && one.firstSeen != null);
        assertThat(all).anyMatch(one -> one.relisted > 1);
        assertThat(all).anyMatch(one -> one.editionSeen == 2);
        assertThat(all).anyMatch(one -> one.employer.startsWith("Everywhere") && one.listingsSeen() > 4);
        assertThat(all).anyMatch(one -> one.original != null && one.firstSeen != null);
    }
}
