package pmradar.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pmradar.account.Account;
import pmradar.account.CurrentAccount;
import pmradar.pursuit.Preference;
import pmradar.pursuit.Preferences;
import pmradar.search.Criteria.Sort;

/// How the person who asks likes the pages.
@Component
class Habits {

    /// What holds for a search where its address says nothing.
    ///
    /// @param sort null for best match where there are words, else newest
    record ForLists(@Nullable Sort sort, boolean hiddenToo) {
        static final ForLists NONE = new ForLists(null, false);
    }

    private final Preferences preferences;
    private final CurrentAccount current;

    Habits(Preferences preferences, CurrentAccount current) {
        this.preferences = preferences;
        this.current = current;
    }

    Preference now() {
        return current.get().map(Account::id).map(preferences::of).orElse(Preference.USUAL);
    }

    static ForLists forLists(Preference preference) {
        var sort = preference.sort();
        return new ForLists(sort == null ? null : Sort.valueOf(sort.toUpperCase(Locale.ROOT)), preference.showHidden());
    }
}
