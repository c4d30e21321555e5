package pmradar.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pmradar.classify.Domain;
import pmradar.classify.Facts;
import pmradar.classify.Family;
import pmradar.classify.Flag;
import pmradar.posting.EmploymentType;
import pmradar.posting.Pay;
import pmradar.posting.Posting;
import pmradar.posting.PostingId;
import pmradar.posting.Remote;
import pmradar.posting.Seniority;
import pmradar.search.Criteria;
import pmradar.search.Facet;
import pmradar.search.Results.FacetCount;
import pmradar.search.Synonyms;

/// Criteria find a posting exactly when they match it: the index and a plain scan give the same answers.
/// `-Dpmradar.postings=100000` looks at more of them, `-Dpmradar.seed=…` at others.
class SearchEqualsScanTest {

    private static final int POSTINGS = Integer.getInteger("pmradar.postings", 10_000);
    private static final int CRITERIA = 2_000;
    private static final long SEED = Long.getLong("pmradar.seed", 20261120);

    private static final String[] WORDS = """
            project projects program manage managed manager managing plan planned planning plans deliver delivery
            budget risk risks stakeholder stakeholders report reporting schedule team teams engineer engineers
            engineering software hardware cloud Kubernetes SQL Java JavaScript C C++ C# .NET Node.js CI/CD R&D API APIs
            Security+ network networks data migration migrated migrating server servers the a and of in with you
            Projekt Projekte Projektleiter planen Planung für Qualität Straße equipo equipos gestión proyecto proyectos
            chef projets équipe équipes café naïve 项目 经理 8 10 50+ years year agile scrum master e-mail full-time
            """.strip().split("\\s+");
    private static final String[] SKILLS = {"Kubernetes", "SQL", "Java", "JavaScript", "Google Cloud", "C++", "CI/CD"};
    private static final String[] CITIES = {"Berlin", "Zürich", "New York", "Paris", "São Paulo", "Oslo"};
    private static final String[] COUNTRIES = {"DE", "CH", "US", "FR", "BR", "NO"};
    private static final String[] COMPANIES = {
        "Nordlicht GmbH", "Nordlicht AG", "Acme", "Café Zentral", "Tidewater Inc."
    };
    private static final String[] LANGUAGES = {"en", "en", "en", "de", "fr", "es", "und", "nl"};

    private final Random random = new Random(SEED);

    @TempDir
    Path folder;

    @Test
    void givesTheAnswersOfAPlainScan() {
        var postings = new ArrayList<Posting>();
        for (int id = 1; id <= POSTINGS; id++) postings.add(posting(id));
        var scan = new PlainScan(postings, Ads.NOW);
        long found = 0;
        try (var index = new TestIndex(folder, Synonyms.NONE, List.of())) {
            for (int part = 0; part < 4; part++) {
                index.index.put(postings.subList(POSTINGS * part / 4, POSTINGS * (part + 1) / 4));
                index.index.refresh();
            }
            index.index.put(postings.subList(0, 40));
            index.index.refresh();
            for (int i = 0; i < CRITERIA; i++) found += same(index, scan, criteria());
        }
        System.out.printf("%,d criteria over %,d postings, %,d found; seed %d%n", CRITERIA, POSTINGS, found, SEED);
        assertThat(found).isGreaterThan(CRITERIA);
    }

    /// Hidden postings are found by those who count as open ones are by those who search. By feed they are found by all
    /// that ever showed them, so that feeds are left out here.
    @Test
    void namesHiddenPostingsWithTheSameMeaning() {
        var postings = new ArrayList<Posting>();
        for (int id = 1; id <= 2_000; id++) postings.add(posting(id));
        var hidden = postings.stream()
                .map(posting -> posting.id().value() % 2 == 0 ? hidden(posting) : posting)
                .toList();
        long found = 0;
        try (var shown = new TestIndex(folder.resolve("shown"), Synonyms.NONE, postings);
                var half = new TestIndex(folder.resolve("half"), Synonyms.NONE, hidden)) {
            for (int i = 0; i < 500; i++) {
                var criteria = criteria();
                if (criteria.toString().toLowerCase(Locale.ROOT).contains("feed")) continue;
                var all = shown.selection.select(criteria);
                var open = Arrays.stream(all)
                        .filter(id -> postings.get((int) id - 1).open())
                        .count();
                assertThat(open)
                        .as(criteria.toString())
                        .isEqualTo(shown.search(criteria, 0, null).total());
                assertThat(half.selection.select(criteria))
                        .as(criteria.toString())
                        .isEqualTo(all);
                found += all.length;
            }
        }
        assertThat(found).isGreaterThan(500);
    }

