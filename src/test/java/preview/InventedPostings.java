package preview;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
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

/// Sixty postings of invented employers, varied in all that a page must bear. A clause that counts is written
/// `{S|must|infrastructure|Kubernetes|the words themselves}`.
public final class InventedPostings {

    private static final Pattern CLAUSE =
            Pattern.compile("\\{([SMW])\\|(must|preferred)\\|([a-z-]+)\\|([^|]*)\\|([^}]*)}");

    private record Sketch(String title, Family family, String body) {}

    private static final List<Sketch> SKETCHES = List.of(
            new Sketch("Senior Technical Project Manager, Payments", Family.PROJECT, """
                    About Northwind Labs
                    We build the rails on which small shops get paid. Our engineers run everything on Kubernetes.

                    What you will do
                    - Own scope, schedule and budget of two payment programmes from kick-off to hand-over
                    - Keep the risk log honest and report to the steering group every second week
                    - {S|must|software|architecture review|Review interface designs with the architects and sign off technical specifications}

                    What we ask for
                    - {S|must|infrastructure|Kubernetes|Hands-on experience with Kubernetes and at least one public cloud}
                    - {S|must|software|computer science degree|Degree in computer science or several years as a developer}
                    - {M|preferred|data-ai|SQL|Good knowledge of SQL is a plus}
                    - {W|must|software|SDLC|You know how software is delivered}
                    - Clear writing in English

                    What we offer
                    Thirty days of holiday, a budget for learning, and colleagues who read your plans."""),
            new Sketch("Project Manager, Store Openings", Family.PROJECT, """
                    You open stores. From the signed lease to the first customer you keep plan, budget and people together.

                    Your tasks:
                    • Plan each opening, with milestones for design, permits, fit-out and hiring
                    • Keep costs within budget and report weekly
                    • Steer contractors and settle conflicts early

                    Your profile:
                    • Five years of project management in retail or hospitality
                    • PMP or PRINCE2
                    • Fluent in English and one Nordic language"""),
            new Sketch("Programme Manager ERP Roll-out", Family.PROGRAM, """
                    Lead our move to one ERP in nine countries.

                    Responsibilities
                    - Plan waves, budget and cut-over
                    - {S|must|enterprise-apps|cut-over design|Design data migration and cut-over with the workstreams}
                    - Chair the steering committee

                    Requirements
                    - {S|must|enterprise-apps|SAP FI/CO|Knowledge of SAP FI/CO configuration}
                    - {M|must|enterprise-apps|ERP implementation|Has led at least two ERP implementations}
                    - {M|preferred|data-ai|reporting|Experience building reports in a BI tool}"""),
            new Sketch("Infrastructure Delivery Manager", Family.DELIVERY, """
                    Data centres move under your hands, on time and without an outage.

                    - Responsible for schedule, dependencies and risks of the migration portfolio
                    - {S|must|infrastructure|networking|Strong knowledge of servers, storage and networks}
                    - {S|must|infrastructure|Terraform|Has written Terraform in production for three years or more}
                    - {S|must|security|network security|Understands segmentation, firewalls and identity}
                    - {M|preferred|infrastructure|cloud certificate|Cloud architect certificate preferred}
                    - {M|preferred|software|scripting|Python or shell scripting is an advantage}"""),
            new Sketch("Scrum Master und Projektleitung (m/w/d)", Family.SCRUM_MASTER, """
                    Ihre Aufgaben
                    - Sie verantworten Releaseplan, Budget und Risiken zweier Teams
                    - Sie moderieren die Termine und berichten an die Leitung

                    Ihr Profil
                    - {M|must|software|Softwareentwicklung|Grundkenntnisse in der Softwareentwicklung}
                    - {W|preferred|software|DevOps|Interesse an DevOps}
                    - Deutsch verhandlungssicher"""),
            new Sketch("PMO Lead", Family.PMO, """
                    You build the office that keeps forty projects comparable.

                    - Portfolio plan, stage gates and reporting to the board
                    - Budget control and resource forecasts
                    - {W|must|other|technical aptitude|You learn new systems quickly}"""),
            new Sketch("Project Coordinator, Clinical Studies", Family.COORDINATOR, """
                    You keep study plans, site contracts and the risk log up to date, and prepare every steering meeting.

                    - Degree in life sciences
                    - Knows good clinical practice
                    - Careful with deadlines"""),
            new Sketch("Civil Engineering Project Manager", Family.PROJECT, """
                    Bridges, mostly. You run the project from tender to acceptance.

                    - Schedule, cost, claims and reporting to the client
                    - {S|must|engineering|civil engineering degree|Degree in civil engineering}
                    - {M|preferred|engineering|professional engineer|Licence as professional engineer is an asset}
                    - {M|must|engineering|drawings|Reads drawings and bills of quantities}"""));

