package pmradar.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pmradar.classify.Domain;
import pmradar.posting.Pay;
import pmradar.posting.Place;
import pmradar.posting.Posting;
import pmradar.posting.Sighting;

/// A posting as a list of the API shows it.
@Schema(name = "Posting")
record PostingJson(
        @Schema(description = "names the posting for good") String id,
        String title,
        @Nullable String company,
        List<String> locations,
        List<String> countries,

        @Schema(allowableValues = {"remote", "hybrid", "on-site", "unknown"})
        String remote,

        @Nullable PayJson pay,
        List<String> employment,
        String label,
        int score,
        String family,
        List<String> domains,
        @Nullable String url,
        List<String> feeds,
        @JsonProperty("first_seen") Instant firstSeen,
        @JsonProperty("last_seen") Instant lastSeen,
        @JsonProperty("posted_at") @Nullable Instant postedAt,

        @Schema(description = "invented, shown while no feed has delivered")
        boolean sample) {

    @Schema(name = "Pay")
    record PayJson(
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            String currency,
            String period,

            @Schema(description = "in the currency by the year: 2,080 hours, 260 days, 52 weeks, 12 months")
            @JsonProperty("yearly_min")
            @Nullable
            BigDecimal yearlyMin,

            @JsonProperty("yearly_max") @Nullable BigDecimal yearlyMax,

            @Schema(description = "by a field of the feed; else read from the text")
            boolean stated) {

        static PayJson of(Pay pay) {
            return new PayJson(
                    pay.min(),
                    pay.max(),
                    pay.currency(),
                    Wording.tag(pay.period()),
                    pay.yearlyMin(),
                    pay.yearlyMax(),
                    pay.stated());
        }
    }

    static PostingJson of(Posting posting) {
        var found = posting.classification();
        return new PostingJson(
                posting.id().toString(),
                posting.title(),
                posting.company(),
                posting.places().stream().map(Place::raw).toList(),
                posting.places().stream()
                        .map(Place::country)
                        .filter(java.util.Objects::nonNull)
                        .distinct()
                        .toList(),
                Wording.tag(posting.remote()),
                posting.pay() == null ? null : PayJson.of(posting.pay()),
                posting.employment().stream().sorted().map(Wording::tag).toList(),
                Wording.label(found.label()),
                found.score(),
                Wording.tag(found.family()),
                found.domains().stream().map(Domain::tag).toList(),
                posting.url(),
                posting.sightings().stream().map(Sighting::feedId).distinct().toList(),
                posting.life().firstSeen(),
                posting.life().lastSeen(),
                posting.life().claimedPosted(),
                posting.sample());
    }

    /// One posting with all that is known of it.
    @Schema(name = "WholePosting")
    record Whole(
            @JsonUnwrapped PostingJson posting,
            @JsonProperty("apply_url") @Nullable String applyUrl,

            @Schema(description = "from where one may work, as written")
            List<String> eligible,

            @Schema(description = "the same as ISO 3166-1 codes, groups of countries and time zones")
            @JsonProperty("work_from")
            List<String> workFrom,

            @Schema(description = "what the parts of the ad say differently of one thing, in sentences")
            List<String> contradictions,

            @Nullable String seniority,

            @Schema(description = "the date of posting as the ad writes it") @JsonProperty("posted_as") @Nullable
            String postedAs,

            @Nullable String department,
            @Nullable String requisition,
            boolean open,
            @JsonProperty("closes_at") @Nullable Instant closesAt,
            @JsonProperty("changed_at") @Nullable Instant changedAt,
            @JsonProperty("closed_at") @Nullable Instant closedAt,
            @JsonProperty("closed_why") @Nullable String closedWhy,

            @Schema(description = "the rule of the block list that hides it") @JsonProperty("blocked_by") @Nullable
            String blockedBy,

            List<SightingJson> sightings,
            VerdictJson verdict) {

        static Whole of(Posting posting) {
            var life = posting.life();
            return new Whole(
                    PostingJson.of(posting),
                    posting.applyUrl(),
                    posting.eligible(),
                    posting.workFrom().stream().sorted().toList(),
                    posting.contradictions(),
                    posting.seniority() == null ? null : Wording.tag(posting.seniority()),
                    life.claimedAs(),
                    posting.department(),
                    posting.requisition(),
                    posting.open(),
                    life.closesAt(),
                    life.changed(),
                    life.closed(),
                    life.closedWhy(),
                    posting.blockedBy() == null ? null : String.valueOf(posting.blockedBy()),
                    posting.sightings().stream().map(SightingJson::of).toList(),
                    VerdictJson.of(posting.classification(), posting.text()));
        }
    }

    @Schema(name = "Sighting")
    record SightingJson(
            String feed,
            @JsonProperty("external_id") String externalId,
            @Nullable String url,
            @JsonProperty("first_seen") Instant firstSeen,
            @JsonProperty("last_seen") Instant lastSeen,
            @Nullable Instant until) {

        static SightingJson of(Sighting sighting) {
            return new SightingJson(
                    sighting.feedId(),
                    sighting.externalId(),
                    sighting.url(),
                    sighting.firstSeen(),
                    sighting.lastSeen(),
                    sighting.until());
        }
    }
}
