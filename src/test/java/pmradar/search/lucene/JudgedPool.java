package pmradar.search.lucene;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Several hundred invented postings of which it is known what they are about: for some the title tells, for some only
/// the text, others name the same words in passing. Queries are judged by what a posting is, not by its words.
///
/// The rule of the grades: 3 where the title tells that the posting is about what is sought, 2 where only the text
/// does,
/// 1 where it is named in passing. Where another role or level is sought, one less; where another town is, 0. Seen more
/// than sixty days ago: one less, but not nothing.
final class JudgedPool {

    /// What postings are about. @param subject as titles say it @param told what the text of such a posting says
    /// @param passing what a posting about something else may say
    record Theme(String subject, String told, String passing) {}

    record Made(Ads ad, int theme, boolean title, int passing, String role, String city, String level, int days) {}

    /// @param theme the place in [#THEMES], negative for any; the others null for any
    record Query(
            String text,
            int theme,
            @Nullable String role,
            @Nullable String city,
            @Nullable String level) {}

    static final List<Theme> THEMES = List.of(
            new Theme(
                    "Cloud Migration",
                    "You move two hundred applications into the cloud; migration waves, landing zones and cut-over are yours.",
                    "Our tools run in the cloud, as everybody's do."),
            new Theme(
                    "SAP Rollout",
                    "You lead the rollout of SAP S/4HANA to nine plants, from template to go-live.",
                    "Travel is booked in SAP."),
            new Theme(
                    "Cyber Security",
                    "You run the cyber security programme: firewalls, identity and the security operations team.",
                    "A security check is part of our hiring."),
            new Theme(
                    "Hospital Construction",
                    "You build a hospital: construction permits, contractors and hand-over of the wards.",
                    "Our office is beside the hospital, behind the construction site."),
            new Theme(
                    "Data Platform",
                    "You bring a data platform to life with lakehouse, pipelines and data owners.",
                    "Good data on your progress is welcome."),
            new Theme(
                    "Network Rollout",
                    "You roll out new network hardware: switches, routers and fibre in each branch.",
                    "We have a network of partners."),
            new Theme(
                    "ERP Implementation",
                    "You steer an ERP implementation with finance, procurement and production.",
                    "No knowledge of our ERP is needed."),
            new Theme(
                    "Clinical Trials",
                    "You plan clinical trials from protocol to the last patient, with sites and monitors.",
                    "Some of our customers run clinical trials."),
            new Theme(
                    "Wind Farm",
                    "You deliver a wind farm: turbines, foundations and the connection to the grid.",
                    "The wind is strong at our seaside office, once a farm."),
            new Theme(
                    "Rail Signalling",
                    "You renew rail signalling on three lines with interlockings and ETCS.",
                    "We pay the rail ticket."),
            new Theme(
                    "Payments",
                    "You launch payments in new markets: card schemes, acquirers and settlement.",
                    "Payments of your salary are on time."),
            new Theme(
                    "Salesforce CRM",
                    "You introduce Salesforce as the CRM of four thousand people in sales.",
                    "Leads are noted in Salesforce."),
            new Theme(
                    "Data Center Move",
                    "You relocate a data center, rack by rack, without a minute of downtime.",
                    "The data center is next door."),
            new Theme(
                    "Mobile App",
                    "You ship a mobile app each fortnight with designers and iOS and Android engineers.",
                    "Shifts are planned in a mobile app."),
            new Theme(
                    "Kubernetes Platform",
                    "You establish Kubernetes as the platform of all product teams, with GitOps and clusters.",
                    "Our website runs on Kubernetes."),
            new Theme(
                    "Machine Learning",
                    "You turn machine learning research into products: models, labels and monitoring.",
                    "Learning never ends with us; each machine is new."),
            new Theme(
                    "Warehouse Automation",
                    "You automate a warehouse with shuttles, conveyors and a new warehouse management system.",
                    "Our warehouse ships at night."),
            new Theme(
                    "Water Treatment",
                    "You build plants for water treatment, from tender to commissioning.",
                    "There is free water."),
            new Theme(
                    "Bridge Construction",
                    "You build bridges of steel and concrete and keep construction on time.",
                    "You bridge the gap between teams."),
            new Theme(
                    "Identity Management",
                    "You consolidate identity management: single sign-on, roles and directories.",
                    "Management values your identity."),
            new Theme(
                    "Video Game",
                    "You produce a video game with artists and engine programmers up to its launch.",
                    "A video shows our game room."),
            new Theme(
                    "Semiconductor Fab",
                    "You install tools in a semiconductor fab and bring up the cleanroom.",
                    "Semiconductor shortages are history."),
            new Theme(
                    "Tax Digitalization",
                    "You bring tax filing online for two million citizens.",
                    "Tax advice is a benefit."),
            new Theme(
                    "Office Relocation",
                    "You relocate an office of eight hundred people, with movers, leases and furniture.",
                    "Relocation is paid."));

