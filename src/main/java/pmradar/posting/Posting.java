package pmradar.posting;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pmradar.classify.Classification;

/// One open or closed posting as PM Radar knows it: a snapshot, read from the store.
///
/// @param eligible from where one may work, as written
/// @param workFrom the same for machines: ISO 3166-1 alpha-2 countries, `EU`, `EMEA` and other groups of countries,
///     `UTC-5` to `UTC+2` and other zones; empty where nothing is said
/// @param contradictions what a field, the title and the text say differently of one thing, in sentences
/// @param classification as people have corrected it
/// @param corrections those that hold, oldest first
/// @param blockedBy the rule of the block list that hides it; null while none does
/// @param version grows with every change of the store; what has seen a number has seen all below it
public record Posting(
        PostingId id,
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
        @Nullable String url,
        @Nullable String applyUrl,
        String text,
        @Nullable String html,
        List<String> contradictions,
        Classification classification,
        Life life,
        List<Sighting> sightings,
        boolean sample,
        long version,
        List<Correction> corrections,
        @Nullable Long blockedBy) {

    /// @param firstSeen PM Radar's own first sight of it; @param claimedPosted the date that the ad claims;
    /// @param claimedAs the same as the ad writes it
    /// @param changed when its content last changed; @param closed when it was found closed
    /// @param closedWhy how that was seen, in words
    /// @param lost whether it is only not known to be open: nobody shows it any more, but nobody saw it close
    /// @param relisted how often it was advertised anew @param textSince since when its text is what it is
    /// @param opened since when it is open, or was the last time
    /// @param openBefore how long it was open before that, or in all once it is closed
    /// @param group the first posting of those that carry this text under another employer or under none; null
    ///     where there are no others
    /// @param offTopic whether it left the open ones because it is none for project managers, by rules or a person
    public record Life(
            Instant firstSeen,
            Instant lastSeen,
            @Nullable Instant claimedPosted,
            @Nullable String claimedAs,
            @Nullable Instant closesAt,
            @Nullable Instant changed,
            @Nullable Instant closed,
            @Nullable String closedWhy,
            boolean lost,
            int relisted,
            @Nullable Instant lastRelisted,
            Instant textSince,
            Instant opened,
            Duration openBefore,
            @Nullable PostingId group,
            boolean offTopic) {

        /// Of a posting for project managers that was open once and stands alone.
        public Life(
                Instant firstSeen,
                Instant lastSeen,
                @Nullable Instant claimedPosted,
                @Nullable String claimedAs,
                @Nullable Instant closesAt,
                @Nullable Instant changed,
                @Nullable Instant closed,
                @Nullable String closedWhy) {
            this(
                    firstSeen,
                    lastSeen,
                    claimedPosted,
                    claimedAs,
                    closesAt,
                    changed,
                    closed,
                    closedWhy,
                    false,
                    0,
                    null,
                    firstSeen,
                    firstSeen,
                    closed == null ? Duration.ZERO : Duration.between(firstSeen, closed),
                    null,
                    false);
        }

        /// How long it has been open in all.
        public Duration openFor(Instant now) {
            return closed == null ? openBefore.plus(Duration.between(opened, now)) : openBefore;
        }
    }

    public Posting {
        places = List.copyOf(places);
        eligible = List.copyOf(eligible);
        workFrom = Set.copyOf(workFrom);
        employment = Set.copyOf(employment);
        contradictions = List.copyOf(contradictions);
        sightings = List.copyOf(sightings);
        corrections = List.copyOf(corrections);
    }

    /// As nobody has blocked it.
    public Posting(
            PostingId id,
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
            @Nullable String url,
            @Nullable String applyUrl,
            String text,
            @Nullable String html,
            List<String> contradictions,
            Classification classification,
            Life life,
            List<Sighting> sightings,
            boolean sample,
            long version,
            List<Correction> corrections) {
        this(
                id,
                title,
                company,
                places,
                remote,
                eligible,
                workFrom,
                pay,
                employment,
                seniority,
                department,
                requisition,
                url,
                applyUrl,
                text,
                html,
                contradictions,
                classification,
                life,
                sightings,
                sample,
                version,
                corrections,
                null);
    }

    /// As nobody has corrected it.
    public Posting(
            PostingId id,
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
            @Nullable String url,
            @Nullable String applyUrl,
            String text,
            @Nullable String html,
            List<String> contradictions,
            Classification classification,
            Life life,
            List<Sighting> sightings,
            boolean sample,
            long version) {
        this(
                id,
                title,
                company,
                places,
                remote,
                eligible,
                workFrom,
                pay,
                employment,
                seniority,
                department,
                requisition,
                url,
                applyUrl,
                text,
                html,
                contradictions,
                classification,
                life,
                sightings,
                sample,
                version,
                List.of());
    }

    /// Whether it is to be shown among the open ones.
    public boolean open() {
        return life.closed() == null && blockedBy == null;
    }
}