    private static Posting hidden(Posting posting) {
        return new Posting(
                posting.id(),
                posting.title(),
                posting.company(),
                posting.places(),
                posting.remote(),
                posting.eligible(),
                posting.workFrom(),
                posting.pay(),
                posting.employment(),
                posting.seniority(),
                posting.department(),
                posting.requisition(),
                posting.url(),
                posting.applyUrl(),
                posting.text(),
                posting.html(),
                posting.contradictions(),
                posting.classification(),
                posting.life(),
                posting.sightings(),
                posting.sample(),
                posting.version(),
                posting.corrections(),
                7L);
    }

    private static long same(TestIndex index, PlainScan scan, Criteria criteria) {
        var expected = scan.answer(criteria);
        var actual = index.search(criteria, 30, null);
        assertThat(actual.total()).as(criteria.toString()).isEqualTo(expected.total());
        assertThat(actual.hits().stream().map(hit -> hit.id().value()).toList())
                .as(criteria.toString())
                .isEqualTo(expected.newest());
        assertThat(sorted(actual.facets())).as(criteria.toString()).isEqualTo(expected.facets());
        return actual.total();
    }

    private static Map<Facet, List<FacetCount>> sorted(Map<Facet, List<FacetCount>> facets) {
        var sorted = new EnumMap<Facet, List<FacetCount>>(Facet.class);
        facets.forEach((facet, counts) -> sorted.put(
                facet,
                counts.stream().sorted(Comparator.comparing(FacetCount::value)).toList()));
        return sorted;
    }

    private Posting posting(long id) {
        var ad = Ads.ad(id)
                .title(words(2, 5))
                .text(words(5, 40))
                .company(chance(10) ? null : one(COMPANIES))
                .remote(one(Remote.values()))
                .family(one(Family.values()))
                .score(random.nextInt(3) == 0 ? 0 : random.nextInt(101))
                .language(one(LANGUAGES))
                .employment(one(EmploymentType.values()))
                .seen(Duration.ofMinutes(random.nextInt(200 * 24 * 60)));
        if (chance(3)) ad.seen(Duration.ofDays(random.nextInt(100)));
        for (int i = random.nextInt(3); i > 0; i--) place(ad);
        for (int i = random.nextInt(4); i > 0; i--) ad.requires(one(SKILLS));
        for (int i = random.nextInt(3); i > 0; i--) ad.prefers(one(SKILLS));
        if (chance(3)) ad.sureness(0.5 + random.nextInt(50) / 100.0);
        if (chance(5)) ad.flags(one(Flag.values()));
        if (chance(2)) pay(ad);
        if (chance(2)) ad.years(random.nextInt(15));
        if (chance(4)) ad.certificate(one("PMP", "PRINCE2", "AWS Solutions Architect"));
        if (chance(4)) ad.degree(one(Facts.Level.values()), "computer science");
        if (chance(3)) ad.workFrom(one("DE", "US", "EU"), one("EMEA", "UTC+1"));
        if (chance(2)) ad.seniority(one(Seniority.values()));
        if (chance(2)) ad.domains(one(Domain.values()));
        ad.feed(one("acme", "jobs", "board-7"), true).feed(one("old", "older"), chance(2));
        return chance(50) ? ad.closed().posting() : ad.posting();
    }

    private void place(Ads ad) {
        int city = random.nextInt(CITIES.length);
        ad.place(chance(5) ? null : CITIES[city], "Region " + city, chance(5) ? null : COUNTRIES[city]);
    }

    private void pay(Ads ad) {
        int low = 10 + random.nextInt(120);
        var period = one(Pay.Period.values());
        Integer min = chance(5) ? null : low * 1000 / period.perYear();
        Integer max = min != null && chance(3) ? null : (low + random.nextInt(40)) * 1000 / period.perYear();
        ad.pay(min, max, one("EUR", "USD", "INR"), period);
    }

