package pmradar.sample;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import pmradar.sample.GeneratedPosting.Kind;
import pmradar.sample.GeneratedPosting.Pay;
import pmradar.sample.GeneratedPosting.Workplace;

/// Invents postings: the same seed gives the same ones everywhere, and each can be made without those before it.
///
/// Half repeat an earlier posting (job boards see each ad two to five times), an eighth is off topic, two fifths of the
/// rest are technical. Lengths are log-normal.
public final class PostingGenerator {
    private static final List<String> INDUSTRIES = List.of(
            "software", "construction", "health", "finance", "public", "energy", "manufacturing", "retail", "agency");
    private static final List<String> DOMAINS =
            List.of("software", "infrastructure", "data-ai", "security", "enterprise-apps", "engineering");
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final int NEIGHBOURHOOD = 40;

    private final Map<String, Grammar> grammars = new HashMap<>();
    private final long seed;
    private final double repeats;

    /// @param repeats the share of postings that repeat an earlier one, 0 to 1
    PostingGenerator(long seed, double repeats) {
        this.seed = seed;
        this.repeats = repeats;
        for (var language : List.of("en", "de", "fr", "es")) grammars.put(language, new Grammar(language));
    }

    /// For benchmarks: half of them repeats.
    public static PostingGenerator forBenchmarks() {
        return new PostingGenerator(20_261_122, 0.5);
    }

    /// For benchmarks that record postings.
    ///
    /// @param repeats the share of postings that repeat an earlier one, 0 to 1
    public static PostingGenerator forBenchmarks(double repeats) {
        return new PostingGenerator(20_261_122, repeats);
    }

    /// A generated posting as a board would publish it.
    public record Ad(String id, String title, String employer, List<String> places, String html, String text) {}

    public Stream<Ad> ads(long count) {
        return stream(count).map(PostingGenerator::ad);
    }

    /// Postings whose texts have so many words of their own that only repeats are nearly the same: the grammars know a
    /// few hundred sentences, and a hundred thousand postings made of them would all be copies of each other.
    ///
    /// @param from the place of the first in the sequence
    public Stream<Ad> variedAds(long from, long count) {
        return LongStream.range(from, from + count).mapToObj(this::varied);
    }

    private Ad varied(long number) {
        var one = posting(number);
        var ad = ad(one);
        var words = new OwnWords(one.original());
        return new Ad(ad.id(), ad.title(), ad.employer(), ad.places(), words.in(ad.html()), words.in(ad.text()));
    }

    private static Ad ad(GeneratedPosting one) {
        return new Ad(one.id(), one.title(), one.employer(), one.places(), one.html(), one.text());
    }

    Stream<GeneratedPosting> stream(long count) {
        return LongStream.range(0, count).mapToObj(this::posting);
    }

    /// The posting at a place of the sequence.
    GeneratedPosting posting(long number) {
        var random = randomFor(number);
        if (number >= NEIGHBOURHOOD && random.nextDouble() < repeats) {
            var original = number - 1 - random.nextInt(NEIGHBOURHOOD - 1);
            return repeat(fresh(original), number, random);
        }
        return fresh(number);
    }

    private SplittableRandom randomFor(long number) {
        return new SplittableRandom(seed + number * GOLDEN);
    }

    /// The same role again: later, perhaps elsewhere, by an agency, or with its sections in another order.
    private GeneratedPosting repeat(GeneratedPosting of, long number, SplittableRandom random) {
        var sections = new ArrayList<>(of.sections());
        var employer = of.employer();
        var places = of.places();
        switch (random.nextInt(4)) {
            case 0 -> sections.addFirst(sections.removeLast());
            case 1 -> places = List.of(place(grammars.get(of.language()), of.language(), random));
            case 2 -> {
                employer = employer("agency", random);
                sections.removeFirst();
            }
            default -> {
                // relisted word for word
            }
        }
        var age = of.age().multipliedBy(random.nextInt(70) + 10).dividedBy(100);
        return new GeneratedPosting(
                number,
                of.number(),
                of.kind(),
                of.language(),
                of.industry(),
                of.title(),
                employer,
                places,
                of.workplace(),
                of.pay(),
                of.employment(),
                sections,
                age,
                of.closes(),
                of.asks());
    }

