package pmradar.search.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import pmradar.search.Criteria;
import pmradar.search.Criteria.Condition;
import pmradar.search.Facet;

/// Searches as people mix them: words more often than none, few conditions, now and then fields, phrases and brackets.
/// Common words are asked for more often than rare ones, in the manner of Zipf. Hardly any search comes twice.
final class QueryMix {

    private static final List<String> WORDS = List.of(
            "project",
            "manager",
            "senior",
            "agile",
            "migration",
            "cloud",
            "sap",
            "delivery",
            "security",
            "budget",
            "scrum",
            "data",
            "platform",
            "construction",
            "hospital",
            "stakeholder",
            "risk",
            "kubernetes",
            "network",
            "oracle",
            "program",
            "infrastructure",
            "rollout",
            "integration",
            "supplier",
            "energy",
            "retail",
            "bridge",
            "clinical",
            "warehouse",
            "jira",
            "erp",
            "planning",
            "contract",
            "reporting",
            "software",
            "vendor",
            "azure",
            "projektleiter",
            "equipe",
            "proyecto",
            "firewall",
            "pmo",
            "governance",
            "compliance",
            "steering",
            "audit");
    private static final List<String> PHRASES = List.of(
            "project manager",
            "program manager",
            "scrum master",
            "stakeholder management",
            "risk management",
            "delivery manager",
            "data center",
            "change management");
    private static final List<String> FIELDS = List.of(
            "requires:kubernetes",
            "skill:sql",
            "years:<=5",
            "score:>=50",
            "pay:>=90000USD",
            "posted:<7d",
            "posted:<30d",
            "title:senior",
            "cert:pmp",
            "prefers:aws",
            "place:berlin",
            "-title:director",
            "remote:remote");
    private static final List<Condition> CONDITIONS = List.of(
            new Condition(Facet.LABEL, "technical", false),
            new Condition(Facet.LABEL, "general", true),
            new Condition(Facet.REMOTE, "remote", false),
            new Condition(Facet.COUNTRY, "DE", false),
            new Condition(Facet.COUNTRY, "US", false),
            new Condition(Facet.REQUIRES, "Kubernetes", false),
            new Condition(Facet.REQUIRES, "AWS", false),
            new Condition(Facet.FAMILY, "program", false),
            new Condition(Facet.SENIORITY, "senior", false),
            new Condition(Facet.BAND, "0", true),
            new Condition(Facet.LANGUAGE, "en", false),
            new Condition(Facet.AGE, "30d", false));

    private final SplittableRandom random;

    QueryMix(long seed) {
        random = new SplittableRandom(seed);
    }

    Criteria next() {
        var conditions = new ArrayList<Condition>();
        for (int i = random.nextInt(4) - 1; i > 0; i--)
            conditions.add(CONDITIONS.get(random.nextInt(CONDITIONS.size())));
        var sort = random.nextBoolean() ? Criteria.Sort.NEWEST : Criteria.Sort.RELEVANCE;
        return new Criteria(query(), conditions, sort);
    }

    private String query() {
        return switch (random.nextInt(12)) {
            case 0 -> "";
            case 1, 2 -> word();
            case 3, 4, 5 -> word() + " " + word();
            case 6 -> word() + " " + word() + " " + word();
            case 7 -> "\"" + one(PHRASES) + "\" " + word();
            case 8 -> "(" + word() + " OR " + word() + ") -" + word();
            case 9 -> word() + " " + one(FIELDS);
            case 10 -> one(FIELDS) + " " + one(FIELDS);
            default -> word() + " " + word().substring(0, 3) + "*";
        };
    }

    private String word() {
        return WORDS.get((int) (WORDS.size() * Math.pow(random.nextDouble(), 2)));
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
