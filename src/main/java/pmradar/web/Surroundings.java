package pmradar.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import pmradar.account.Access;
import pmradar.account.Account;
import pmradar.account.CurrentAccount;
import pmradar.feed.Feed;
import pmradar.feed.Feeds;

/// What every page shows around its content: colours, the samples' banner, where the reader is.
@ControllerAdvice(
        assignableTypes = {
            SearchPage.class,
            PostingPage.class,
            FeedPage.class,
            PlainPages.class,
            RulesPage.class,
            FeedAddPage.class,
            BlockedPage.class,
            MinePage.class,
            SettingsPage.class,
            AlertPage.class,
            TrendPage.class,
            ReportPage.class,
            SentReportPage.class,
            UnsubscribePage.class,
            AccountPage.class,
            PeoplePage.class
        })
class Surroundings {

    static final String THEME = "theme";
    private static final String OWNER = "owner";
    private static final List<String> THEMES = List.of("system", "light", "dark");

    private final Feeds feeds;

    private final Access access;
    private final CurrentAccount current;
    private final Habits habits;

    Surroundings(Feeds feeds, Access access, CurrentAccount current, Habits habits) {
        this.feeds = feeds;
        this.access = access;
        this.current = current;
        this.habits = habits;
    }

    @ModelAttribute
    void describe(HttpServletRequest request, Model model) {
        model.addAttribute(THEME, habits.now().theme());
        model.addAttribute("here", here(request));
        if (access == Access.ACCOUNTS) {
            current.get().ifPresent(account -> model.addAttribute("signedIn", account.name()));
        }
        model.addAttribute(OWNER, owns());
        model.addAttribute(
                "samples",
                feeds.states().stream().anyMatch(state -> state.feed().origin() == Feed.Origin.SAMPLE));
    }

    /// Whether to offer what only the owner may do: [OwnersPart].
    private boolean owns() {
        return current.get()
                .filter(account -> account.role() == Account.Role.OWNER)
                .isPresent();
    }

    /// As this browser was told last, for pages on which nobody is known.
    static String theme(HttpServletRequest request) {
        var cookies = request.getCookies();
        if (cookies == null) return "system";
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(THEME))
                .map(Cookie::getValue)
                .map(Surroundings::known)
                .findFirst()
                .orElse("system");
    }

    static String known(String theme) {
        return THEMES.contains(theme) ? theme : "system";
    }

    static String opposite(String theme) {
        return theme.equals("dark") ? "light" : "dark";
    }

    private static String here(HttpServletRequest request) {
        var query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }
}