    private GeneratedPosting fresh(long number) {
        var random = new SplittableRandom(seed ^ (number + 1) * GOLDEN);
        var language = pick(random, "en", 78, "de", 12, "fr", 5, "es", 5);
        var grammar = grammars.get(language);
        var industry = INDUSTRIES.get(random.nextInt(INDUSTRIES.size()));
        var kind = kind(random, language);
        var words = new HashMap<String, String>();
        var employer = employer(industry, random);
        words.put("employer", employer);
        var place = place(grammar, language, random);
        words.put("city", place.split(",")[0]);
        words.put("area", grammar.one(grammar.has("area") ? "area" : "area." + industry, random, words));
        if (grammar.has("industry." + industry))
            words.put("industry", grammar.one("industry." + industry, random, words));
        words.put("project", grammar.one(grammar.has("project") ? "project" : "project." + industry, random, words));
        var title = grammar.one(titleRule(kind, random), random, words);
        words.put("title", title);
        var asks = new TreeSet<String>();
        var sections = new Composer(grammar, random, words, industry, kind, asks).sections();
        var age = Duration.ofMinutes((long)
                (Math.pow(random.nextDouble(), 1.6) * Duration.ofDays(182).toMinutes()));
        return new GeneratedPosting(
                number,
                number,
                kind,
                language,
                industry,
                title,
                employer,
                places(place, grammar, language, random),
                workplace(random),
                pay(kind, language, place, random),
                employment(random),
                sections,
                age,
                closes(age, random),
                Set.copyOf(asks));
    }

    private static Kind kind(SplittableRandom random, String language) {
        // Off-topic postings are written in English only.
        if (language.equals("en") && random.nextDouble() < 0.16) return Kind.OFF_TOPIC;
        return random.nextDouble() < 0.4 ? Kind.TECHNICAL : Kind.GENERAL;
    }

    /// A fifth of the titles says the opposite of the body, as in life.
    private static String titleRule(Kind kind, SplittableRandom random) {
        if (kind == Kind.OFF_TOPIC) return "off.title";
        var technical = (kind == Kind.TECHNICAL) == random.nextDouble() < 0.8;
        return technical && random.nextDouble() < 0.6 ? "title.pm.technical" : "title.pm";
    }

    private String employer(String industry, SplittableRandom random) {
        var english = grammars.get("en");
        return english.one("employer.first", random, Map.of()) + " "
                + english.one("employer.second." + industry, random, Map.of());
    }

    private static String place(Grammar grammar, String language, SplittableRandom random) {
        var countries = grammar.under("place.");
        // A third of the English ads are American.
        var rule = language.equals("en") && random.nextInt(3) == 0
                ? "place.us"
                : countries.get(random.nextInt(countries.size()));
        return grammar.one(rule, random, Map.of());
    }

    private static List<String> places(String first, Grammar grammar, String language, SplittableRandom random) {
        var places = new ArrayList<>(List.of(first));
        while (random.nextInt(8) == 0 && places.size() < 5) {
            var more = place(grammar, language, random);
            if (!places.contains(more)) places.add(more);
        }
        return places;
    }

    private static Workplace workplace(SplittableRandom random) {
        return Workplace.valueOf(pick(random, "ONSITE", 50, "HYBRID", 30, "REMOTE", 20));
    }

    private static Optional<Pay> pay(Kind kind, String language, String place, SplittableRandom random) {
        if (random.nextInt(5) < 2) return Optional.empty();
        var currency = place.endsWith("UK") || place.endsWith("United Kingdom")
                ? "GBP"
                : language.equals("en") ? "USD" : "EUR";
        int min = (int) Math.round((kind == Kind.TECHNICAL ? 62 : 52) * Math.exp(random.nextGaussian() * 0.22)) * 1000;
        int max = min + random.nextInt(4, 30) * 1000;
        if (random.nextInt(12) == 0) return Optional.of(new Pay(min / 2000, max / 2000, currency, "hour"));
        return Optional.of(new Pay(min, max, currency, "year"));
    }

    private static String employment(SplittableRandom random) {
        return pick(random, "FULL_TIME", 80, "CONTRACT", 12, "PART_TIME", 8);
    }

    private static Optional<Duration> closes(Duration age, SplittableRandom random) {
        if (random.nextInt(3) > 0) return Optional.empty();
        return Optional.of(Duration.ofDays(random.nextInt(14, 120)).minus(age));
    }

    private static String pick(SplittableRandom random, Object... choices) {
        int sum = 0;
        for (int i = 1; i < choices.length; i += 2) sum += (int) choices[i];
        int at = random.nextInt(sum);
        for (int i = 0; ; i += 2) {
            at -= (int) choices[i + 1];
            if (at < 0) return (String) choices[i];
        }
    }
}
