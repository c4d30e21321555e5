package pmradar.trend;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SplittableRandom;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import pmradar.StandingClock;
import pmradar.classify.Taxonomy;
import pmradar.posting.FeedSpans;
import pmradar.posting.Outlines;
import pmradar.posting.Postings;
import pmradar.search.Criteria;
import pmradar.search.PostingSelection;
import pmradar.trend.Question.Grain;

/// What counting and a report cost, in milliseconds of a processor (and by the clock), beside the same counts by SQL
/// over the posting tables in the same run. 24 months, 40
/// requirements. `TrendTimes POSTINGS [CHARACTERS [FOLDER]]`, by default 10,000 postings with texts of 2,000
/// characters; a folder is filled and counted once and keeps that. `TrendTimes POSTINGS memory` for reports alone.
public final class TrendTimes {

    private static final Instant NOW = Instant.parse("2026-11-01T06:00:00Z");
    private static final int DAYS = 730;

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private TrendTimes() {}

    public static void main(String[] args) throws IOException {
        int postings = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        if (args.length > 1 && args[1].equals("memory")) {
            inMemory(postings);
            return;
        }
        int characters = args.length > 1 ? Integer.parseInt(args[1]) : 2_000;
        boolean kept = args.length > 2;
        var folder = kept ? Path.of(args[2]) : Files.createTempDirectory("trend-times");
        var application = new SpringApplicationBuilder(TrendsContract.Slice.class).web(WebApplicationType.NONE);
        try (var context = application.run(
                "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("db") + ";DB_CLOSE_ON_EXIT=FALSE",
                "--logging.level.root=warn")) {
            measure(context, postings, characters);
        }
    }

    /// Reports from an invented ledger of any size, without a database.
    private static void inMemory(int postings) {
        var invented = new InventedLedger();
        var random = new SplittableRandom(1);
        for (int i = 0; i < postings; i++) {
            boolean open = random.nextInt(5) == 0;
            int pay = random.nextInt(3) == 0 ? 40_000 + random.nextInt(60_000) : 0;
            invented.add(random.nextInt(DAYS), open ? null : random.nextInt(60), pay, marks(invented, random, pay));
        }
        var ledger = invented.ledger(DAYS);
        System.out.printf(
                "%,d postings with %,d marks%n", postings, ledger.names().size());
        for (int turn = 0; turn < 16; turn++) {
            int some = turn;
            say("report", timed(() -> {
                var scope = Scope.of(InventedLedger.question(some, DAYS - 1), ledger, null, null);
                if (new Answer(scope).report().figures().isEmpty()) throw new IllegalStateException();
            }));
        }
    }

    private static List<Integer> marks(InventedLedger ledger, SplittableRandom random, int pay) {
        var marks = new ArrayList<Integer>();
        marks.add(ledger.mark(Kind.FEED, random.nextInt(40) == 0 ? "feed" : "feed-" + random.nextInt(40)));
        marks.add(ledger.mark(Kind.LABEL, random.nextInt(10) < 6 ? "technical" : "general"));
        marks.add(ledger.mark(
                Kind.DOMAIN, List.of("software", "infrastructure", "security").get(random.nextInt(3))));
        marks.add(
                ledger.mark(Kind.COUNTRY, List.of("AT", "DE", "US", "GB", "CH").get(random.nextInt(5))));
        marks.add(ledger.mark(Kind.PLACE, "City " + random.nextInt(3000)));
        marks.add(ledger.mark(Kind.COMPANY, "Employer " + (int) (100_000 * Math.pow(random.nextDouble(), 2))));
        marks.add(ledger.mark(
                Kind.REMOTE, List.of("remote", "hybrid", "on-site", "unknown").get(random.nextInt(4))));
        if (pay > 0) marks.add(ledger.mark(Kind.PAID_IN, random.nextInt(4) == 0 ? "USD" : "EUR"));
        for (int i = 0; i < 5; i++) {
            var kind = random.nextInt(3) == 0 ? Kind.PREFERRED : Kind.MUST;
            marks.add(ledger.mark(kind, "skill " + (i * 40 + (int) (40 * Math.pow(random.nextDouble(), 2)))));
        }
        marks.add(ledger.mark(
                Kind.YEARS, List.of("none", "0-2", "3-5", "6-9", "10+").get(random.nextInt(5))));
        marks.add(ledger.mark(Kind.DEGREE, List.of("none", "bachelor", "master").get(random.nextInt(3))));
        marks.add(ledger.mark(Kind.TITLE, random.nextBoolean() ? "technical" : "plain"));
        for (int i = 0; i < 4; i++)
            marks.add(ledger.mark(Kind.TITLE_WORD, "word " + (i * 1000 + random.nextInt(1000))));
        marks.add(ledger.mark(Kind.RULES, "rules-1"));
        return marks;
    }

    private static void measure(ConfigurableApplicationContext context, int postings, int characters) {
        context.getBean(StandingClock.class).set(NOW);
        var jdbc = context.getBean(JdbcTemplate.class);
        int there = Objects.requireNonNull(jdbc.queryForObject("select count(*) from posting", Integer.class));
        if (there == 0) say("filled", timed(() -> fill(jdbc, postings, characters)));
        say("fold of all", timed(context.getBean(Counting.class)::count));
        say("fold when nothing changed", timed(context.getBean(Counting.class)::count));
        var counting = new Counting(
                context.getBean(Postings.class),
                context.getBean(Outlines.class),
                context.getBean(FeedSpans.class),
                Taxonomy::builtIn,
                context.getBean(LedgerTable.class),
                context.getBean(StandingClock.class));
        say("ledger loaded", timed(counting::ledger));
        System.out.printf(
                "  in the database: %,d bytes%n",
                jdbc.queryForObject("select sum(length(content)) from trend_slice", Long.class));
        var trends = new MarketTrends(counting, context.getBean(PostingSelection.class));
        say("first report, before anybody asks", timed(() -> trends.report(question(0))));
        var others = new Taken[10];
        for (int i = 0; i < others.length; i++) {
            int some = i + 1;
            others[i] = timed(() -> trends.report(question(some)));
        }
        System.out.println("  ten reports for other periods: " + Arrays.toString(others));
        say("the same report again", timed(() -> trends.report(question(10))));
        say("postings behind a value", timed(() -> trends.behind(question(10), "requirements", "skill 3", 0, 100)));
        grouped(jdbc);
    }

