package pmradar.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import pmradar.account.Account;
import pmradar.account.CurrentAccount;
import pmradar.classify.Domain;
import pmradar.classify.TaxonomyComparison;
import pmradar.classify.TaxonomyText.Addition;
import pmradar.classify.Term;
import pmradar.classify.UnreadableTaxonomy;
import pmradar.ingest.Rules;

/// What a person or a program does to the rules, from the page or from the API.
@Component
class RuleChanges {

    private final Rules rules;
    private final TermTrial trial;
    private final CurrentAccount current;

    RuleChanges(Rules rules, TermTrial trial, CurrentAccount current) {
        this.rules = rules;
        this.trial = trial;
        this.current = current;
    }

    /// @throws UnreadableTaxonomy naming the line that is wrong
    TaxonomyComparison tryOut(Addition addition) {
        return trial.run(rules.taxonomy(), rules.with(addition));
    }

    void add(Addition addition) {
        mayChange();
        rules.add(addition);
    }

    void remove(Addition addition) {
        mayChange();
        rules.remove(addition);
    }

    private void mayChange() {
        if (!owner()) throw new BadRequest("Only the owner of this PM Radar changes its rules.");
    }

    private boolean owner() {
        return current.get()
                .map(account -> account.role() == Account.Role.OWNER)
                .orElse(false);
    }

    /// @throws UnreadableTaxonomy whose line counts within `lines`
    static Addition addition(String kind, List<String> domains, String lines) {
        var known = Arrays.stream(Term.Kind.values())
                .filter(one -> one.tag().equals(kind))
                .findFirst()
                .orElseThrow(() -> new BadRequest("There is no kind '%s'.".formatted(kind)));
        try {
            return Addition.of(
                    known,
                    domains.stream()
                            .filter(tag -> !tag.isBlank())
                            .distinct()
                            .map(Domain::ofTag)
                            .toList(),
                    lines);
        } catch (IllegalArgumentException unknown) {
            throw new BadRequest("There is no such field: " + unknown.getMessage());
        }
    }

    /// Where the mistake is in what was typed, or in the file that it would come into.
    static String said(UnreadableTaxonomy wrong, String lines) {
        var typed = lines.strip().lines().count();
        return wrong.line() <= Math.max(1, typed)
                ? "Line %d: %s".formatted(wrong.line(), wrong.problem())
                : "In taxonomy.yml, line %d: %s".formatted(wrong.line(), wrong.problem());
    }

    /// The same for the same terms.
    static String id(Addition addition) {
        return UUID.nameUUIDFromBytes(addition.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
