package pmradar.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.TimeZoneAwareLocaleContext;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleContextResolver;

/// Writes dates in the language and the time zone that a person chose; the pages themselves are in English.
@Component("localeResolver")
class OwnDates implements LocaleContextResolver {

    private final Habits habits;

    OwnDates(Habits habits) {
        this.habits = habits;
    }

    /// Looked up when the first date is written, once for a request.
    @Override
    public LocaleContext resolveLocaleContext(HttpServletRequest request) {
        return new TimeZoneAwareLocaleContext() {
            private pmradar.pursuit.@Nullable Preference known;

            private pmradar.pursuit.Preference preference() {
                var preference = known == null ? habits.now() : known;
                known = preference;
                return preference;
            }

            @Override
            public Locale getLocale() {
                return Locale.forLanguageTag(preference().dates());
            }

            @Override
            public @Nullable TimeZone getTimeZone() {
                var zone = preference().zone();
                return zone == null ? null : TimeZone.getTimeZone(zone);
            }
        };
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return Locale.ENGLISH;
    }

    @Override
    public void setLocaleContext(
            HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable LocaleContext context) {
        throw new UnsupportedOperationException("Dates are set on the page of settings");
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("Dates are set on the page of settings");
    }
}
