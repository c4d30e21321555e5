package pmradar.feed.type;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pmradar.feed.Workplace;

/// The workplace behind the value of a field that is *about* the workplace; never to be used on titles or texts.
final class WorkplaceWords {
    private WorkplaceWords() {}

    static @Nullable Workplace of(@Nullable String said) {
        if (said == null) return null;
        String squeezed = said.toLowerCase(Locale.ROOT).replaceAll("[\\s_\\-]+", "");
        if (squeezed.contains("hybrid")) return Workplace.HYBRID;
        return switch (squeezed) {
            case "onsite", "office", "inoffice", "inperson", "none", "orasite", "orainperson", "oraonsite" ->
                Workplace.ON_SITE;
            case "remote",
                    "fully",
                    "fullyremote",
                    "fullremote",
                    "remotefull",
                    "telecommute",
                    "oraremote",
                    "remotework",
                    "workfromhome",
                    "remoteonly",
                    "100%remote" -> Workplace.REMOTE;
            default -> null;
        };
    }

    /// For feeds that have a flag each. Several that are true contradict each other, except that hybrid work has some
    /// of
    /// both.
    static @Nullable Workplace of(boolean remote, boolean hybrid, boolean onSite) {
        if (hybrid) return Workplace.HYBRID;
        if (remote) return onSite ? Workplace.HYBRID : Workplace.REMOTE;
        return onSite ? Workplace.ON_SITE : null;
    }
}
