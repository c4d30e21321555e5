package pmradar.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import pmradar.feed.Feed;

/// A year of vacancies and of the feeds that show them, made up from a seed. Feeds fail and return, answer nothing by
/// mistake, and one moves to another system; vacancies close, come back, are listed anew, spread and change.
final class ScriptedYear {
    static final Instant START = Instant.parse("2026-01-01T06:00:00Z");
    static final int DAYS = 365;
    /// All feeds are well for the last weeks, so that the end can be told from the truth alone.
    static final int WELL_FROM = 335;

    private static final List<String> CITIES = List.of(
            "Graz, Austria",
            "Linz, Austria",
            "Salzburg, Austria",
            "Innsbruck, Austria",
            "Berlin, Germany",
            "Hamburg, Germany",
            "Leipzig, Germany",
            "Paris, France",
            "Lyon, France",
            "Madrid, Spain",
            "Dublin, Ireland",
            "Oslo, Norway");

    /// What a feed does from a day on, until another. Empty means that it answers in full, and without anything.
    record Spell(boolean empty, Instant from, Instant until) {}

    /// @param complete whether it names all that is open @param shifting whether it changes its ids at each reading
    record Outlet(Feed feed, boolean complete, boolean shifting, Duration every, List<Spell> spells) {
        String id() {
            return feed.id();
        }

        @Nullable
        Spell spell(Instant now) {
            return spells.stream()
                    .filter(one -> !now.isBefore(one.from()) && now.isBefore(one.until()))
                    .findFirst()
                    .orElse(null);
        }
    }

    final Map<String, Outlet> outlets = new LinkedHashMap<>();
    final List<Vacancy> vacancies = new ArrayList<>();
    private final Random random;

    ScriptedYear(long seed) {
        random = new Random(seed);
        outlet("north", true, false, 1);
        outlet("south", true, false, 2);
        outlet("east", true, false, 2);
        outlet("west", true, false, 3);
        outlet("newest", false, false, 2);
        outlet("cities", true, false, 3);
        outlet("shifting", true, true, 4);
        outlet("agency", true, false, 3);
        for (var board : List.of("north", "south", "east", "west")) for (int i = 0; i < 9; i++) plain(board, i);
        for (int i = 0; i < 5; i++) inManyCities();
        for (int i = 0; i < 4; i++) shown(vacancy("Shifting Sands AG"), "shifting", at(random.nextInt(60)), 150);
        copies();
        move("west", 200, 212);
    }

    private void outlet(String id, boolean complete, boolean shifting, int days) {
        var spells = new ArrayList<Spell>();
        for (int i = 0; i < 5; i++) {
            int from = 20 + 60 * i + random.nextInt(40);
            spells.add(new Spell(i % 2 == 1, at(from), at(from + 1 + random.nextInt(12))));
        }
        var feed = PlayedFeeds.feed(id, Feed.Origin.DECLARED);
        outlets.put(id, new Outlet(feed, complete, shifting, Duration.ofDays(days), spells));
    }

    static Instant at(int day) {
        return START.plus(Duration.ofDays(day));
    }

    private Vacancy vacancy(String employer) {
        int number = vacancies.size();
        var made = new Vacancy(number, employer, "Project Manager, Works " + number);
        vacancies.add(made);
        return made;
    }

    private String city() {
        return CITIES.get(random.nextInt(CITIES.size()));
    }

    private void shown(Vacancy vacancy, String feed, Instant from, int days) {
        vacancy.showings.add(new Vacancy.Showing(feed, city(), 1, from, from.plus(Duration.ofDays(days))));
    }

    /// What befalls the vacancies of a board, in turn.
    private void plain(String board, int which) {
        var one = vacancy("Works of the " + board + " GmbH");
        var city = city();
        int from = random.nextInt(280);
        int until = from + 20 + random.nextInt(220);
        switch (which % 5) {
            case 0 -> show(one, board, city, 1, from, until);
            case 1 -> {
                int back = until + 8 + random.nextInt(30);
                show(one, board, city, 1, from, until);
                show(one, board, city, 1, back, back + 40);
            }
            case 2 -> {
                int anew = from + 10 + random.nextInt(8);
                show(one, board, city, 1, from, anew);
                show(one, board, city, 2, anew, until);
                show(one, board, city, 3, until + 30, until + 60);
            }
            case 3 -> {
                show(one, board, city, 1, from, until);
                show(one, "newest", city, 1, from + 1, from + 25);
            }
            default -> {
                show(one, board, city, 1, from, until);
                one.changes.add(at(from + 5));
                one.changes.add(at(from + 15));
            }
        }
    }

    private void show(Vacancy one, String feed, String city, int edition, int from, int until) {
        one.showings.add(new Vacancy.Showing(feed, city, edition, at(from), at(until)));
    }

    private void inManyCities() {
        var one = vacancy("Everywhere Rail GmbH");
        int from = random.nextInt(150);
        for (var city : CITIES) {
            if (random.nextInt(3) == 0) continue;
            int first = from + random.nextInt(30);
            show(one, "cities", city, 1, first, first + 20 + random.nextInt(150));
        }
    }

    /// An agency shows some, under its name, some days later.
    private void copies() {
        for (var original : List.copyOf(vacancies)) {
            if (original.number % 6 != 0 || !original.changes.isEmpty() || !original.inOneFeed()) continue;
            var copy = new Vacancy(vacancies.size(), "Handshake Recruiting Ltd", original.title);
            copy.original = original;
            vacancies.add(copy);
            var first = original.showings.getFirst();
            copy.showings.add(new Vacancy.Showing(
                    "agency", first.city(), 1, first.from().plus(Duration.ofDays(6)), first.until()));
        }
    }

    /// The board goes silent, and speaks again from another system, with ids of its own.
    private void move(String feed, int silent, int back) {
        outlets.get(feed).spells().addFirst(new Spell(false, at(silent), at(back)));
        for (var vacancy : vacancies) {
            var before = vacancy.showings.stream()
                    .filter(one -> one.feed().equals(feed) && one.until().isAfter(at(back)))
                    .toList();
            for (var one : before) {
                vacancy.showings.remove(one);
                var after = one.from().isAfter(at(back)) ? one.from() : at(back);
                if (one.from().isBefore(at(silent)))
                    vacancy.showings.add(new Vacancy.Showing(feed, one.city(), one.edition(), one.from(), at(silent)));
                vacancy.showings.add(new Vacancy.Showing(feed, one.city(), one.edition() + 10, after, one.until()));
            }
        }
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least);
    }

    boolean now(double chance) {
        return random.nextDouble() < chance;
    }
}
