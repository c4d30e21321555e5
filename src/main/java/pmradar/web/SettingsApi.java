package pmradar.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import pmradar.pursuit.Preference;
import pmradar.pursuit.Preferences;

/// How the caller likes the pages, for programs.
@RestController
@RequestMapping(path = "/api/settings", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Settings")
class SettingsApi {

    private final Habits habits;
    private final Preferences preferences;
    private final Pursuing pursuing;

    SettingsApi(Habits habits, Preferences preferences, Pursuing pursuing) {
        this.habits = habits;
        this.preferences = preferences;
        this.pursuing = pursuing;
    }

    /// What is left out is as usual.
    @Schema(name = "Settings")
    record SettingsJson(
            @Schema(description = "system, light or dark; system when absent") @Nullable
            String theme,

            @Schema(description = "of times, as Europe/Oslo; that of the server when absent") @Nullable
            String zone,

            @Schema(
                    description =
                            "of lists: newest, score or pay; when absent the best match, without words the newest")
            @Nullable
            String sort,

            @JsonProperty("per_page") @Schema(description = "10, 20, 30, 50 or 100") @Nullable
            Integer perPage,

            @JsonProperty("show_hidden") @Schema(description = "whether lists show what was hidden") @Nullable
            Boolean showHidden,

            @Schema(description = "the language of dates, as a language tag") @Nullable
            String dates) {

        static SettingsJson of(Preference one) {
            return new SettingsJson(
                    one.theme(),
                    one.zone() == null ? null : one.zone().getId(),
                    one.sort(),
                    one.perPage(),
                    one.showHidden(),
                    one.dates());
        }

        Preference wanted() {
            var usual = Preference.USUAL;
            try {
                return new Preference(
                        Objects.requireNonNullElse(theme, usual.theme()),
                        Preference.zone(zone),
                        sort,
                        Objects.requireNonNullElse(perPage, usual.perPage()),
                        Objects.requireNonNullElse(showHidden, usual.showHidden()),
                        Objects.requireNonNullElse(dates, usual.dates()));
            } catch (IllegalArgumentException wrong) {
                throw new BadRequest(String.valueOf(wrong.getMessage()));
            }
        }
    }

    @GetMapping
    @Operation(operationId = "getSettings", summary = "How the caller likes the pages")
    SettingsJson settings() {
        return SettingsJson.of(habits.now());
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "setSettings", summary = "Sets all of it; what is left out becomes as usual")
    SettingsJson set(@RequestBody SettingsJson asked) {
        preferences.set(pursuing.account(), asked.wanted());
        return settings();
    }

    @DeleteMapping
    @Operation(operationId = "resetSettings", summary = "Makes everything as usual again")
    SettingsJson reset() {
        preferences.forget(pursuing.account());
        return settings();
    }
}