    private static Question question(int shift) {
        var to = NOW.atOffset(ZoneOffset.UTC).toLocalDate().minusDays(shift);
        return new Question(to.minusDays(DAYS), to, Grain.MONTH, Criteria.ALL, null, false, false);
    }

    /// A report has some thirty tables; these are two of them. Each time for another period, because H2 keeps the last
    /// answer.
    private static void grouped(JdbcTemplate jdbc) {
        for (int turn = 0; turn < 3; turn++) {
            var since = NOW.minus(Duration.ofDays(DAYS + 10 - turn)).atOffset(ZoneOffset.UTC);
            say("GROUP BY: postings by month and label", timed(() -> jdbc.queryForList("""
                    select extract(year from first_seen), extract(month from first_seen), label, count(*)
                    from posting where sample = false and first_seen >= ?
                    group by extract(year from first_seen), extract(month from first_seen), label""", since)));
            say("GROUP BY: requirements by month", timed(() -> jdbc.queryForList("""
                    select extract(year from p.first_seen), extract(month from p.first_seen), e.requirement,
                           count(distinct p.id)
                    from posting p join posting_evidence e on e.posting_id = p.id
                    where p.sample = false and p.first_seen >= ?
                    group by extract(year from p.first_seen), extract(month from p.first_seen), e.requirement""", since)));
        }
    }

    private static void fill(JdbcTemplate jdbc, int postings, int characters) {
        var since = LocalDate.ofInstant(NOW, ZoneOffset.UTC).minusDays(DAYS);
        jdbc.update("""
                insert into posting (id, version, title, company, places, remote, eligible, pay_min, pay_currency,
                    pay_period, pay_stated, employment, body, fingerprint, family, label, score, sureness, domains,
                    expert_mark, facts, flags, language, rules_version, first_seen, closed, closed_why, sample)
                select x, x, 'Project Manager ' || mod(x, 5000), 'Employer ' || mod(x * 31, 20000),
                    '[{"raw":"Place","city":"City ' || mod(x, 300) || '","region":null,"country":"'
                        || decode(mod(x, 5), 0, 'AT', 1, 'DE', 2, 'US', 3, 'GB', 'CH') || '"}]',
                    decode(mod(x, 4), 0, 'REMOTE', 1, 'HYBRID', 2, 'ON_SITE', 'UNKNOWN'), '[]',
                    case when mod(x, 3) = 0 then 40000 + mod(x * 7919, 60000) end,
                    case when mod(x, 3) = 0 then 'EUR' end, case when mod(x, 3) = 0 then 'YEAR' end,
                    case when mod(x, 3) = 0 then true end, '', repeat('Words. ', ? / 7), x, 'PROJECT',
                    case when mod(x * 13, 10) < 6 then 'TECHNICAL' else 'GENERAL' end, 50, 0.9, 'software', 0,
                    '{"years":null,"specialYears":[],"degrees":[],"certificates":[],"clearance":null,'
                        || '"languages":[],"travel":null}',
                    '', 'en', 'rules-1',
                    dateadd('DAY', mod(x * 7919, ?), cast(? as timestamp with time zone)),
                    case when mod(x, 5) > 0 then
                        dateadd('DAY', mod(x * 7919, ?) + mod(x, 60), cast(? as timestamp with time zone)) end,
                    case when mod(x, 5) > 0 then 'gone' end, false
                from system_range(1, ?)""", characters, DAYS, since + " 00:00:00Z", DAYS, since + " 00:00:00Z", postings);
        jdbc.update("""
                insert into posting_evidence (posting_id, position, from_char, to_char, type, strength, necessity,
                    domains, requirement, points)
                select p.x, e.x, 0, 5, 'E1', 'S', case when mod(p.x + e.x, 3) = 0 then 'PREFERRED' else 'MUST' end,
                    'software', 'skill ' || cast(floor(power(rand(), 2) * 40) as int), 10
                from system_range(1, ?) p, system_range(0, 4) e""", postings);
        jdbc.update("""
                insert into posting_sighting (id, posting_id, feed_id, external_id, leads, content_hash, why, first_seen,
                    last_seen, missed)
                select id, id, 'feed-' || mod(id, 40), 'x' || id, true, '', 'new', first_seen, first_seen, 0
                from posting""");
        jdbc.update("update posting_version set latest = ?", postings);
    }

    /// Milliseconds by the clock and of a processor: with much else going on only the second tells.
    private record Taken(double wall, double processor) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%,.1f (%,.1f)", processor, wall);
        }
    }

    /// All threads together, with what the runtime itself does meanwhile.
    private static Taken timed(Runnable work) {
        long start = System.nanoTime();
        long processor = PROCESS.getProcessCpuTime();
        work.run();
        return new Taken((System.nanoTime() - start) / 1e6, (PROCESS.getProcessCpuTime() - processor) / 1e6);
    }

    private static void say(String what, Taken taken) {
        System.out.printf(Locale.ROOT, "%-40s %20s ms%n", what, taken);
    }
}
