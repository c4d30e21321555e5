package pmradar.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import pmradar.StandingClock;
import pmradar.search.Criteria;
import pmradar.search.StoredInMemory;
import pmradar.search.lucene.Ads;

/// Three people with ten saved searches live through a spring, in which the clocks go forward in Vienna and in New
/// York: every delivery is the one that a plain model expects, at the very half hour, and there is no other.
@SpringBootTest(classes = AlertSlice.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
@TestPropertySource(
        properties = {"spring.datasource.url=jdbc:h2:mem:quarter;DB_CLOSE_DELAY=-1", "spring.test.database.replace=none"
        })
@DirtiesContext
@Execution(ExecutionMode.CONCURRENT)
class SimulatedQuarterTest {
    private static final Instant BEGIN = Instant.parse("2027-02-01T00:00:00Z");
    private static final Instant END = Instant.parse("2027-05-01T00:00:00Z");
    private static final Duration STEP = Duration.ofMinutes(30);
    private static final List<String> WORDS = List.of("kubernetes", "terraform", "oracle");
    private static final List<String> EMPLOYERS = List.of("Alder", "Birch", "Cedar");

    /// What a person wants, in the test's own words.
    private record Asks(
            long person,
            String name,
            String word,
            Schedule.Pace pace,
            String zone,
            String at,
            Set<DayOfWeek> days,
            @Nullable String from,
            @Nullable String to,
            int perDay,
            int perEmployer,
            int least,
            boolean closing,
            boolean once) {}

    private record Told(String search, Instant at, List<String> lines, int more) {}

    private record Ad(long id, String word, String employer, int score) {}

    @TempDir
    static Path folder;

    @DynamicPropertySource
    static void indexInFolder(DynamicPropertyRegistry registry) {
        registry.add("pmradar.search.directory", () -> folder.resolve("index").toString());
    }

    @Autowired
    SavedSearches searches;

    @Autowired
    Destinations destinations;

    @Autowired
    HitRecorder recorder;

    @Autowired
    Dispatch dispatch;

    @Autowired
    HeldChannel channel;

    @Autowired
    StoredInMemory postings;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    StandingClock clock;

    private static List<Asks> asked() {
        var all = EnumSet.allOf(DayOfWeek.class);
        var work = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
        var vienna = "Europe/Vienna";
        var york = "America/New_York";
        var delhi = "Asia/Kolkata";
        var once = Schedule.Pace.AT_ONCE;
        var daily = Schedule.Pace.DAILY;
        var weekly = Schedule.Pace.WEEKLY;
        return List.of(
                new Asks(1, "a1", "kubernetes", once, vienna, "08:00", all, null, null, 50, 50, 0, true, false),
                new Asks(1, "a2", "kubernetes", once, vienna, "08:00", work, "22:00", "07:00", 2, 50, 0, false, false),
                new Asks(1, "a3", "terraform", daily, vienna, "02:30", all, null, null, 50, 1, 0, false, false),
                new Asks(1, "a4", "oracle", daily, vienna, "08:00", work, "20:00", "06:30", 2, 50, 30, false, false),
                new Asks(2, "b1", "oracle", once, york, "08:00", all, "01:00", "03:00", 50, 50, 50, true, false),
                new Asks(2, "b2", "terraform", daily, york, "02:30", all, null, null, 50, 50, 0, false, false),
                new Asks(2, "b3", "kubernetes", weekly, york, "09:00", work, null, null, 4, 2, 0, false, false),
                new Asks(3, "c1", "kubernetes", daily, delhi, "08:00", all, null, null, 50, 50, 0, false, true),
                new Asks(3, "c2", "kubernetes", daily, delhi, "18:30", all, null, null, 1, 50, 0, false, true),
                new Asks(
                        3,
                        "c3",
                        "oracle",
                        weekly,
                        delhi,
                        "12:00",
                        EnumSet.of(DayOfWeek.FRIDAY),
                        "23:00",
                        "05:00",
                        50,
                        1,
                        20,
                        false,
                        true));
    }

    @Test
    void deliversExactlyWhatAPlainModelExpects() {
        clock.set(BEGIN);
        jdbc.sql("delete from alert_delivery").update();
        channel.sent.clear();
        asked().forEach(this::save);
        var model = new Model();
        var chance = new Random(20270201);
        var open = new ArrayList<Ad>();
        long version = 0;
        long id = 0;
        for (var now = BEGIN; now.isBefore(END); now = now.plus(STEP)) {
            clock.set(now);
            if (!open.isEmpty() && chance.nextInt(60) == 0) {
                var gone = open.remove(chance.nextInt(open.size()));
                postings.put(ad(gone, now).closed().version(++version).posting());
                model.closed(gone);
            }
            if (chance.nextInt(12) == 0) {
                var ad = new Ad(
                        ++id, WORDS.get(chance.nextInt(3)), EMPLOYERS.get(chance.nextInt(3)), chance.nextInt(101));
                open.add(ad);
                postings.put(ad(ad, now).version(++version).posting());
                model.arrived(ad);
            }
            while (recorder.step(now)) Thread.onSpinWait();
            dispatch.due(now);
            model.pass(now);
        }
        assertThat(model.told).hasSizeGreaterThan(300);
        assertThat(model.told.stream().map(Told::search).distinct()).hasSize(10);
        assertThat(model.told).anyMatch(told -> told.more() > 0);
        assertThat(model.told).anyMatch(told -> told.lines().toString().contains("CLOSED"));
        assertThat(delivered()).containsExactlyElementsOf(sorted(model.told));
        assertThat(channel.sent).extracting(HeldChannel.Sent::key).doesNotHaveDuplicates();
    }

    private void save(Asks asks) {
        var quiet = asks.from() == null
                ? null
                : new Schedule.Quiet(LocalTime.parse(asks.from()), LocalTime.parse(asks.to()));
        var schedule =
                new Schedule(asks.pace(), ZoneId.of(asks.zone()), LocalTime.parse(asks.at()), asks.days(), quiet);
        var wishes = new Wishes(
                asks.perDay(),
                asks.perEmployer(),
                asks.least(),
                asks.closing() ? Set.of(Wishes.Change.CLOSING) : Set.of(),
                asks.once());
        var criteria = new Criteria(asks.word(), List.of(), Criteria.Sort.NEWEST);
        var saved =
                searches.save(asks.person(), new SavedSearches.Order(asks.name(), criteria, schedule, wishes), BEGIN);
        destinations.add(asks.person(), saved.id(), "held", asks.name());
    }

    private static Ads ad(Ad ad, Instant now) {
        return Ads.ad(ad.id())
                .text("Plan with " + ad.word() + ".")
                .company(ad.employer())
                .score(ad.score())
                .seen(Duration.between(now, Ads.NOW));
    }

    private List<Told> delivered() {
        return sorted(channel.sent.stream()
                .map(sent -> new Told(
                        sent.address(),
                        sent.digest().at(),
                        sent.digest().lines().stream()
                                .map(line -> line.kind() + " " + line.posting())
                                .toList(),
                        sent.digest().more().stream()
                                .mapToInt(Digest.More::count)
                                .sum()))
                .toList());
    }

    private static List<Told> sorted(List<Told> told) {
        return told.stream()
                .sorted(Comparator.comparing(Told::at).thenComparing(Told::search))
                .toList();
    }

    /// What should happen, said again without the program: it walks from half hour to half hour and looks at clocks.
    private static final class Model {
        private record Waiting(Ad ad, boolean closing) {}

        private final List<Told> told = new ArrayList<>();
        private final Map<String, List<Waiting>> waiting = new TreeMap<>();
        private final Map<String, Set<Long>> toldOf = new HashMap<>();
        private final Map<Long, Set<Long>> personTold = new HashMap<>();
        private final Map<String, Integer> listedOn = new HashMap<>();
        private final Set<Long> gone = new HashSet<>();

        void arrived(Ad ad) {
            for (var asks : asked())
                if (asks.word().equals(ad.word())) waits(asks).add(new Waiting(ad, false));
        }

        void closed(Ad ad) {
            gone.add(ad.id());
            for (var asks : asked())
                if (asks.closing() && of(asks).contains(ad.id())) waits(asks).add(new Waiting(ad, true));
        }

        private List<Waiting> waits(Asks asks) {
            return waiting.computeIfAbsent(asks.name(), _ -> new ArrayList<>());
        }

        private Set<Long> of(Asks asks) {
            return toldOf.computeIfAbsent(asks.name(), _ -> new HashSet<>());
        }

        void pass(Instant now) {
            for (var asks : asked()) {
                var local = now.atZone(ZoneId.of(asks.zone()));
                if (!waits(asks).isEmpty() && turn(asks, local)) digest(asks, now, local.toLocalDate());
            }
        }

        private static boolean turn(Asks asks, ZonedDateTime local) {
            if (!asks.days().contains(local.getDayOfWeek())) return false;
            if (asks.pace() == Schedule.Pace.AT_ONCE) return !quiet(asks, local.toLocalTime());
            var first = asks.days().stream().min(Comparator.naturalOrder()).orElseThrow();
            if (asks.pace() == Schedule.Pace.WEEKLY && local.getDayOfWeek() != first) return false;
            return local.toLocalTime().equals(onThatDay(asks, local));
        }

        /// The hour from 2 to 3 is not there when the clocks go forward.
        private static LocalTime onThatDay(Asks asks, ZonedDateTime local) {
            var at = LocalTime.parse(asks.at());
            var skipped = local.toLocalDate().atTime(at);
            return ZoneId.of(asks.zone()).getRules().getValidOffsets(skipped).isEmpty() ? at.plusHours(1) : at;
        }

        private static boolean quiet(Asks asks, LocalTime time) {
            if (asks.from() == null) return false;
            int minute = time.toSecondOfDay() / 60;
            int from = LocalTime.parse(asks.from()).toSecondOfDay() / 60;
            int to = LocalTime.parse(asks.to()).toSecondOfDay() / 60;
            return from < to ? minute >= from && minute < to : minute >= from || minute < to;
        }

        private void digest(Asks asks, Instant now, LocalDate day) {
            var key = asks.name() + " " + day;
            int room = asks.perDay() - listedOn.getOrDefault(key, 0);
            if (room <= 0) return;
            var lines = new ArrayList<String>();
            var byEmployer = new HashMap<String, Integer>();
            int more = 0;
            for (var one : waits(asks).reversed()) {
                if (!wanted(asks, one)) continue;
                of(asks).add(one.ad().id());
                int same = byEmployer.merge(one.ad().employer(), 1, Integer::sum);
                if (same > asks.perEmployer() || lines.size() >= room) more++;
                else lines.add((one.closing() ? "CLOSED " : "NEW ") + one.ad().id());
            }
            waits(asks).clear();
            if (lines.isEmpty()) return;
            listedOn.merge(key, lines.size(), Integer::sum);
            told.add(new Told(asks.name(), now, lines, more));
        }

        private boolean wanted(Asks asks, Waiting one) {
            if (one.closing()) return true;
            if (gone.contains(one.ad().id()) || one.ad().score() < asks.least()) return false;
            var first = personTold
                    .computeIfAbsent(asks.person(), _ -> new HashSet<>())
                    .add(one.ad().id());
            return first || !asks.once();
        }
    }
}
