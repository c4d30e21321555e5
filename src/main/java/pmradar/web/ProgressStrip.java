package pmradar.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pmradar.ingest.ReadLog;
import pmradar.posting.Postings;
import pmradar.search.IndexWatch;

/// How far the reading of feeds is, in one line that updates in its place.
@Controller
class ProgressStrip {

    private static final int CLAUSE = 60;

    private final ReadLog log;
    private final Postings postings;
    private final IndexWatch index;

    ProgressStrip(ReadLog log, Postings postings, IndexWatch index) {
        this.log = log;
        this.postings = postings;
        this.index = index;
    }

    /// @param percent of feeds read at least once; @param fresh how many postings are there that the reader's list
    /// lacks; @param indexed percent of postings that searches see while the index is built anew
    record Progress(
            boolean going,
            int read,
            int feeds,
            String found,
            String kept,
            String setAside,
            List<Reason> reasons,
            long open,
            @Nullable String fresh,
            @Nullable Integer indexed) {}

    record Reason(String words, String count) {}

    @GetMapping("/progress")
    String strip(@RequestParam(defaultValue = "-1") long seen, Model model) {
        model.addAttribute("progress", progress(seen));
        return "parts/progress :: progress";
    }

    void describe(Model model) {
        model.addAttribute("progress", progress(-1));
    }

    private Progress progress(long seen) {
        var now = log.progress();
        var tally = now.tally();
        long open = postings.countOpen();
        int aside =
                tally.setAside().values().stream().mapToInt(Integer::intValue).sum();
        long shown = seen < 0 ? open : seen;
        return new Progress(
                !now.reading().isEmpty(),
                Math.min(now.read(), now.feeds()),
                now.feeds(),
                Wording.counted(tally.found(), "posting"),
                Wording.grouped(tally.added() + tally.changed() + tally.same()),
                Wording.grouped(aside),
                reasons(inShort(tally.setAside())),
                shown,
                open > shown ? Wording.counted(open - shown, "new posting") : null,
                indexed());
    }

    private @Nullable Integer indexed() {
        var state = index.state();
        return state.ready() ? null : state.percent();
    }

    /// One line has room for the first clause of a reason only; reasons that begin alike are counted together.
    private static Map<String, Integer> inShort(Map<String, Integer> setAside) {
        var together = new TreeMap<String, Integer>();
        setAside.forEach((reason, count) -> {
            var clause = reason.split("[;.]", 2)[0].strip();
            var words = clause.length() <= CLAUSE
                    ? clause
                    : clause.substring(0, Math.max(20, clause.lastIndexOf(' ', CLAUSE))) + "…";
            together.merge(words, count, Integer::sum);
        });
        return together;
    }

    static List<Reason> reasons(Map<String, Integer> setAside) {
        return setAside.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(reason -> new Reason(reason.getKey(), Wording.grouped(reason.getValue())))
                .toList();
    }
}
