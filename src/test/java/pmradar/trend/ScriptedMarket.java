package pmradar.trend;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import pmradar.classify.Classification;
import pmradar.classify.Domain;
import pmradar.classify.Evidence;
import pmradar.classify.Facts;
import pmradar.classify.Family;
import pmradar.classify.Flag;
import pmradar.classify.Label;
import pmradar.posting.Draft;
import pmradar.posting.Drafts;
import pmradar.posting.Judged;
import pmradar.posting.Pay;
import pmradar.posting.Place;
import pmradar.posting.Postings;
import pmradar.posting.Remote;

/// Some months of an invented market, read from three feeds into a store: one is there all the time, one dies, one
/// comes late. Postings come, go, come back, and are shown by two feeds at once.
final class ScriptedMarket {

    static final Instant START = Instant.parse("2026-01-05T06:00:00Z");
    static final int DAYS = 150;
    static final int SOUTH_DIES = 100;
    static final int WEST_COMES = 60;

    private static final List<String> SKILLS = List.of("Python", "SQL", "Kubernetes", "SAP S/4HANA", "Terraform");
    private static final List<Place> PLACES = List.of(
            new Place("Graz, Austria", "Graz", null, "AT"),
            new Place("Bonn, Germany", "Bonn", null, "DE"),
            new Place("Basel, Switzerland", "Basel", null, "CH"));

    private final SplittableRandom random;
    private final List<Vacancy> vacancies = new ArrayList<>();

    /// @param away days on which no feed shows it although it has not ended
    private record Vacancy(Judged judged, int from, int to, int away, Set<String> feeds) {

        boolean shown(String feed, int day) {
            return feeds.contains(feed) && day >= from && day < to && (day < away || day >= away + 12);
        }
    }

    ScriptedMarket(long seed, int size) {
        random = new SplittableRandom(seed);
        for (int number = 0; number < size; number++) {
            int from = random.nextInt(-30, DAYS);
            var feeds = new LinkedHashSet<String>();
            while (feeds.isEmpty() || random.nextInt(4) == 0)
                feeds.add(List.of("north", "south", "west").get(random.nextInt(3)));
            int away = random.nextInt(6) == 0 ? from + 8 : Integer.MAX_VALUE - 20;
            vacancies.add(new Vacancy(judged(number, from), from, from + random.nextInt(3, 70), away, feeds));
        }
    }

    /// Reads all feeds every other day.
    ///
    /// @return the moment after the last reading
    Instant readInto(Postings postings) {
        for (int day = 0; day < DAYS; day += 2) {
            read(postings, "north", day);
            if (day < SOUTH_DIES) read(postings, "south", day);
            if (day >= WEST_COMES) read(postings, "west", day);
        }
        return at(DAYS);
    }

    static Instant at(int day) {
        return START.plus(Duration.ofDays(day));
    }

    private void read(Postings postings, String feed, int day) {
        var now = at(day);
        var page = vacancies.stream()
                .filter(vacancy -> vacancy.shown(feed, day))
                .map(Vacancy::judged)
                .toList();
        postings.recordAll(feed, page, now);
        postings.readingEnded(feed, true, now, now.plusSeconds(60));
    }

    private Judged judged(int number, int from) {
        var asked = new LinkedHashSet<String>();
        for (int some = random.nextInt(4); some > 0; some--) asked.add(SKILLS.get(random.nextInt(SKILLS.size())));
        var text = new StringBuilder();
        var evidence = new ArrayList<Evidence>();
        for (var skill : asked) {
            int start = text.length();
            text.append(skill).append(" is needed. ");
            var necessity = Evidence.Necessity.values()[random.nextInt(2)];
            evidence.add(new Evidence(
                    skill,
                    start,
                    start + skill.length(),
                    Evidence.Type.E1,
                    Evidence.Strength.S,
                    necessity,
                    List.of(Domain.SOFTWARE),
                    skill,
                    25));
        }
        text.append(Drafts.text(number + 7));
        return new Judged(draft(number, from, text.toString()), classification(evidence));
    }

    private Draft draft(int number, int from, String text) {
        var places = random.nextInt(8) == 0 ? List.<Place>of() : List.of(PLACES.get(random.nextInt(PLACES.size())));
        return new Draft(
                "v" + number,
                "Project Manager " + Integer.toString(number * 7919, 36) + (random.nextInt(5) == 0 ? " Cloud" : ""),
                random.nextInt(9) == 0 ? null : "Employer " + random.nextInt(12) + " GmbH",
                places,
                Remote.values()[random.nextInt(4)],
                List.of(),
                Set.of(),
                pay(),
                Set.of(),
                null,
                null,
                "R-" + number,
                random.nextInt(3) == 0 ? null : at(from),
                null,
                null,
                "https://jobs.example.com/" + number,
                null,
                text,
                null,
                List.of(),
                random.nextInt(25) == 0);
    }

    private @Nullable Pay pay() {
        if (random.nextInt(2) == 0) return null;
        return new Pay(
                BigDecimal.valueOf(random.nextInt(40, 90) * 1000L),
                random.nextBoolean() ? BigDecimal.valueOf(random.nextInt(90, 120) * 1000L) : null,
                random.nextInt(4) == 0 ? "CHF" : "EUR",
                Pay.Period.YEAR,
                random.nextInt(3) > 0,
                null);
    }

    private Classification classification(List<Evidence> evidence) {
        var label = evidence.isEmpty() ? Label.GENERAL : Label.TECHNICAL;
        var years = random.nextInt(3) == 0
                ? null
                : new Facts.Years(random.nextInt(12), null, null, Evidence.Necessity.MUST);
        return new Classification(
                Family.PROJECT,
                label,
                Math.min(100, 25 * evidence.size()),
                0.9,
                evidence.isEmpty() ? List.of() : List.of(Domain.SOFTWARE),
                evidence,
                0,
                new Facts(years, List.of(), List.of(), List.of(), null, List.of(), null),
                random.nextInt(15) == 0 ? Set.of(Flag.INSUFFICIENT_TEXT) : Set.of(),
                "en",
                "rules-1");
    }
}