    private Criteria criteria() {
        var conditions = new ArrayList<Criteria.Condition>();
        for (int i = random.nextInt(4); i > 0; i--) conditions.add(condition());
        return new Criteria(chance(5) ? "" : query(2), conditions, Criteria.Sort.NEWEST, without());
    }

    private Criteria.Condition condition() {
        var facet = one(Facet.values());
        var value = switch (facet) {
            case LABEL -> one("technical", "general");
            case DOMAIN -> one(Domain.values()).tag();
            case BAND -> one("0", "1-24", "25-49", "50-74", "75-100");
            case FAMILY -> one("project", "scrum-master", "pmo");
            case REMOTE -> one("remote", "hybrid", "on-site", "unknown");
            case FROM -> one("DE", "EU", "UTC+1", "EMEA");
            case COUNTRY -> one(COUNTRIES);
            case PLACE -> one(CITIES);
            case PAY -> one("none", "60-80k EUR", "100-130k USD");
            case COMPANY -> one(COMPANIES);
            case REQUIRES, PREFERS -> one(SKILLS);
            case CERTIFICATE -> one("PMP", "PRINCE2", "unheard of");
            case YEARS -> one("0-2", "3-5", "6-9", "10+", "none");
            case EMPLOYMENT -> one("full-time", "contract");
            case SENIORITY -> one("senior", "lead", "intern");
            case LANGUAGE -> one("en", "de", "xx");
            case FEED -> one("acme", "old");
            case AGE -> one("1d", "7d", "90d", "older");
        };
        return new Criteria.Condition(facet, value, chance(3));
    }

    private Set<PostingId> without() {
        if (!chance(3)) return Set.of();
        return IntStream.range(0, random.nextInt(200))
                .mapToObj(_ -> new PostingId(1 + random.nextInt(POSTINGS + 100)))
                .collect(Collectors.toSet());
    }

    private String query(int depth) {
        var parts = new ArrayList<String>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) parts.add((chance(6) ? "-" : "") + part(depth));
        return String.join(one(" ", " ", " AND ", " OR "), parts);
    }

    private String part(int depth) {
        return switch (random.nextInt(depth > 0 ? 12 : 10)) {
            case 0 -> "\"" + words(1, 3) + "\"";
            case 1 -> one("pr", "eng", "jav", "ma", "equ") + "*";
            case 2 -> "title:" + one("", "", "\"") + one(WORDS);
            case 3 -> one("requires:", "prefers:", "skill:") + one("java", "\"google cloud\"", "c++", "cloud", "kub*");
            case 4 ->
                one("place:", "company:") + one("berlin", "zurich", "germany", "nordlicht", "\"nordlicht ag\"", "us");
            case 5 ->
                one("years:<=5", "years:>3", "score:>=50", "score:<25", "score:25..74", "sure:<0.7", "is:borderline");
            case 6 -> one("pay:>=90000EUR", "pay:<40k", "pay:50k-60k", "pay:>100kusd", "cert:pmp", "degree:master");
            case 7 -> one("posted:<7d", "posted:>30d", "posted:>=2026-10-01", "posted:<2w", "posted:<=36h");
            case 8 ->
                one(
                        "label:technical",
                        "remote:yes",
                        "from:germany",
                        "from:eu",
                        "seniority:senior",
                        "level:lead",
                        "from:utc+1",
                        "country:de",
                        "feed:acme",
                        "language:de",
                        "domain:security");
            case 10 -> "(" + query(depth - 1) + ")";
            case 11 -> "NOT (" + query(depth - 1) + ")";
            default -> one(WORDS);
        };
    }

    private String words(int least, int most) {
        var words = new ArrayList<String>();
        for (int i = least + random.nextInt(most - least + 1); i > 0; i--) words.add(one(WORDS));
        return String.join(one(" ", " ", ", ", ". "), words);
    }

    private boolean chance(int in) {
        return random.nextInt(in) == 0;
    }

    @SafeVarargs
    private <T> T one(T... of) {
        return of[random.nextInt(of.length)];
    }
}
