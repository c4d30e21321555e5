package pmradar.posting;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A listing cleaned, not yet known: plain text, places, pay, canonical link.
///
/// @param externalId the feed's own id for it
/// @param text plain text of the body; offsets of evidence point into it
/// @param html the body as safe HTML, or null where only text is known
/// @param postedAt as the ad claims
/// @param eligible from where one may work, as written
/// @param sample whether it comes from the shipped samples
public record Draft(
        String externalId,
        String title,
        @Nullable String company,
        List<Place> places,
        Remote remote,
        List<String> eligible,
        @Nullable Pay pay,
        Set<EmploymentType> employment,
        @Nullable String department,
        @Nullable String requisition,
        @Nullable Instant postedAt,
        @Nullable Instant closesAt,
        @Nullable String url,
        @Nullable String applyUrl,
        String text,
        @Nullable String html,
        boolean sample) {

    public Draft {
        places = List.copyOf(places);
        eligible = List.copyOf(eligible);
        employment = Set.copyOf(employment);
    }
}
