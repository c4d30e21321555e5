package pmradar.classify;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One way to write a term, with the rules under which it is meant.
///
/// @param tokens as written in the file
/// @param exact whether case must agree, too
/// @param rules null when the word always means the term
record Word(
        int term,
        List<String> tokens,
        boolean exact,
        @Nullable Rules rules,
        int line) {

    /// The longest word of the file, in tokens.
    static final int MAX_TOKENS = 9;

    Word {
        tokens = List.copyOf(tokens);
    }

    /// Conditions on the neighbourhood of a doubtful word; hashes of single words.
    ///
    /// @param near one of these stands in the same clause @param nearTerm or another term of the taxonomy does
    /// @param notNear none of these does @param notBefore none of these follows
    /// @param notAfter none of these precedes
    record Rules(
            long[] near,
            boolean nearTerm,
            long[] notNear,
            long[] before,
            long[] after,
            long[] notBefore,
            long[] notAfter) {}
}
