package pmradar.cli;

import java.util.Locale;
import pmradar.classify.Classification;
import pmradar.classify.Domain;
import pmradar.classify.Evidence;
import pmradar.classify.Facts;
import pmradar.classify.Verdict;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A verdict as fields of a JSON object.
final class VerdictJson {
    private VerdictJson() {}

    static void write(Verdict verdict, ObjectNode to) {
        switch (verdict) {
            case Verdict.OffTopic offTopic -> write(offTopic, to);
            case Verdict.Tagged(var classification) -> write(classification, to);
        }
    }

    private static void write(Verdict.OffTopic offTopic, ObjectNode to) {
        to.put("role", "not-project-manager");
        to.putNull("family");
        to.putNull("label");
        to.put("score", 0);
        to.putArray("domains");
        to.putNull("primary_domain");
        to.putArray("evidence");
        to.putArray("flags");
        to.put("sureness", offTopic.sureness());
        to.put("reason", offTopic.reason());
        to.put("language", offTopic.language());
        to.put("rules_version", offTopic.rulesVersion());
    }

    private static void write(Classification tags, ObjectNode to) {
        to.put("role", "project-manager");
        to.put("family", word(tags.family()));
        to.put("label", word(tags.label()));
        to.put("score", tags.score());
        var domains = to.putArray("domains");
        tags.domains().forEach(domain -> domains.add(domain.tag()));
        var primary = tags.primaryDomain();
        to.put("primary_domain", primary == null ? null : primary.tag());
        var evidence = to.putArray("evidence");
        tags.evidence().forEach(unit -> write(unit, evidence.addObject()));
        var flags = to.putArray("flags");
        tags.flags().stream().sorted().forEach(flag -> flags.add(flag.tag()));
        to.put("expert_mark", tags.expertMark());
        to.put("sureness", tags.sureness());
        write(tags.facts(), to.putObject("facts"));
        to.put("language", tags.language());
        to.put("rules_version", tags.rulesVersion());
    }

    private static void write(Evidence unit, ObjectNode to) {
        to.put("quote", unit.quote());
        to.put("start", unit.start());
        to.put("end", unit.end());
        to.put("type", unit.type().name());
        to.put("strength", unit.strength().name());
        var domains = to.putArray("domains");
        unit.domains().stream().map(Domain::tag).forEach(domains::add);
        to.put("necessity", word(unit.necessity()));
        to.put("requirement", unit.requirement());
        to.put("points", unit.points());
    }

    private static void write(Facts facts, ObjectNode to) {
        if (facts.years() != null) write(facts.years(), to.putObject("years"));
        var special = to.putArray("special_years");
        facts.specialYears().forEach(years -> write(years, special.addObject()));
        var degrees = to.putArray("degrees");
        facts.degrees().forEach(degree -> write(degree, degrees));
        var certificates = to.putArray("certificates");
        facts.certificates()
                .forEach(certificate -> certificates
                        .addObject()
                        .put("name", certificate.name())
                        .put("management", certificate.management())
                        .put("necessity", word(certificate.necessity())));
        to.put("clearance", facts.clearance());
        facts.languages().forEach(to.withArray("languages")::add);
        if (facts.travel() != null) to.put("travel_percent", facts.travel());
    }

    private static void write(Facts.Years years, ObjectNode to) {
        to.put("min", years.min());
        if (years.max() != null) to.put("max", years.max());
        if (years.in() != null) to.put("in", years.in());
        to.put("necessity", word(years.necessity()));
    }

    private static void write(Facts.Degree degree, ArrayNode to) {
        var node = to.addObject().put("level", word(degree.level()));
        degree.fields().forEach(node.putArray("fields")::add);
        node.put("technical", degree.technical());
        node.put("alternative", degree.alternative());
        node.put("necessity", word(degree.necessity()));
    }

    /// `SCRUM_MASTER` → `scrum-master`.
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
