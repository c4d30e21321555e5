package pmradar.trend;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pmradar.classify.Evidence;
import pmradar.classify.Facts.Degree;
import pmradar.classify.Facts.Years;
import pmradar.classify.Flag;
import pmradar.classify.Taxonomy;
import pmradar.classify.Term;
import pmradar.posting.Outline;
import pmradar.posting.Pay;
import pmradar.posting.Posting;

/// Reads the facts of postings: the same posting always has the same.
final class FactsReader {

    /// What a feed shows in its first day may have been there for long.
    private static final Duration FIRST_READING = Duration.ofDays(1);

    /// A claimed date that is older is a mistake.
    private static final Duration OLDEST_CLAIM = Duration.ofDays(3660);

    private static final int MOST_OF_A_KIND = 200;
    private static final int LONGEST = 120;
    private static final BigDecimal MOST_PAY = BigDecimal.valueOf(1_000_000_000);

    /// What names no skill of its own, such as "IT", and fields of degrees, which have a figure of their own.
    private static final Set<Term.Kind> NOT_SPECIFIC =
            EnumSet.of(Term.Kind.GENERIC, Term.Kind.SOFT, Term.Kind.DEGREE, Term.Kind.OTHER_DEGREE);

    private final Names names;
    private final Taxonomy taxonomy;
    private final Map<String, Instant> firstReadings;
    private final TitleWords titles;

    /// @param firstReadings when each feed first showed anything
    FactsReader(Names names, Map<String, Instant> firstReadings, Taxonomy taxonomy) {
        this.names = names;
        this.firstReadings = firstReadings;
        this.taxonomy = taxonomy;
        this.titles = new TitleWords(taxonomy);
    }

    Facts of(Outline posting) {
        var life = posting.life();
        boolean seen = seenToOpen(posting);
        boolean resumed = life.opened().isAfter(life.firstSeen());
        return new Facts(
                state(posting),
                day(seen ? life.firstSeen() : opened(life)),
                seen,
                resumed ? day(life.firstSeen().plus(openBefore(life))) : Facts.NEVER,
                resumed ? day(life.opened()) : Facts.NEVER,
                life.closed() == null ? Facts.NEVER : day(life.closed()),
                life.closed() == null ? Facts.NEVER : day(life.lost() ? life.lastSeen() : life.closed()),
                yearly(posting.pay()),
                marks(posting));
    }

    static int day(Instant moment) {
        return Math.toIntExact(Math.floorDiv(moment.getEpochSecond(), 86_400L));
    }

    private static Facts.State state(Outline posting) {
        if (posting.sample()) return Facts.State.SAMPLE;
        if (posting.sightings().isEmpty()) return Facts.State.JOINED;
        if (posting.life().offTopic()) return Facts.State.OFF_TOPIC;
        if (posting.blocked()) return Facts.State.BLOCKED;
        boolean insufficient = posting.flags().contains(Flag.INSUFFICIENT_TEXT);
        if (insufficient) return Facts.State.INSUFFICIENT;
        return posting.corrected() ? Facts.State.CORRECTED : Facts.State.COUNTED;
    }

    private boolean seenToOpen(Outline posting) {
        var first = posting.life().firstSeen();
        return posting.sightings().stream()
                .filter(sighting -> !sighting.firstSeen().isAfter(first))
                .map(sighting -> firstReadings.getOrDefault(sighting.feedId(), first))
                .anyMatch(began -> !first.isBefore(began.plus(FIRST_READING)));
    }

    private static Instant opened(Posting.Life life) {
        var claimed = life.claimedPosted();
        if (claimed == null || !claimed.isBefore(life.firstSeen())) return life.firstSeen();
        return claimed.isBefore(life.firstSeen().minus(OLDEST_CLAIM)) ? life.firstSeen() : claimed;
    }

    /// How long it was open before it was opened again; of several times together.
    private static Duration openBefore(Posting.Life life) {
        if (life.closed() == null) return life.openBefore();
        var rest = life.openBefore().minus(Duration.between(life.opened(), life.closed()));
        return rest.isNegative() ? Duration.ZERO : rest.truncatedTo(ChronoUnit.SECONDS);
    }

