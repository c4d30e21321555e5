package pmradar.sample;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import pmradar.classify.Classification;
import pmradar.classify.Domain;
import pmradar.classify.Evidence;
import pmradar.classify.Facts;
import pmradar.classify.Family;
import pmradar.classify.Label;
import pmradar.posting.EmploymentType;
import pmradar.posting.Pay;
import pmradar.posting.Place;
import pmradar.posting.Posting;
import pmradar.posting.PostingId;
import pmradar.posting.Remote;
import pmradar.posting.Seniority;
import pmradar.posting.Sighting;

/// Generated postings as the store would hand them out, with made-up judgements: for benchmarks of what reads the
/// store.
public final class BenchmarkPostings {

    private static final List<String> SKILLS = List.of(
            "Kubernetes",
            "SQL",
            "Java",
            "Python",
            "AWS",
            "Azure",
            "SAP S/4HANA",
            "CI/CD",
            "REST API",
            "Networking",
            "Terraform",
            "Docker",
            "Kafka",
            "Salesforce",
            "ServiceNow",
            "Power BI",
            "Linux",
            "Cyber security",
            "PLC",
            "CAD");
    private static final List<String> COUNTRIES = List.of("US", "DE", "GB", "FR", "ES", "IN", "CH", "AT", "NL", "CA");

    private final PostingGenerator generator = PostingGenerator.forBenchmarks();
    private final Instant now;

    public BenchmarkPostings(Instant now) {
        this.now = now;
    }

    public Posting posting(long number) {
        var made = generator.posting(number);
        var random = new SplittableRandom(number * 31 + 7);
        var seen = now.minus(made.age());
        var sighting = new Sighting("feed-" + random.nextInt(40), made.id(), null, seen, now, null);
        var places = made.places().stream()
                .map(raw -> new Place(raw, raw.split(",")[0], null, COUNTRIES.get(random.nextInt(COUNTRIES.size()))))
                .toList();
        return new Posting(
                new PostingId(number + 1),
                made.title(),
                made.employer(),
                places,
                Remote.values()[random.nextInt(4)],
                List.of(),
                workFrom(random),
                pay(made),
                Set.of(EmploymentType.valueOf(made.employment())),
                random.nextInt(3) == 0 ? null : Seniority.values()[random.nextInt(7)],
                null,
                null,
                null,
                null,
                made.text(),
                null,
                List.of(),
                judged(made, random),
                new Posting.Life(seen, now, null, null, null, null, null, null),
                List.of(sighting),
                false,
                number + 1);
    }

    private static Set<String> workFrom(SplittableRandom random) {
        return switch (random.nextInt(6)) {
            case 0 -> Set.of("EU", "GB");
            case 1 -> Set.of(COUNTRIES.get(random.nextInt(COUNTRIES.size())));
            default -> Set.of();
        };
    }

    private static @Nullable Pay pay(GeneratedPosting made) {
        return made.pay()
                .map(pay -> new Pay(
                        BigDecimal.valueOf(pay.min()),
                        BigDecimal.valueOf(pay.max()),
                        pay.currency(),
                        Pay.Period.valueOf(pay.period().toUpperCase(Locale.ROOT)),
                        true,
                        null))
                .orElse(null);
    }

    private static Classification judged(GeneratedPosting made, SplittableRandom random) {
        boolean technical = made.kind() == GeneratedPosting.Kind.TECHNICAL;
        var evidence = new ArrayList<Evidence>();
        for (int i = technical ? 2 + random.nextInt(5) : random.nextInt(2); i > 0; i--)
            evidence.add(new Evidence(
                    "",
                    0,
                    0,
                    Evidence.Type.E3,
                    Evidence.Strength.S,
                    Evidence.Necessity.values()[random.nextInt(2)],
                    List.of(),
                    SKILLS.get((int) (SKILLS.size() * Math.pow(random.nextDouble(), 2))),
                    10));
        var years = random.nextInt(3) == 0
                ? null
                : new Facts.Years(random.nextInt(12), null, null, Evidence.Necessity.MUST);
        var certificates = random.nextInt(3) == 0
                ? List.of(new Facts.Certificate("PMP", true, Evidence.Necessity.MUST))
                : List.<Facts.Certificate>of();
        int score = technical ? 25 + random.nextInt(76) : random.nextInt(25);
        return new Classification(
                Family.values()[random.nextInt(Family.values().length)],
                score >= 25 ? Label.TECHNICAL : Label.GENERAL,
                score,
                0.9,
                made.asks().stream().map(Domain::ofTag).toList(),
                evidence,
                0,
                new Facts(years, List.of(), List.of(), certificates, null, List.of(), null),
                Set.of(),
                made.language(),
                "benchmark");
    }
}