    static final List<String> ROLES =
            List.of("Project Manager", "Program Manager", "Scrum Master", "Delivery Manager", "Project Coordinator");
    private static final List<String> CITIES =
            List.of("Berlin", "Hamburg", "London", "Austin", "Toronto", "Zürich", "Madrid", "Lyon");
    private static final List<String> LEVELS = List.of("", "", "Senior", "Junior", "Lead");
    private static final List<String> FILLERS = List.of(
            "You plan, you report and you keep the budget.",
            "You talk to stakeholders on every level and write minutes that people read.",
            "We work in small teams and decide quickly.",
            "A project manager here is never alone; the program office helps.",
            "You have five years of experience and a degree, or something as good.",
            "Thirty days of leave, a pension and lunch.",
            "Risks are known to you before they happen.",
            "Agile where it helps, a plan where it must be.");

    private final Random random = new Random(41);
    private final List<Made> all = new ArrayList<>();

    private JudgedPool() {}

    static List<Made> made() {
        var pool = new JudgedPool();
        for (int theme = 0; theme < THEMES.size(); theme++) for (int i = 0; i < 24; i++) pool.add(theme, i % 3 != 2);
        return pool.all;
    }

    private void add(int theme, boolean title) {
        var role = one(ROLES);
        var city = one(CITIES);
        var level = one(LEVELS);
        int passing = random.nextInt(THEMES.size());
        int days = random.nextInt(120);
        var subject = THEMES.get(theme).subject();
        var name = (level + " " + role).strip();
        if (title) name = random.nextBoolean() ? name + ", " + subject : (level + " " + subject + " " + role).strip();
        var text = new ArrayList<String>();
        for (int i = 2 + random.nextInt(6); i > 0; i--) text.add(one(FILLERS));
        text.add(random.nextInt(text.size() + 1), THEMES.get(theme).told());
        if (passing != theme)
            text.add(random.nextInt(text.size() + 1), THEMES.get(passing).passing());
        var ad = Ads.ad(all.size() + 1)
                .title(name)
                .company("Employer " + random.nextInt(90))
                .text(String.join(" ", text))
                .place(city, null, null)
                .seen(Duration.ofDays(days));
        all.add(new Made(ad, theme, title, passing, role, city, level, days));
    }

    static int grade(Query query, Made made) {
        if (query.city() != null && !query.city().equals(made.city())) return 0;
        int grade = query.theme() < 0 ? 3 : about(query.theme(), made);
        if (query.role() != null && !query.role().equals(made.role())) grade--;
        if (query.level() != null && !query.level().equals(made.level())) grade--;
        return grade > 1 && made.days() > 60 ? grade - 1 : Math.max(0, grade);
    }

    private static int about(int theme, Made made) {
        if (made.theme() == theme) return made.title() ? 3 : 2;
        return made.passing() == theme ? 1 : 0;
    }

    static List<Query> queries() {
        var queries = new ArrayList<Query>();
        for (int theme = 0; theme < THEMES.size(); theme++) {
            var subject = THEMES.get(theme).subject().toLowerCase(java.util.Locale.ROOT);
            var role = ROLES.get(theme % ROLES.size());
            var city = CITIES.get(theme % CITIES.size());
            queries.add(new Query(subject, theme, null, null, null));
            if (theme % 2 == 0) queries.add(new Query(subject + " " + role, theme, role, null, null));
            if (theme % 3 == 0) queries.add(new Query(subject + " " + city.replace("ü", "u"), theme, null, city, null));
            if (theme % 4 == 1) queries.add(new Query("senior " + role + " " + subject, theme, role, null, "Senior"));
        }
        for (var role : ROLES) {
            queries.add(new Query(role, -1, role, null, null));
            queries.add(
                    new Query("\"" + role.toLowerCase(java.util.Locale.ROOT) + "\" berlin", -1, role, "Berlin", null));
        }
        queries.add(new Query("managing data centers", 12, null, null, null));
        queries.add(new Query("wind turbines", 8, null, null, null));
        queries.add(new Query("s/4hana", 1, null, null, null));
        queries.add(new Query("firewalls project manager", 2, "Project Manager", null, null));
        queries.add(new Query("build bridges", 18, null, null, null));
        queries.add(new Query("moving applications to the cloud", 0, null, null, null));
        queries.add(new Query("identity", 19, null, null, null));
        queries.add(new Query("construction", 3, null, null, null));
        queries.add(new Query("games", 20, null, null, null));
        return queries;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
