package pmradar.feed;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/// The languages that PM Radar understands, by name.
@Component
public class FeedTypes {
    private final Map<String, FeedType> byName = new TreeMap<>();

    public FeedTypes(List<FeedType> types) {
        for (var type : types) {
            var other = byName.put(type.name(), type);
            if (other != null) {
                throw new IllegalStateException("Two feed types are named %s: %s and %s"
                        .formatted(
                                type.name(),
                                type.getClass().getName(),
                                other.getClass().getName()));
            }
        }
    }

    public Optional<FeedType> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /// All of them, by name.
    List<FeedType> all() {
        return List.copyOf(byName.values());
    }

    public SortedSet<String> names() {
        return new TreeSet<>(byName.keySet());
    }
}
