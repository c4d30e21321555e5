package pmradar.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pmradar.classify.Classification;
import pmradar.classify.Domain;
import pmradar.classify.Evidence;
import pmradar.classify.Facts;
import pmradar.classify.Flag;
import pmradar.classify.Verdict;

/// A verdict as the API answers it: the same fields as the command line's.
@Schema(name = "Verdict")
record VerdictJson(
        @Schema(allowableValues = {"project-manager", "not-project-manager"})
        String role,

        @Nullable String family,

        @Schema(allowableValues = {"technical", "general"}) @Nullable
        String label,

        @Schema(description = "0 to 100; technical exactly from 25 on")
        int score,

        List<String> domains,
        @JsonProperty("primary_domain") @Nullable String primaryDomain,

        @Schema(description = "counted clauses, in the order of the text")
        List<Unit> evidence,

        List<String> flags,
        @JsonProperty("expert_mark") int expertMark,
        double sureness,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reason,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable FactsJson facts,
        String language,
        @JsonProperty("rules_version") String rulesVersion,

        @Schema(description = "the plain text that was judged; offsets are UTF-16")
        String text) {

    @Schema(name = "Evidence")
    record Unit(
            String quote,
            int start,
            int end,
            String type,
            @Schema(allowableValues = {"S", "M", "W"}) String strength,
            List<String> domains,
            @Schema(allowableValues = {"must", "preferred"}) String necessity,
            @Nullable String requirement,
            int points) {

        static Unit of(Evidence unit) {
            return new Unit(
                    unit.quote(),
                    unit.start(),
                    unit.end(),
                    unit.type().name(),
                    unit.strength().name(),
                    tags(unit.domains()),
                    Wording.tag(unit.necessity()),
                    unit.requirement(),
                    unit.points());
        }
    }

    @Schema(name = "Facts")
    record FactsJson(
            @Nullable YearsJson years,
            @JsonProperty("special_years") List<YearsJson> specialYears,
            List<DegreeJson> degrees,
            List<CertificateJson> certificates,
            @Nullable String clearance,
            List<String> languages,
            @JsonProperty("travel_percent") @Nullable Integer travelPercent) {

        static FactsJson of(Facts facts) {
            return new FactsJson(
                    facts.years() == null ? null : YearsJson.of(facts.years()),
                    facts.specialYears().stream().map(YearsJson::of).toList(),
                    facts.degrees().stream().map(DegreeJson::of).toList(),
                    facts.certificates().stream().map(CertificateJson::of).toList(),
                    facts.clearance(),
                    facts.languages(),
                    facts.travel());
        }
    }

    @Schema(name = "Years")
    record YearsJson(
            int min, @Nullable Integer max, @Nullable String in, String necessity) {

        static YearsJson of(Facts.Years years) {
            return new YearsJson(years.min(), years.max(), years.in(), Wording.tag(years.necessity()));
        }
    }

    @Schema(name = "Degree")
    record DegreeJson(String level, List<String> fields, boolean technical, boolean alternative, String necessity) {

        static DegreeJson of(Facts.Degree degree) {
            return new DegreeJson(
                    Wording.tag(degree.level()),
                    degree.fields(),
                    degree.technical(),
                    degree.alternative(),
                    Wording.tag(degree.necessity()));
        }
    }

    @Schema(name = "Certificate")
    record CertificateJson(String name, boolean management, String necessity) {

        static CertificateJson of(Facts.Certificate certificate) {
            return new CertificateJson(
                    certificate.name(), certificate.management(), Wording.tag(certificate.necessity()));
        }
    }

    static VerdictJson of(Verdict verdict, String text) {
        return switch (verdict) {
            case Verdict.OffTopic(var reason, var sureness, var language, var version) ->
                new VerdictJson(
                        "not-project-manager",
                        null,
                        null,
                        0,
                        List.of(),
                        null,
                        List.of(),
                        List.of(),
                        0,
                        sureness,
                        reason,
                        null,
                        language,
                        version,
                        text);
            case Verdict.Tagged(var classification) -> of(classification, text);
        };
    }

    static VerdictJson of(Classification found, String text) {
        var primary = found.primaryDomain();
        return new VerdictJson(
                "project-manager",
                Wording.tag(found.family()),
                Wording.label(found.label()),
                found.score(),
                tags(found.domains()),
                primary == null ? null : primary.tag(),
                found.evidence().stream().map(Unit::of).toList(),
                found.flags().stream().sorted().map(Flag::tag).toList(),
                found.expertMark(),
                found.sureness(),
                null,
                FactsJson.of(found.facts()),
                found.language(),
                found.rulesVersion(),
                text);
    }

    private static List<String> tags(List<Domain> domains) {
        return domains.stream().map(Domain::tag).toList();
    }
}
