package pmradar.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import pmradar.posting.Posting;
import pmradar.posting.PostingId;
import pmradar.posting.Postings;
import pmradar.pursuit.Pursuit;
import pmradar.pursuit.Pursuits;
import pmradar.pursuit.Stage;
import pmradar.pursuit.Takeaway;

/// What a person has in play, as columns; and everything that was ever decided, to be found and undone.
@Controller
class MinePage {

    private static final int MOST_IN_COLUMN = 100;
    private static final int PER_PAGE = 100;

    private final Pursuing pursuing;
    private final Pursuits pursuits;
    private final Takeaway takeaway;
    private final Postings postings;
    private final Clock clock;

    MinePage(Pursuing pursuing, Pursuits pursuits, Takeaway takeaway, Postings postings, Clock clock) {
        this.pursuing = pursuing;
        this.pursuits = pursuits;
        this.takeaway = takeaway;
        this.postings = postings;
        this.clock = clock;
    }

    /// @param more cards that are not shown
    record Column(String name, List<MineView> cards, int count, int more) {}

    record Tab(String name, String link, int count, boolean current) {}

    private enum Show {
        BOARD("In play"),
        HIDDEN("Hidden"),
        ALL("Everything");

        private final String words;

        Show(String words) {
            this.words = words;
        }

        boolean has(Pursuit one) {
            return switch (this) {
                case BOARD -> one.hidden() == null && one.stage() != null;
                case HIDDEN -> one.hidden() != null;
                case ALL -> true;
            };
        }

        static Show of(String name) {
            for (var show : values()) if (Wording.tag(show).equals(name)) return show;
            return BOARD;
        }
    }

    @GetMapping("/mine")
    String page(
            @RequestParam(defaultValue = "board") String show,
            @RequestParam(defaultValue = "0") int from,
            Model model) {
        var all = pursuits.all(pursuing.account());
        var shown = Show.of(show);
        var wanted = all.stream().filter(shown::has).toList();
        model.addAttribute("show", Wording.tag(shown));
        model.addAttribute("tabs", tabs(all, shown));
        model.addAttribute("today", pursuing.today().toString());
        model.addAttribute("seenCount", pursuits.countSeen(pursuing.account()));
        if (shown == Show.BOARD) model.addAttribute("columns", columns(wanted));
        else list(wanted, Math.clamp(from, 0, Pursuits.MOST), shown, model);
        return "mine";
    }

    private static List<Tab> tabs(List<Pursuit> all, Show shown) {
        return java.util.Arrays.stream(Show.values())
                .map(show -> new Tab(
                        show.words,
                        show == Show.BOARD ? "/mine" : "/mine?show=" + Wording.tag(show),
                        (int) all.stream().filter(show::has).count(),
                        show == shown))
                .toList();
    }

    private List<Column> columns(List<Pursuit> board) {
        return List.of(
                column("Saved", board, stage -> stage == Stage.SAVED),
                column("Applied", board, stage -> stage == Stage.APPLIED),
                column("Interview", board, stage -> stage == Stage.INTERVIEW),
                column("Offer", board, stage -> stage == Stage.OFFER),
                column("Over", board, Stage::over));
    }

    /// What is due comes first, then what was touched last.
    private Column column(String name, List<Pursuit> board, Predicate<Stage> stage) {
        var all = board.stream()
                .filter(one -> stage.test(Objects.requireNonNull(one.stage())))
                .sorted(Comparator.comparing(
                        one -> one.next() == null ? null : one.next().on(),
                        Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        var shown = all.stream().limit(MOST_IN_COLUMN).toList();
        return new Column(name, views(shown), all.size(), all.size() - shown.size());
    }

    private void list(List<Pursuit> wanted, int from, Show shown, Model model) {
        var page = wanted.stream().skip(from).limit(PER_PAGE).toList();
        model.addAttribute("cards", views(page));
        if (from + PER_PAGE < wanted.size()) {
            model.addAttribute("next", "/mine?show=%s&from=%d".formatted(Wording.tag(shown), from + PER_PAGE));
        }
    }

    private List<MineView> views(List<Pursuit> shown) {
        var today = pursuing.today();
        var known = known(shown);
        return shown.stream()
                .map(one -> MineView.of(one, one.posting() == null ? null : known.get(one.posting()), false, today))
                .toList();
    }

    private Map<PostingId, Posting> known(List<Pursuit> shown) {
        var known = new HashMap<PostingId, Posting>();
        var ids = shown.stream().map(Pursuit::posting).filter(Objects::nonNull).toList();
        for (var posting : postings.find(ids)) known.put(posting.id(), posting);
        return known;
    }

    @PostMapping("/mine/forget-seen")
    String forgetSeen(RedirectAttributes after) {
        pursuits.forgetSeen(pursuing.account());
        after.addFlashAttribute("notice", "No posting counts as opened any more.");
        return "redirect:/mine?show=all";
    }

    @GetMapping("/mine/export.jsonl")
    ResponseEntity<StreamingResponseBody> jsonLines() {
        return MineFiles.jsonLines(takeaway, pursuing.account());
    }

    @GetMapping("/mine/export.csv")
    ResponseEntity<StreamingResponseBody> csv() {
        return MineFiles.csv(pursuits.all(pursuing.account()));
    }

    @PostMapping("/mine/import")
    String bringIn(@RequestParam(required = false) @Nullable MultipartFile file, RedirectAttributes after)
            throws IOException {
        if (file == null || file.isEmpty()) {
            after.addFlashAttribute("mineWrong", "Choose the file that was exported as JSON Lines.");
            return "redirect:/mine?show=all#take";
        }
        try (var lines = new BufferedReader(new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8))) {
            var taken = takeaway.take(pursuing.account(), lines.lines(), clock.instant());
            after.addFlashAttribute("taken", taken);
        }
        return "redirect:/mine?show=all#take";
    }
}
