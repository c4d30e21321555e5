package pmradar.web;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import pmradar.feed.AddedFeeds;
import pmradar.feed.Feed;
import pmradar.feed.FeedLists;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Where a person adds feeds, changes those that were added, and takes lists of feeds in and out.
@Controller
class FeedAddPage {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> OPTIONS = new TypeReference<>() {};

    private final AddingFeeds adding;
    private final AddedFeeds added;
    private final Clock clock;

    FeedAddPage(AddingFeeds adding, AddedFeeds added, Clock clock) {
        this.adding = adding;
        this.added = added;
        this.clock = clock;
    }

    @GetMapping("/feeds/add")
    String page(Model model) {
        describe(model);
        return "feed-add";
    }

    @PostMapping("/feeds/try")
    String look(
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "{}") String options,
            Model model) {
        model.addAttribute("address", address);
        try {
            var looked = type.isBlank() ? adding.look(address) : adding.look(type, at, options(options));
            model.addAttribute("looked", FeedTrialView.of(looked));
            model.addAttribute("problem", looked.problem());
        } catch (BadRequest bad) {
            model.addAttribute("problem", bad.getMessage());
        }
        describe(model);
        model.addAttribute("here", "/feeds/add");
        return "feed-add";
    }

    @PostMapping("/feeds/add")
    String add(
            @RequestParam String type,
            @RequestParam String at,
            @RequestParam(defaultValue = "{}") String options,
            @RequestParam(defaultValue = "") String home,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String company,
            @RequestParam(defaultValue = "") String every,
            RedirectAttributes after) {
        try {
            var employer = company.isBlank() ? null : company.strip();
            var feed = adding.add(new Feed(
                    type,
                    type,
                    at,
                    name.isBlank() ? at : name,
                    employer,
                    home(home),
                    AddingFeeds.every(every),
                    null,
                    Feed.Origin.ADDED,
                    options(options)));
            after.addFlashAttribute("notice", "%s is added and is read within a minute or two.".formatted(feed.name()));
            return "redirect:/feeds/" + feed.id();
        } catch (BadRequest bad) {
            after.addFlashAttribute("problem", bad.getMessage());
            return "redirect:/feeds/add";
        }
    }

    @PostMapping("/feeds/import")
    String importOpml(@RequestParam MultipartFile file, RedirectAttributes after) throws IOException {
        try {
            if (file.getSize() > FeedLists.MOST_BYTES)
                throw new BadRequest("The file is too large for a list of feeds.");
            after.addFlashAttribute("imported", adding.importOpml(file.getBytes()));
        } catch (BadRequest bad) {
            after.addFlashAttribute("problem", bad.getMessage());
        }
        return "redirect:/feeds/add#lists";
    }

    @PostMapping("/feeds/{id}/change")
    String change(
            @PathVariable String id, @RequestParam String name, @RequestParam String every, RedirectAttributes after) {
        return done(() -> adding.change(id, name, every), "Changed.", after);
    }

    @PostMapping("/feeds/{id}/off")
    String off(@PathVariable String id, RedirectAttributes after) {
        return done(
                () -> adding.switchOff(id),
                "Switched off. It is not read any more; its postings stay for now and end as if the feed had fallen silent.",
                after);
    }

    @PostMapping("/feeds/{id}/on")
    String on(@PathVariable String id, RedirectAttributes after) {
        return done(() -> adding.switchOn(id), "Switched on; it is read as soon as its server's pause allows.", after);
    }

    @PostMapping("/feeds/{id}/remove")
    String remove(@PathVariable String id, RedirectAttributes after) {
        return done(
                () -> adding.remove(id),
                "Removed. Its postings stay for now and end as if the feed had fallen silent. You can take it back below.",
                after);
    }

    @PostMapping("/feeds/{id}/take-back")
    String takeBack(@PathVariable String id, RedirectAttributes after) {
        return done(() -> adding.takeBack(id), "Taken back; it is read as soon as its server's pause allows.", after);
    }

    private static String done(Runnable change, String notice, RedirectAttributes after) {
        try {
            change.run();
            after.addFlashAttribute("notice", notice);
        } catch (BadRequest bad) {
            after.addFlashAttribute("problem", bad.getMessage());
        }
        return "redirect:/feeds/add#added";
    }

    private void describe(Model model) {
        var now = clock.instant();
        model.addAttribute(
                "added",
                added.all().stream().map(one -> FeedTrialView.Row.of(one, now)).toList());
    }

    private static Map<String, String> options(String json) {
        try {
            if (json.length() > 8_000) throw new BadRequest("The options are too long.");
            return JSON.readValue(json, OPTIONS);
        } catch (JacksonException | NullPointerException broken) {
            throw new BadRequest("The options are no JSON object of texts.");
        }
    }

    static @Nullable URI home(@Nullable String address) {
        try {
            var web = PostingView.webAddress(address);
            return web == null ? null : URI.create(web);
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }
}
