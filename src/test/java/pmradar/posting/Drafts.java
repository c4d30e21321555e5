package pmradar.posting;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import pmradar.classify.Classification;
import pmradar.classify.Domain;
import pmradar.classify.Evidence;
import pmradar.classify.Facts;
import pmradar.classify.Family;
import pmradar.classify.Flag;
import pmradar.classify.Label;

/// Invented drafts and judgements.
public record Drafts(
        String externalId,
        String title,
        @Nullable String company,
        String city,
        String text,
        @Nullable String url,
        @Nullable String requisition,
        @Nullable Instant closesAt,
        boolean sample) {

    public static Drafts of(String externalId) {
        return new Drafts(
                externalId,
                "Project Manager " + externalId,
                "Northwind Rail GmbH",
                "Graz",
                text(externalId.hashCode()),
                "https://jobs.example.com/" + externalId,
                null,
                null,
                false);
    }

    /// A text of 120 words that another seed does not share.
    public static String text(int seed) {
        return "You know PostgreSQL well. "
                + IntStream.range(0, 120)
                        .mapToObj(i -> "w" + Integer.toString((seed * 31 + i * 7919) & 0xFFFFF, 36))
                        .collect(Collectors.joining(" "));
    }

    public Drafts title(String title) {
        return new Drafts(externalId, title, company, city, text, url, requisition, closesAt, sample);
    }

    public Drafts company(@Nullable String company) {
        return new Drafts(externalId, title, company, city, text, url, requisition, closesAt, sample);
    }

    public Drafts city(String city) {
        return new Drafts(externalId, title, company, city, text, url, requisition, closesAt, sample);
    }

    public Drafts text(String text) {
        return new Drafts(externalId, title, company, city, text, url, requisition, closesAt, sample);
    }

    public Drafts url(@Nullable String url) {
        return new Drafts(externalId, title, company, city, text, url, requisition, closesAt, sample);
    }

    public Drafts requisition(String requisition) {
        return new Drafts(externalId, title, company, city, text, url, requisition, closesAt, sample);
    }

    public Drafts closesAt(Instant closesAt) {
        return new Drafts(externalId, title, company, city, text, url, requisition, closesAt, sample);
    }

    public Drafts asSample() {
        return new Drafts(externalId, title, company, city, text, url, requisition, closesAt, true);
    }

    public Draft draft() {
        return new Draft(
                externalId,
                title,
                company,
                List.of(new Place(city + ", Austria", city, null, "AT")),
                Remote.HYBRID,
                List.of("EU"),
                Set.of("EU"),
                new Pay(new BigDecimal("60000.00"), null, "EUR", Pay.Period.YEAR, true, "from 60,000 EUR"),
                Set.of(EmploymentType.FULL_TIME, EmploymentType.CONTRACT),
                Seniority.SENIOR,
                "Projects",
                requisition,
                Instant.parse("2026-11-01T00:00:00Z"),
                "1 Nov 2026",
                closesAt,
                url,
                url,
                text,
                "<p>" + text + "</p>",
                List.of("A field says hybrid; the text says remote."),
                sample);
    }

    public Judged judged() {
        return new Judged(draft(), classification(text, "rules-1", Label.TECHNICAL));
    }

    public static Classification classification(String text, String rules, Label label) {
        var end = Math.min(text.length(), 24);
        var evidence = new Evidence(
                text.substring(0, end),
                0,
                end,
                Evidence.Type.E1,
                Evidence.Strength.S,
                Evidence.Necessity.MUST,
                List.of(Domain.DATA_AI, Domain.SOFTWARE),
                "PostgreSQL",
                25);
        return new Classification(
                Family.PROJECT,
                label,
                label == Label.TECHNICAL ? 35 : 0,
                0.9,
                List.of(Domain.DATA_AI),
                label == Label.TECHNICAL ? List.of(evidence) : List.of(),
                10,
                new Facts(
                        new Facts.Years(5, null, null, Evidence.Necessity.MUST),
                        List.of(),
                        List.of(new Facts.Degree(
                                Facts.Level.MASTER, List.of("IT"), true, false, Evidence.Necessity.PREFERRED)),
                        List.of(),
                        null,
                        List.of("en", "de"),
                        20),
                Set.of(Flag.BORDERLINE),
                "en",
                rules);
    }

    /// What the store is to read of it for counting.
    public static Outline outline(Posting one) {
        var judged = one.classification();
        return new Outline(
                one.id(),
                one.title(),
                one.company(),
                one.places(),
                one.remote(),
                one.pay(),
                judged.label(),
                judged.domains(),
                judged.facts(),
                judged.flags(),
                judged.rulesVersion(),
                judged.evidence().stream()
                        .filter(unit -> unit.requirement() != null)
                        .map(unit -> new Outline.Asked(unit.requirement(), unit.necessity()))
                        .toList(),
                one.life(),
                one.sightings().stream()
                        .map(seen -> new Outline.Seen(seen.feedId(), seen.firstSeen()))
                        .toList(),
                one.sample(),
                !one.corrections().isEmpty(),
                one.blockedBy() != null,
                one.version());
    }
}