    private static final List<String> EMPLOYERS = List.of(
            "Northwind Labs",
            "Fjordbank",
            "Волга Транзит",
            "Helio Grid",
            "Castell & Söhne",
            "Ōmori Rail",
            "Studio Verde Arquitectura",
            "Brightwater Health Trust of the Three Counties and Islands",
            "Kestrel",
            "شركة النور");
    private static final List<Place> PLACES = List.of(
            new Place("Berlin", "Berlin", null, "DE"),
            new Place("Oslo", "Oslo", null, "NO"),
            new Place("Казань", "Казань", null, "RU"),
            new Place("Austin, TX", "Austin", "TX", "US"),
            new Place("London", "London", null, "GB"),
            new Place("Ōsaka", "Ōsaka", null, "JP"),
            new Place("Toronto, ON", "Toronto", "ON", "CA"));
    private static final List<String> FEEDS =
            List.of("northwind", "fjordbank", "volga", "remote-circle", "sample-board");

    private InventedPostings() {}

    public static List<Posting> all() {
        var all = new ArrayList<Posting>();
        for (int i = 0; i < 58; i++) all.add(one(i + 1, SKETCHES.get(i % SKETCHES.size()), i));
        all.add(one(
                59,
                new Sketch(
                        "Technical "
                                + "Project and Programme Manager for the Modernisation, "
                                        .repeat(4)
                                        .strip(),
                        Family.PROGRAM,
                        SKETCHES.get(3).body()),
                2));
        all.add(one(
                60,
                new Sketch(
                        "Projekt" + "management".repeat(18),
                        Family.PROJECT,
                        "- Planung und Budget\n- " + "unteilbar".repeat(60)
                                + "\n- <script>alert('text')</script> & <b>bold</b>"),
                4));
        return all;
    }

    private static Posting one(long id, Sketch sketch, int i) {
        var evidence = new ArrayList<Evidence>();
        var text = read(sketch.body(), evidence);
        var seen = PreviewApplication.NOW.minus(Duration.ofMinutes(37L + (long) i * i * 41));
        var place = PLACES.get(i % PLACES.size());
        var other = PLACES.get((i + 3) % PLACES.size());
        return new Posting(
                new PostingId(id),
                sketch.title(),
                i % 17 == 9 ? null : EMPLOYERS.get(i % EMPLOYERS.size()),
                i % 4 == 1 ? List.of(place, other) : List.of(place),
                Remote.values()[i % 4],
                i % 5 == 0 ? List.of("EU", "UK") : List.of(),
                i % 5 == 0 ? Set.of("EU", "GB") : Set.of(),
                pay(i),
                Set.of(i % 6 == 2 ? EmploymentType.CONTRACT : EmploymentType.FULL_TIME),
                i % 3 == 1 ? Seniority.SENIOR : null,
                i % 3 == 0 ? "Delivery" : null,
                i % 7 == 0 ? "R-" + (1000 + i) : null,
                "https://jobs.example.org/" + id,
                null,
                text,
                null,
                i % 7 == 2 ? List.of("A field says remote; the text says on site.") : List.of(),
                classification(sketch, evidence, i),
                new Posting.Life(
                        seen,
                        PreviewApplication.NOW.minusSeconds(240),
                        seen.minusSeconds(7200),
                        "two hours ago",
                        null,
                        null,
                        i == 13 ? PreviewApplication.NOW : null,
                        i == 13 ? "Two complete readings no longer named it." : null),
                sightings(id, i, seen),
                i % 3 == 1,
                id);
    }

