package pmradar.pursuit;

import java.util.List;

/// What became of lines that were brought in.
///
/// @param added postings that were not among a person's before; @param changed those that were, and say more now
/// @param same lines that said nothing new; @param bad lines that could not be read, at most 1,000 of them
public record Taken(int added, int changed, int same, List<BadLine> bad) {

    /// @param number of the line, from 1; @param reason in words
    public record BadLine(int number, String reason) {}

    public Taken {
        bad = List.copyOf(bad);
    }
}
