package pmradar.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import pmradar.classify.Domain;
import pmradar.classify.TaxonomyComparison;
import pmradar.classify.TaxonomyText.Addition;
import pmradar.classify.UnreadableTaxonomy;
import pmradar.ingest.Reclassification;
import pmradar.ingest.Rules;

/// The rules for programs: looked up, tried out, added to and taken back.
@RestController
@Tag(name = "Rules")
class RulesApi {

    private final Rules rules;
    private final RuleChanges changes;

    RulesApi(Rules rules, RuleChanges changes) {
        this.rules = rules;
        this.changes = changes;
    }

    /// @param anew how far the judging of stored postings anew is; null when none was needed since the start
    @Schema(name = "Rules")
    record RulesJson(
            String version,
            @JsonProperty("taxonomy_version") String taxonomyVersion,
            int terms,
            List<AdditionJson> added,
            @Nullable AnewJson anew) {}

    @Schema(name = "JudgingAnew")
    record AnewJson(
            long done,
            long total,
            @JsonProperty("labels_changed") long labelsChanged,
            boolean going) {

        static @Nullable AnewJson of(Reclassification.@Nullable Progress progress) {
            return progress == null
                    ? null
                    : new AnewJson(
                            progress.done(), progress.total(), progress.labelsChanged(), progress.ended() == null);
        }
    }

    /// @param lines as taxonomy.yml writes them
    @Schema(name = "Addition")
    record AdditionJson(String id, String kind, List<String> domains, List<String> lines) {

        static AdditionJson of(Addition addition) {
            return new AdditionJson(
                    RuleChanges.id(addition),
                    addition.kind().tag(),
                    addition.domains().stream().map(Domain::tag).toList(),
                    addition.lines());
        }
    }

    @Schema(name = "NewTerms")
    record Asked(
            @Schema(description = "technology, discipline, practice and so on") @Nullable
            String kind,

            @Nullable List<String> domains,

            @Schema(description = "one term a line: Kubernetes | k8s") @Nullable
            String lines) {

        Addition addition() {
            var text = lines == null ? "" : lines;
            try {
                return RuleChanges.addition(
                        kind == null ? "technology" : kind, domains == null ? List.of() : domains, text);
            } catch (UnreadableTaxonomy wrong) {
                throw new BadRequest(RuleChanges.said(wrong, text));
            }
        }
    }

    @GetMapping(path = "/api/rules", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "getRules",
            summary = "By which rules postings are judged now, and what was added to them here")
    RulesJson rules() {
        var taxonomy = rules.taxonomy();
        return new RulesJson(
                rules.version(),
                taxonomy.version(),
                taxonomy.terms().size(),
                rules.added().stream().map(AdditionJson::of).toList(),
                AnewJson.of(rules.progress()));
    }

    @Schema(name = "Term")
    record TermJson(String name, String kind, String domains, List<String> names, int line, String written) {}

    @Schema(name = "Terms")
    record Terms(List<TermJson> terms) {}

    @GetMapping(path = "/api/rules/terms", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "findTerms", summary = "Terms whose name holds the given words, 30 at most")
    Terms terms(@Parameter(description = "part of a name") @RequestParam String name) {
        return new Terms(RulesView.found(rules, name).stream()
                .map(one -> new TermJson(one.name(), one.kind(), one.domains(), one.names(), one.line(), one.written()))
                .toList());
    }

    /// @param compared open postings judged with and without @param labels how many labels would change
    @Schema(name = "Trial")
    record Trial(int compared, long labels, List<ChangeJson> changes) {

        private static final int MOST = 200;

        static Trial of(TaxonomyComparison comparison) {
            return new Trial(
                    comparison.compared(),
                    comparison.relabelled(),
                    comparison.changes().stream()
                            .limit(MOST)
                            .map(change -> new ChangeJson(
                                    change.id(),
                                    change.title(),
                                    VerdictJson.of(change.before(), ""),
                                    VerdictJson.of(change.after(), "")))
                            .toList());
        }
    }

    @Schema(name = "Change")
    record ChangeJson(
            @JsonProperty("posting_id") String postingId, String title, VerdictJson before, VerdictJson after) {}

    @PostMapping(
            path = "/api/rules/trials",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "tryTerms",
            summary = "Judges the newest open postings with further terms and without; nothing is changed")
    Trial tryOut(@RequestBody Asked asked) {
        var addition = asked.addition();
        try {
            return Trial.of(changes.tryOut(addition));
        } catch (UnreadableTaxonomy wrong) {
            throw new BadRequest(RuleChanges.said(wrong, String.join("\n", addition.lines())));
        }
    }

    @PostMapping(
            path = "/api/rules/additions",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "addTerms",
            summary = "Adds terms to the taxonomy and has stored postings judged anew; for the owner")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<AdditionJson> add(@RequestBody Asked asked) {
        var addition = asked.addition();
        try {
            changes.add(addition);
        } catch (UnreadableTaxonomy wrong) {
            throw new BadRequest(RuleChanges.said(wrong, String.join("\n", addition.lines())));
        }
        return ResponseEntity.created(URI.create("/api/rules/additions/" + RuleChanges.id(addition)))
                .body(AdditionJson.of(addition));
    }

    @DeleteMapping("/api/rules/additions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "removeTerms", summary = "Takes back terms that were added here; for the owner")
    void remove(@PathVariable String id) {
        changes.remove(rules.added().stream()
                .filter(one -> RuleChanges.id(one).equals(id))
                .findFirst()
                .orElseThrow(() -> new NotThere("Nothing with this id was added here.")));
    }
}
