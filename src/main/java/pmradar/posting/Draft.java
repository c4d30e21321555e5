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
/// @param workFrom the same for machines: ISO 3166-1 alpha-2 countries, `EU`, `EMEA` and other groups of countries,
///     `UTC-5` to `UTC+2` and other zones; empty where nothing is said
/// @param contradictions what a field, the title and the text say differently of one thing, in sentences
/// @param postedAs the claimed date as the ad writes it
/// @param sample whether it comes from the shipped samples
public record Draft(
        String externalId,
        String title,
        @Nullable String company,
        List<Place> places,
        Remote remote,
        List<String> eligible,
        Set<String> workFrom,
        @Nullable Pay pay,
        Set<EmploymentType> employment,
        @Nullable Seniority seniority,
        @Nullable String department,
        @Nullable String requisition,
        @Nullable Instant postedAt,
        @Nullable String postedAs,
        @Nullable Instant closesAt,
        @Nullable String url,
        @Nullable String applyUrl,
        String text,
        @Nullable String html,
        List<String> contradictions,
        boolean sample) {

    public Draft {
        places = List.copyOf(places);
        eligible = List.copyOf(eligible);
        workFrom = Set.copyOf(workFrom);
        employment = Set.copyOf(employment);
        contradictions = List.copyOf(contradictions);
    }
}
