package pmradar.search.lucene;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pmradar.classify.Classification;
import pmradar.classify.Domain;
import pmradar.classify.Evidence;
import pmradar.classify.Facts;
import pmradar.classify.Family;
import pmradar.classify.Flag;
import pmradar.classify.Label;
import pmradar.posting.EmploymentType;
import pmradar.posting.Pay;
import pmradar.posting.Place;
import pmradar.posting.Posting;
import pmradar.posting.PostingId;
import pmradar.posting.Remote;
import pmradar.posting.Seniority;
import pmradar.posting.Sighting;

/// Writes postings for tests: says what matters, leaves the rest plain.
public final class Ads {

    public static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private final long id;
    private String title = "Project Manager";
    private @Nullable String company = "Invented Works";
    private String text = "Plan and deliver.";
    private final List<Place> places = new ArrayList<>();
    private Remote remote = Remote.UNKNOWN;
    private @Nullable Pay pay;
    private Set<EmploymentType> employment = Set.of();
    private int score;
    private double sureness = 0.9;
    private Set<Flag> flags = Set.of();
    private Family family = Family.PROJECT;
    private List<Domain> domains = List.of();
    private final List<Evidence> evidence = new ArrayList<>();
    private Facts.@Nullable Years years;
    private final List<Facts.Degree> degrees = new ArrayList<>();
    private final List<Facts.Certificate> certificates = new ArrayList<>();
    private String language = "en";
    private Instant seen = NOW.minus(Duration.ofDays(10));
    private @Nullable Instant closed;
    private final List<Sighting> sightings = new ArrayList<>();
    private List<String> eligible = List.of();
    private Set<String> workFrom = Set.of();
    private @Nullable Seniority seniority;
    private long version;
    private @Nullable Long blockedBy;

    private Ads(long id) {
        this.id = id;
        version = id;
    }

    public static Ads ad(long id) {
        return new Ads(id);
    }

    public Ads title(String title) {
        this.title = title;
        return this;
    }

    public Ads company(@Nullable String company) {
        this.company = company;
        return this;
    }

    public Ads text(String text) {
        this.text = text;
        return this;
    }

    public Ads place(@Nullable String city, @Nullable String region, @Nullable String country) {
        places.add(new Place(city == null ? "Somewhere" : city, city, region, country));
        return this;
    }

    public Ads eligible(String... from) {
        eligible = List.of(from);
        return this;
    }

    public Ads workFrom(String... codes) {
        workFrom = Set.of(codes);
        return this;
    }

    public Ads seniority(@Nullable Seniority seniority) {
        this.seniority = seniority;
        return this;
    }

    public Ads remote(Remote remote) {
        this.remote = remote;
        return this;
    }

    public Ads pay(@Nullable Integer min, @Nullable Integer max, String currency, Pay.Period period) {
        pay = new Pay(decimal(min), decimal(max), currency, period, true, null);
        return this;
    }

    public Ads employment(EmploymentType... types) {
        employment = Set.of(types);
        return this;
    }

    public Ads score(int score) {
        this.score = score;
        return this;
    }

    public Ads sureness(double sureness) {
        this.sureness = sureness;
        return this;
    }

    public Ads flags(Flag... flags) {
        this.flags = Set.of(flags);
        return this;
    }

    public Ads family(Family family) {
        this.family = family;
        return this;
    }

    public Ads domains(Domain... domains) {
        this.domains = List.of(domains);
        return this;
    }

    public Ads requires(String name) {
        return evidence(name, Evidence.Necessity.MUST);
    }

    public Ads prefers(String name) {
        return evidence(name, Evidence.Necessity.PREFERRED);
    }

    private Ads evidence(String name, Evidence.Necessity necessity) {
        evidence.add(new Evidence(
                "experience with " + name + " or Perl",
                0,
                0,
                Evidence.Type.E3,
                Evidence.Strength.M,
                necessity,
                List.of(Domain.SOFTWARE),
                name,
                9));
        return this;
    }

    public Ads years(int min) {
        years = new Facts.Years(min, null, null, Evidence.Necessity.MUST);
        return this;
    }

    public Ads degree(Facts.Level level, String... fields) {
        degrees.add(new Facts.Degree(level, List.of(fields), fields.length > 0, false, Evidence.Necessity.MUST));
        return this;
    }

    public Ads certificate(String name) {
        certificates.add(new Facts.Certificate(name, true, Evidence.Necessity.MUST));
        return this;
    }

    public Ads language(String language) {
        this.language = language;
        return this;
    }

    public Ads seen(Duration ago) {
        seen = NOW.minus(ago);
        return this;
    }

    public Ads closed() {
        closed = NOW;
        return this;
    }

    public Ads feed(String feed, boolean still) {
        sightings.add(new Sighting(feed, feed + id, null, seen, NOW, still ? null : NOW));
        return this;
    }

    /// @param rule of the block list that hides it
    public Ads blocked(long rule) {
        blockedBy = rule;
        return this;
    }

    public Ads version(long version) {
        this.version = version;
        return this;
    }

    public Posting posting() {
        var one = unblocked();
        if (blockedBy == null) return one;
        return new Posting(
                one.id(),
                one.title(),
                one.company(),
                one.places(),
                one.remote(),
                one.eligible(),
                one.workFrom(),
                one.pay(),
                one.employment(),
                one.seniority(),
                one.department(),
                one.requisition(),
                one.url(),
                one.applyUrl(),
                one.text(),
                one.html(),
                one.contradictions(),
                one.classification(),
                one.life(),
                one.sightings(),
                one.sample(),
                one.version(),
                one.corrections(),
                blockedBy);
    }

    private Posting unblocked() {
        var facts = new Facts(years, List.of(), degrees, certificates, null, List.of(), null);
        var label = score >= 25 ? Label.TECHNICAL : Label.GENERAL;
        var judged = new Classification(
                family, label, score, sureness, domains, evidence, 0, facts, flags, language, "test");
        var life = new Posting.Life(seen, NOW, null, null, null, null, closed, closed == null ? null : "test");
        return new Posting(
                new PostingId(id),
                title,
                company,
                places,
                remote,
                eligible,
                workFrom,
                pay,
                employment,
                seniority,
                null,
                null,
                null,
                null,
                text,
                null,
                List.of(),
                judged,
                life,
                sightings,
                false,
                version);
    }

    private static @Nullable BigDecimal decimal(@Nullable Integer amount) {
        return amount == null ? null : BigDecimal.valueOf(amount);
    }
}
