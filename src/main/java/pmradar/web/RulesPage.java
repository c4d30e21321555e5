package pmradar.web;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import pmradar.classify.TaxonomyText.Addition;
import pmradar.classify.UnreadableTaxonomy;
import pmradar.ingest.Rules;
import pmradar.posting.Postings;

/// By which rules postings are judged, what each term means to them, and what a new term would change.
@Controller
class RulesPage {

    private final Rules rules;
    private final RuleChanges changes;
    private final Postings postings;

    RulesPage(Rules rules, RuleChanges changes, Postings postings) {
        this.rules = rules;
        this.changes = changes;
        this.postings = postings;
    }

    /// What the form holds.
    record Form(String kind, List<String> domains, String lines) {}

    @GetMapping("/rules")
    String page(@RequestParam(defaultValue = "") String term, Model model) {
        describe(term, new Form("technology", List.of("software"), ""), model);
        return "rules";
    }

    @GetMapping("/rules/progress")
    String progress(Model model) {
        model.addAttribute("anew", RulesView.anew(rules.progress()));
        return "rules :: anew";
    }

    @PostMapping("/rules/try")
    String tryOut(
            @RequestParam(defaultValue = "technology") String kind,
            @RequestParam(defaultValue = "") List<String> domain,
            @RequestParam(defaultValue = "") String lines,
            Model model) {
        describe("", new Form(kind, domain, lines), model);
        model.addAttribute("here", "/rules");
        try {
            var compared = changes.tryOut(RuleChanges.addition(kind, domain, lines));
            model.addAttribute("trial", RulesView.trial(compared, postings.countOpen()));
        } catch (UnreadableTaxonomy wrong) {
            model.addAttribute("unreadable", RuleChanges.said(wrong, lines));
        }
        return "rules";
    }

    @PostMapping("/rules/add")
    String add(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") List<String> domain,
            @RequestParam(defaultValue = "") String lines,
            RedirectAttributes after) {
        change(
                changes::add,
                "Added to your taxonomy.yml. The stored postings are judged anew.",
                kind,
                domain,
                lines,
                after);
        return "redirect:/rules";
    }

    @PostMapping("/rules/remove")
    String remove(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") List<String> domain,
            @RequestParam(defaultValue = "") String lines,
            RedirectAttributes after) {
        change(
                changes::remove,
                "Taken out of your taxonomy.yml again. The stored postings are judged anew.",
                kind,
                domain,
                lines,
                after);
        return "redirect:/rules";
    }

    private void change(
            Consumer<Addition> done,
            String notice,
            String kind,
            List<String> domain,
            String lines,
            RedirectAttributes after) {
        try {
            done.accept(RuleChanges.addition(kind, domain, lines));
            after.addFlashAttribute("notice", notice);
        } catch (UnreadableTaxonomy wrong) {
            after.addFlashAttribute("unreadable", RuleChanges.said(wrong, lines));
        } catch (UncheckedIOException unwritable) {
            after.addFlashAttribute(
                    "unreadable", unwritable.getMessage() + ". See that PM Radar may write there, then try again.");
        }
    }

    private void describe(String term, Form form, Model model) {
        var taxonomy = rules.taxonomy();
        model.addAttribute("version", rules.version());
        model.addAttribute("taxonomyVersion", taxonomy.version());
        model.addAttribute("terms", Wording.counted(taxonomy.terms().size(), "term"));
        model.addAttribute("kinds", RulesView.kinds(taxonomy));
        model.addAttribute("domains", RulesView.domains());
        model.addAttribute("term", term);
        model.addAttribute("found", RulesView.found(rules, term));
        model.addAttribute("added", rules.added().stream().map(RulesView::added).toList());
        model.addAttribute("anew", RulesView.anew(rules.progress()));
        model.addAttribute("form", form);
        model.addAttribute("most", Wording.grouped(TermTrial.MOST));
    }
}
