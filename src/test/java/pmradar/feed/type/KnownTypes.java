package pmradar.feed.type;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import pmradar.feed.Answer;
import pmradar.feed.Feed;
import pmradar.feed.FeedType;

/// All feed types of the room, found as the program finds them, and feeds to try them on.
public final class KnownTypes {
    private static final Map<String, FeedType> ALL = all();

    private KnownTypes() {}

    private static Map<String, FeedType> all() {
        var types = new TreeMap<String, FeedType>();
        try (var context = new AnnotationConfigApplicationContext("pmradar.feed.type")) {
            context.getBeansOfType(FeedType.class).values().forEach(type -> types.put(type.name(), type));
        }
        return types;
    }

    static Map<String, FeedType> byName() {
        return ALL;
    }

    public static FeedType named(String name) {
        var type = ALL.get(name);
        if (type == null) throw new IllegalArgumentException("no feed type " + name);
        return type;
    }

    public static Feed feed(String type, String at, @Nullable String company, Map<String, String> options) {
        return new Feed(
                "test", type, at, "Test", company, null, Duration.ofHours(1), null, Feed.Origin.DECLARED, options);
    }

    static Feed feed(String type) {
        return feed(type, "https://jobs.example.org/", null, Map.of());
    }

    static Answer answer(String uri, byte[] bytes) {
        return new Answer(URI.create(uri), 200, Map.of(), bytes);
    }

    public static Answer answer(byte[] bytes) {
        return answer("https://jobs.example.org/", bytes);
    }
}