    private static int yearly(@Nullable Pay pay) {
        if (pay == null) return 0;
        var low = Objects.requireNonNull(pay.yearlyMin() == null ? pay.yearlyMax() : pay.yearlyMin());
        var high = Objects.requireNonNull(pay.yearlyMax() == null ? pay.yearlyMin() : pay.yearlyMax());
        return low.add(high)
                .divide(BigDecimal.TWO, 0, RoundingMode.HALF_UP)
                .min(MOST_PAY)
                .max(BigDecimal.ZERO)
                .intValue();
    }

    private int[] marks(Outline posting) {
        var facts = posting.facts();
        var marks = new Marks();
        posting.sightings().stream().map(Outline.Seen::feedId).forEach(id -> marks.add(Kind.FEED, id));
        marks.add(Kind.LABEL, word(posting.label()));
        posting.domains().forEach(domain -> marks.add(Kind.DOMAIN, domain.tag()));
        posting.places().forEach(place -> {
            marks.add(Kind.COUNTRY, place.country());
            marks.add(Kind.PLACE, place.city());
        });
        marks.add(Kind.COMPANY, posting.company());
        marks.add(Kind.REMOTE, word(posting.remote()));
        var pay = posting.pay();
        if (pay != null) marks.add(pay.stated() ? Kind.PAID_IN : Kind.PAID_IN_BY_TEXT, pay.currency());
        requirements(posting, marks);
        // Details reads no further than this.
        marks.add(Kind.YEARS, years(facts.years()));
        facts.certificates().forEach(certificate -> marks.add(Kind.CERTIFICATE, certificate.name()));
        marks.add(Kind.DEGREE, degree(facts.degrees()));
        if (posting.life().relisted() > 0) marks.add(Kind.RELISTED, "yes");
        boolean technical = posting.flags().contains(Flag.TITLE_SAYS_TECHNICAL) || titles.technical(posting.title());
        marks.add(Kind.TITLE, technical ? "technical" : "plain");
        titles.of(posting.title()).forEach(word -> marks.add(Kind.TITLE_WORD, word));
        marks.add(Kind.RULES, posting.rulesVersion());
        return marks.numbers();
    }

    /// Each once; what is a must somewhere is one. Only what is specific.
    private void requirements(Outline posting, Marks marks) {
        var musts = asked(posting, Evidence.Necessity.MUST);
        musts.forEach(name -> marks.add(Kind.MUST, name));
        var preferred = asked(posting, Evidence.Necessity.PREFERRED);
        preferred.removeAll(musts);
        preferred.forEach(name -> marks.add(Kind.PREFERRED, name));
    }

    private Set<String> asked(Outline posting, Evidence.Necessity necessity) {
        var names = new LinkedHashSet<String>();
        for (var asked : posting.asked()) {
            if (asked.necessity() != necessity || names.size() >= MOST_OF_A_KIND) continue;
            if (specific(asked.requirement())) names.add(asked.requirement());
        }
        return names;
    }

    private boolean specific(String requirement) {
        var term = taxonomy.term(requirement);
        return term == null || !NOT_SPECIFIC.contains(term.kind());
    }

    private static String years(@Nullable Years years) {
        if (years == null) return "none";
        if (years.min() <= 2) return "0-2";
        if (years.min() <= 5) return "3-5";
        return years.min() <= 9 ? "6-9" : "10+";
    }

    /// The lowest one that suffices.
    private static String degree(Iterable<Degree> degrees) {
        Degree lowest = null;
        for (var degree : degrees) {
            if (lowest == null || degree.level().compareTo(lowest.level()) < 0) lowest = degree;
        }
        return lowest == null ? "none" : word(lowest.level());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private final class Marks {
        private final Set<Integer> numbers = new LinkedHashSet<>();

        void add(Kind kind, @Nullable String value) {
            if (value == null || value.isBlank() || numbers.size() >= 3 * MOST_OF_A_KIND) return;
            var text = value.strip();
            numbers.add(names.of(kind, text.length() <= LONGEST ? text : text.substring(0, LONGEST)));
        }

        int[] numbers() {
            return numbers.stream().mapToInt(Integer::intValue).toArray();
        }
    }
}
