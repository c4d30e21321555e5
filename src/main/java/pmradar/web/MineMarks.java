package pmradar.web;

import java.util.HashMap;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import pmradar.posting.Posting;
import pmradar.pursuit.Standing;
import pmradar.search.Criteria;
import pmradar.search.PostingSearch;

/// Marks a list with what the person did about its postings, and leaves out what was hidden.
@Component
class MineMarks {

    private final Pursuing pursuing;
    private final PostingSearch search;

    MineMarks(Pursuing pursuing, PostingSearch search) {
        this.pursuing = pursuing;
        this.search = search;
    }

    /// What the list does not show, or shows though it was hidden.
    ///
    /// @param words how many; empty where there is nothing to tell @param link to the other way
    record LeftOut(String words, String link, String linkWords) {}

    Criteria criteria(SearchAddress address) {
        var criteria = address.criteria();
        return address.hiddenToo() ? criteria : criteria.without(pursuing.hidden());
    }

    /// @param criteria as `criteria()` made them of the address @param total what they find
    void describe(List<Posting> shown, SearchAddress address, Criteria criteria, long total, Model model) {
        var today = pursuing.today();
        var standings = pursuing.standings(shown);
        var marks = new HashMap<Long, MineView>();
        for (var posting : shown) {
            var standing = standings.getOrDefault(posting.id(), Standing.NONE);
            marks.put(posting.id().value(), MineView.of(posting, standing, today));
        }
        model.addAttribute("mine", marks);
        if (address.hiddenToo()) {
            if (!pursuing.hidden().isEmpty()) {
                model.addAttribute(
                        "leftOut",
                        new LeftOut(
                                "Hidden postings are shown.",
                                address.showingHidden(false).link("/"),
                                "Leave them out"));
            }
        } else if (!criteria.without().isEmpty()) {
            var hidden = search.search(address.criteria(), 0, null).total() - total;
            if (hidden > 0) {
                model.addAttribute(
                        "leftOut",
                        new LeftOut(
                                Wording.grouped(hidden) + " hidden",
                                address.showingHidden(true).link("/"),
                                "show them"));
            }
        }
    }
}
