package pmradar.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pmradar.alert.SavedSearch;
import pmradar.search.Criteria;
import pmradar.search.Criteria.Sort;

/// A saved search, for programs.
///
/// @param search as in the address of a search, such as `q=kubernetes&label=technical`
/// @param understood the same in words @param state listening, muted or paused
/// @param feed path of its private Atom feed, with the secret; the JSON feed ends in `.json` instead
/// @param since nothing that was there before is told
@Schema(name = "Alert")
record AlertJson(
        String id,
        String name,
        String search,
        String understood,
        String state,

        @Schema(allowableValues = {"search", "own", "feeds"})
        String subject,

        String feed,
        Instant since,
        @JsonProperty("muted_until") @Nullable Instant mutedUntil,
        @JsonProperty("next_due") Instant nextDue,
        Hearing hearing) {

    private static final int LONGEST_SEARCH = 40_000;

    /// When and of how much to hear; what is left out is as usual.
    @Schema(name = "AlertHearing")
    record Hearing(
            @Schema(allowableValues = {"at-once", "daily", "weekly"}) @Nullable
            String pace,

            @Schema(description = "such as Europe/Vienna") @Nullable
            String zone,

            @Schema(description = "time of day, such as 08:00") @Nullable
            String at,

            @Schema(description = "monday to sunday") @Nullable
            List<String> days,

            @JsonProperty("quiet_from") @Nullable String quietFrom,
            @JsonProperty("quiet_to") @Nullable String quietTo,
            @JsonProperty("per_day") @Nullable Integer perDay,
            @JsonProperty("per_employer") @Nullable Integer perEmployer,
            @JsonProperty("least_score") @Nullable Integer leastScore,

            @Schema(description = "pay, requirements, closing") @Nullable
            List<String> changes,

            @JsonProperty("once_for_all") @Nullable Boolean onceForAll) {

        static final Hearing USUAL = new Hearing(null, null, null, null, null, null, null, null, null, null, null);

        static Hearing of(AlertForm form) {
            return new Hearing(
                    form.pace(),
                    form.zone(),
                    form.at(),
                    form.days(),
                    form.quietFrom(),
                    form.quietTo(),
                    form.perDay(),
                    form.perEmployer(),
                    form.leastScore(),
                    form.changes(),
                    form.onceForAll());
        }
    }

    /// What is asked for.
    @Schema(name = "NewAlert")
    record Asked(
            @Nullable String name,

            @Schema(description = "as in the address of a search, such as q=kubernetes&label=technical") @Nullable
            String search,

            @Nullable Hearing hearing) {

        AlertForm form() {
            var how = Objects.requireNonNullElse(hearing, Hearing.USUAL);
            return new AlertForm(
                    name,
                    how.pace(),
                    how.zone(),
                    how.at(),
                    how.days(),
                    how.quietFrom(),
                    how.quietTo(),
                    how.perDay(),
                    how.perEmployer(),
                    how.leastScore(),
                    how.changes(),
                    how.onceForAll());
        }

        /// @throws BadRequest naming what makes no sense
        Criteria criteria() {
            return AskedSearch.read(parameters(search), Set.of()).criteria();
        }
    }

    static AlertJson of(SavedSearch search, String understood, Instant now) {
        var muted = search.mutedUntil();
        return new AlertJson(
                String.valueOf(search.id()),
                search.name(),
                inAddress(search.criteria()),
                understood,
                AlertView.state(search, now),
                Wording.tag(search.subject()),
                "/alerts/feeds/" + search.token() + ".atom",
                search.since(),
                muted == null || muted.isBefore(now) ? null : muted,
                search.nextDue(),
                Hearing.of(AlertForm.of(search)));
    }

    private static String inAddress(Criteria criteria) {
        var link = new SearchAddress(criteria.query(), criteria.conditions(), Sort.NEWEST, null, null)
                .newestFirst()
                .link("/");
        var asked = Arrays.stream(link.replaceFirst("^/\\??", "").split("&"))
                .filter(one -> !one.startsWith("sort="))
                .toList();
        return String.join("&", asked);
    }

    private static Map<String, String[]> parameters(@Nullable String search) {
        var found = new LinkedHashMap<String, String[]>();
        if (search == null || search.isBlank()) return found;
        if (search.length() > LONGEST_SEARCH) throw new BadRequest("search has at most 40,000 characters.");
        for (var part : search.strip().replaceFirst("^\\?", "").split("&")) {
            var pair = part.split("=", 2);
            found.merge(decoded(pair[0]), new String[] {pair.length == 2 ? decoded(pair[1]) : ""}, AlertJson::both);
        }
        return found;
    }

    private static String[] both(String[] some, String[] one) {
        var all = Arrays.copyOf(some, some.length + 1);
        all[some.length] = one[0];
        return all;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw new BadRequest("search must be as in an address, such as q=kubernetes&label=technical.");
        }
    }
}
