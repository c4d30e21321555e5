package pmradar.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Pages that only say something: the query language, about, and the settings of the reader's own browser.
@Controller
class PlainPages {

    @GetMapping("/query-help")
    String queryHelp() {
        return "query-help";
    }

    @GetMapping("/about")
    String about() {
        return "about";
    }

    @GetMapping("/settings")
    String settings() {
        return "settings";
    }

    /// Remembers light, dark or the system's choice; `other` is the opposite of what is set.
    @PostMapping("/settings/theme")
    String theme(
            @RequestParam String theme,
            @RequestParam(defaultValue = "/settings") String back,
            @CookieValue(name = Surroundings.THEME, defaultValue = "system") String remembered,
            HttpServletResponse response) {
        var chosen = theme.equals("other") ? Surroundings.opposite(remembered) : Surroundings.known(theme);
        var cookie = ResponseCookie.from(Surroundings.THEME, chosen)
                .path("/")
                .maxAge(Duration.ofDays(365))
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return "redirect:" + (ownPath(back) ? back : "/settings");
    }

    /// Only a path of this server, so that no form of another one can lead a reader away.
    private static boolean ownPath(String back) {
        return back.matches("/(?![/\\\\])[^\\s\\\\\\p{Cntrl}]{0,2000}") && !back.contains("{");
    }
}