    private static List<Sighting> sightings(long id, int i, Instant seen) {
        var sightings = new ArrayList<Sighting>();
        for (int n = 0; n <= i % 3; n++) {
            sightings.add(new Sighting(
                    FEEDS.get((i + n) % FEEDS.size()),
                    "x" + id,
                    "https://jobs.example.org/" + id + "/" + n,
                    seen,
                    PreviewApplication.NOW.minusSeconds(240),
                    null));
        }
        return sightings;
    }

    private static @Nullable Pay pay(int i) {
        return switch (i % 5) {
            case 0 -> pay(95_000, 115_000, "EUR", Pay.Period.YEAR);
            case 1 -> pay(62, 74, "USD", Pay.Period.HOUR);
            case 2 -> pay(6200, 6200, "GBP", Pay.Period.MONTH);
            default -> null;
        };
    }

    private static Pay pay(long min, long max, String currency, Pay.Period period) {
        return new Pay(BigDecimal.valueOf(min), BigDecimal.valueOf(max), currency, period, true, null);
    }

    private static Classification classification(Sketch sketch, List<Evidence> evidence, int i) {
        int expert = sketch.body().contains("three years or more") ? 10 : 0;
        int score = Math.min(100, evidence.stream().mapToInt(Evidence::points).sum() + expert);
        var domains = new LinkedHashSet<Domain>();
        evidence.stream().filter(unit -> unit.points() > 2).forEach(unit -> domains.addAll(unit.domains()));
        var facts = new Facts(
                new Facts.Years(5, null, null, Evidence.Necessity.MUST),
                List.of(),
                List.of(new Facts.Degree(
                        Facts.Level.BACHELOR, List.of("computer science"), true, true, Evidence.Necessity.PREFERRED)),
                List.of(new Facts.Certificate("PMP", true, Evidence.Necessity.MUST)),
                null,
                List.of("en", "de"),
                20);
        var flags = score >= 16 && score <= 34 ? Set.of(Flag.BORDERLINE) : Set.<Flag>of();
        return new Classification(
                sketch.family(),
                score >= 25 ? Label.TECHNICAL : Label.GENERAL,
                score,
                0.94,
                List.copyOf(domains),
                evidence,
                expert,
                i % 2 == 0 ? facts : Facts.NONE,
                flags,
                sketch.title().contains("m/w/d") ? "de" : "en",
                "preview");
    }

    private static String read(String body, List<Evidence> evidence) {
        var text = new StringBuilder();
        var clause = CLAUSE.matcher(body);
        int at = 0;
        int strong = 0;
        while (clause.find()) {
            text.append(body, at, clause.start());
            var strength = Evidence.Strength.valueOf(clause.group(1));
            int points = switch (strength) {
                case S -> strong == 0 ? 25 : strong == 1 ? 15 : 10;
                case M -> 9;
                case W -> 2;
            };
            if (strength == Evidence.Strength.S) strong++;
            evidence.add(new Evidence(
                    clause.group(5),
                    text.length(),
                    text.length() + clause.group(5).length(),
                    Evidence.Type.E3,
                    strength,
                    clause.group(2).equals("must") ? Evidence.Necessity.MUST : Evidence.Necessity.PREFERRED,
                    List.of(Domain.ofTag(clause.group(3))),
                    clause.group(4),
                    points));
            text.append(clause.group(5));
            at = clause.end();
        }
        return text.append(body, at, body.length()).toString();
    }
}
