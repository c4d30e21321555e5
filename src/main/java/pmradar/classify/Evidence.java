package pmradar.classify;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One counted unit: where the text asks for something technical.
///
/// @param quote the text from `start` to `end`, verbatim
/// @param start @param end UTF-16 offsets into the posting's text, end exclusive
/// @param requirement the taxonomy's name for what is asked, where one is known
/// @param points what it adds to the score
public record Evidence(
        String quote,
        int start,
        int end,
        Type type,
        Strength strength,
        Necessity necessity,
        List<Domain> domains,
        @Nullable String requirement,
        int points) {

    public enum Type {
        E1,
        E2,
        E3,
        E4,
        E5
    }

    public enum Strength {
        S,
        M,
        W
    }

    public enum Necessity {
        MUST,
        PREFERRED
    }

    public Evidence {
        domains = List.copyOf(domains);
    }
}
