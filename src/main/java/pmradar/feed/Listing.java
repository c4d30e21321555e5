package pmradar.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One job as the feed tells it, unjudged: every field may be missing or wrong.
///
/// @param externalId the feed's own id for it; unique within the feed
public record Listing(
        String externalId,
        @Nullable String title,
        @Nullable String company,
        Where where,
        Links links,
        Dates dates,
        Body body,
        Terms terms) {

    /// @param locations as written, most important first
    /// @param workplace where the work is done, if a field says so
    /// @param eligible from where one may apply or work, as written ("USA", "EMEA", "UTC-5 to UTC+1")
    public record Where(List<String> locations, @Nullable Workplace workplace, List<String> eligible) {
        public static final Where UNKNOWN = new Where(List.of(), null, List.of());

        public Where {
            locations = List.copyOf(locations);
            eligible = List.copyOf(eligible);
        }
    }

    /// @param url the page for people; @param applyUrl where one applies, if another
    public record Links(@Nullable String url, @Nullable String applyUrl) {}

    public record Dates(
            @Nullable StatedDate posted,
            @Nullable StatedDate updated,
            @Nullable StatedDate closes) {
        public static final Dates UNKNOWN = new Dates(null, null, null);
    }

    /// The description, as HTML (unescaped, not yet sanitised) or as plain text; at least one, if the feed gives any.
    public record Body(@Nullable String html, @Nullable String text) {}

    /// @param employmentType `FULL_TIME` `PART_TIME` `CONTRACT` `TEMPORARY` `INTERN` `VOLUNTEER` `PER_DIEM`, several
    ///     joined by a comma, or the feed's own words where they are none of these
    /// @param language ISO 639-1, if the feed says it
    /// @param seniority in the feed's own words
    public record Terms(
            @Nullable String employmentType,
            @Nullable StatedPay pay,
            @Nullable String department,
            @Nullable String requisition,
            @Nullable String language,
            @Nullable String seniority) {

        public Terms(
                @Nullable String employmentType,
                @Nullable StatedPay pay,
                @Nullable String department,
                @Nullable String requisition,
                @Nullable String language) {
            this(employmentType, pay, department, requisition, language, null);
        }

        public static final Terms UNKNOWN = new Terms(null, null, null, null, null);
    }
}
