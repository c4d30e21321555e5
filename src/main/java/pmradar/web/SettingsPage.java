package pmradar.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import pmradar.pursuit.Preference;
import pmradar.pursuit.Preferences;

/// How a person likes the pages: kept with the account. The colours are in a cookie too, for the pages before the door.
@Controller
class SettingsPage {

    private final Habits habits;
    private final Preferences preferences;
    private final Pursuing pursuing;

    SettingsPage(Habits habits, Preferences preferences, Pursuing pursuing) {
        this.habits = habits;
        this.preferences = preferences;
        this.pursuing = pursuing;
    }

    /// One way to choose. @param value as it is sent
    record Choice(String value, String words, boolean current) {}

    @GetMapping("/settings")
    String page(Model model) {
        var now = habits.now();
        model.addAttribute("themes", choices(Preference.THEMES, now.theme(), SettingsPage::theme));
        model.addAttribute("sorts", choices(sorts(), Objects.requireNonNullElse(now.sort(), ""), SettingsPage::sort));
        model.addAttribute("sizes", choices(Preference.PER_PAGE, now.perPage(), Object::toString));
        model.addAttribute("dates", choices(Preference.DATES, now.dates(), SettingsPage::language));
        model.addAttribute("zone", now.zone() == null ? "" : now.zone().getId());
        model.addAttribute("zones", zones());
        model.addAttribute("serverZone", ZoneId.systemDefault().getId());
        model.addAttribute("showHidden", now.showHidden());
        model.addAttribute("usual", now.equals(Preference.USUAL));
        return "settings";
    }

    private static List<Choice> choices(
            List<?> values, Object current, java.util.function.Function<Object, String> words) {
        return values.stream()
                .map(value -> new Choice(value.toString(), words.apply(value), value.equals(current)))
                .toList();
    }

    private static List<String> sorts() {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(""), Preference.SORTS.stream())
                .toList();
    }

    private static String theme(Object value) {
        return value.equals("system") ? "as the system says" : value.toString();
    }

    private static String sort(Object value) {
        return switch (value.toString()) {
            case "" -> "best match, without words newest";
            case "score" -> "most technical";
            default -> value.toString();
        };
    }

    private static String language(Object value) {
        var locale = Locale.forLanguageTag(value.toString());
        return "%s, %s".formatted(locale.getDisplayName(Locale.ENGLISH), Wording.sample(locale));
    }

    private static List<String> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id ->
                        id.matches("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+|UTC"))
                .sorted()
                .toList();
    }

    @PostMapping("/settings")
    String set(
            @RequestParam(defaultValue = "system") String theme,
            @RequestParam(defaultValue = "") String zone,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "30") int perPage,
            @RequestParam(defaultValue = "false") boolean showHidden,
            @RequestParam(defaultValue = "en") String dates,
            HttpServletResponse response,
            RedirectAttributes after) {
        try {
            var wanted = new Preference(
                    theme, Preference.zone(zone), sort.isBlank() ? null : sort, perPage, showHidden, dates);
            preferences.set(pursuing.account(), wanted);
            remember(theme, response);
            after.addFlashAttribute("notice", "Remembered.");
        } catch (IllegalArgumentException wrong) {
            after.addFlashAttribute("wrong", wrong.getMessage());
        }
        return "redirect:/settings";
    }

    /// Everything as usual; what was set before can be brought back from the page that follows.
    @PostMapping("/settings/defaults")
    String defaults(HttpServletResponse response, RedirectAttributes after) {
        var before = habits.now();
        preferences.forget(pursuing.account());
        remember(Preference.USUAL.theme(), response);
        after.addFlashAttribute("before", before);
        return "redirect:/settings";
    }

    /// Remembers light, dark or the system's choice; `other` is the opposite of what is set.
    @PostMapping("/settings/theme")
    String theme(
            @RequestParam String theme,
            @RequestParam(defaultValue = "/settings") String back,
            HttpServletResponse response) {
        var before = habits.now();
        var chosen = theme.equals("other") ? Surroundings.opposite(before.theme()) : Surroundings.known(theme);
        preferences.set(pursuing.account(), before.withTheme(chosen));
        remember(chosen, response);
        return "redirect:" + (PlainPages.ownPath(back) ? back : "/settings");
    }

    private static void remember(String theme, HttpServletResponse response) {
        var cookie = ResponseCookie.from(Surroundings.THEME, theme)
                .path("/")
                .maxAge(Duration.ofDays(365))
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
