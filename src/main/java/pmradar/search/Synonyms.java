package pmradar.search;

import java.util.Set;
import org.springframework.modulith.NamedInterface;

/// Knows other names of one thing, such as Kubernetes for k8s. Public for the engines of this room only.
@NamedInterface("engine")
@FunctionalInterface
public interface Synonyms {

    Synonyms NONE = _ -> Set.of();

    /// The longest name, in words, that is looked up.
    int MOST_WORDS = 4;

    /// All other names of what these words name, the taxonomy's own among them; empty when they name nothing known.
    Set<String> of(String words);
}
