package pmradar.posting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the owner does not want to see. A blocked posting goes on living as it is, closes and reopens, but is not among
/// the open ones while its rule holds: no search, alert, match or report shows it.
public interface Blocks {

    /// What the words of a rule are compared with: the employer's name as a whole, up to its legal form; words of the
    /// employer's name, as agencies use them in many forms; words of the title; words of title or text. Words are
    /// whole words in a row, whatever their case and accents.
    enum Kind {
        EMPLOYER,
        AGENCY,
        TITLE,
        TEXT
    }

    /// @param undone when it was taken back; null while it holds
    /// @param hides how many postings it hides now
    record Block(
            long id,
            Kind kind,
            String words,
            String reason,
            String by,
            Instant at,
            @Nullable Instant undone,
            long hides) {}

    /// What a rule would hide.
    ///
    /// @param count among the open postings that were looked at; @param newest some of them
    /// @param looked how many were looked at; @param all whether these are all
    record Preview(long count, List<Hidden> newest, long looked, boolean all) {
        public Preview {
            newest = List.copyOf(newest);
        }
    }

    record Hidden(PostingId id, String title, @Nullable String company) {}

    /// How far the stored postings have followed the rules.
    record Progress(long total, long done, long changed, boolean going) {}

    /// Looks at open postings, newest first, for a few seconds at most. Changes nothing.
    ///
    /// @throws IllegalArgumentException if the words are none
    Preview preview(Kind kind, String words);

    /// Holds for what is recorded from now on; stored postings follow soon after.
    ///
    /// @throws IllegalArgumentException if words or reason are missing or too long, or the same rule holds already
    Block add(Kind kind, String words, String reason, String by, Instant now);

    /// Takes a rule back; does nothing if it was.
    ///
    /// @throws IllegalArgumentException if there is no such rule
    void undo(long block, Instant now);

    /// All that were ever made, newest first, those taken back among them.
    List<Block> all();

    Optional<Block> find(long block);

    /// Of the walk over the stored postings that goes on or went last; null when none was needed since the start.
    @Nullable
    Progress progress();
}
