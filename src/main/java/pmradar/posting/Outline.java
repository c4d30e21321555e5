package pmradar.posting;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pmradar.classify.Domain;
import pmradar.classify.Evidence;
import pmradar.classify.Facts;
import pmradar.classify.Flag;
import pmradar.classify.Label;

/// What is counted of a posting: it without its text, and without what is quoted from it.
///
/// @param label as the program judged it, like all that follows up to `rulesVersion`
/// @param asked what its evidence asks for, in the order of the text
/// @param corrected whether a correction by a person holds
/// @param blocked whether a rule of the block list hides it
/// @param version as of the posting
public record Outline(
        PostingId id,
        String title,
        @Nullable String company,
        List<Place> places,
        Remote remote,
        @Nullable Pay pay,
        Label label,
        List<Domain> domains,
        Facts facts,
        Set<Flag> flags,
        String rulesVersion,
        List<Asked> asked,
        Posting.Life life,
        List<Seen> sightings,
        boolean sample,
        boolean corrected,
        boolean blocked,
        long version) {

    public record Asked(String requirement, Evidence.Necessity necessity) {}

    /// @param firstSeen in that feed
    public record Seen(String feedId, Instant firstSeen) {}
}
