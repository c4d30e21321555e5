package pmradar.search;

import java.util.List;
import org.springframework.modulith.NamedInterface;

/// Knows other names of one thing, such as Kubernetes for k8s. Public for the engines of this room only.
@NamedInterface("engine")
@FunctionalInterface
public interface Synonyms {

    Synonyms NONE = _ -> List.of();

    /// The longest name, in words, that is looked up.
    int MOST_WORDS = 4;

    /// All other names of what these words name, the one that people are shown first; empty when they name nothing
    /// known.
    List<String> of(String words);

    /// Another one whenever the names may have changed.
    default String edition() {
        return "";
    }
}
