package pmradar.feed;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// The feeds of the configuration, each checked at the start: a wrong entry stops it with a sentence that names the
/// entry, what is wrong with it and what would be right.
@Component
class KnownFeeds {
    private static final Duration SAMPLES_EVERY = Duration.ofHours(6);

    private final Map<String, Feed> feeds = new LinkedHashMap<>();
    private final Map<String, List<String>> keys = new HashMap<>();
    private final FeedTypes types;
    private final Environment environment;
    private final Supplier<List<AddedFeeds.Added>> added;

    @Autowired
    KnownFeeds(FeedSettings settings, FeedTypes types, Environment environment, AddedRows added) {
        this(settings, types, environment, added::all);
    }

    /// Those of the configuration alone.
    KnownFeeds(FeedSettings settings, FeedTypes types, Environment environment) {
        this(settings, types, environment, List::of);
    }

    private KnownFeeds(
            FeedSettings settings, FeedTypes types, Environment environment, Supplier<List<AddedFeeds.Added>> added) {
        this.types = types;
        this.environment = environment;
        this.added = added;
        for (int i = 0; i < settings.feeds().size(); i++) {
            var declared = settings.feeds().get(i);
            var place = "pmradar.feed.feeds[%d] (id %s)".formatted(i, declared.id());
            add(feed(declared), place);
            keys.put(declared.id(), declared.key());
        }
        for (int i = 0; settings.showSamples() && i < settings.samples().size(); i++) {
            var sample = settings.samples().get(i);
            add(feed(sample), "pmradar.feed.samples[%d] (id %s)".formatted(i, sample.id()));
        }
    }

    /// Those of the configuration, then those added in the product; where both have an id, the configuration's.
    List<Feed> all() {
        var all = new ArrayList<>(feeds.values());
        added.get().stream()
                .filter(one ->
                        one.removed() == null && !feeds.containsKey(one.feed().id()))
                .map(AddedFeeds.Added::feed)
                .sorted(Comparator.comparing(Feed::id))
                .forEach(all::add);
        return all;
    }

    /// Those of the configuration, samples included.
    List<Feed> declared() {
        return List.copyOf(feeds.values());
    }

    /// The variables that hold what a declared feed wants as its key.
    List<String> keys(Feed feed) {
        return keys.getOrDefault(feed.id(), List.of());
    }

    Optional<Feed> named(String id) {
        var declared = feeds.get(id);
        if (declared != null) return Optional.of(declared);
        return all().stream().filter(feed -> feed.id().equals(id)).findFirst();
    }

    /// Ids of added feeds that are switched off.
    Set<String> off() {
        return added.get().stream()
                .filter(one ->
                        one.off() != null && !feeds.containsKey(one.feed().id()))
                .map(one -> one.feed().id())
                .collect(Collectors.toSet());
    }

    /// Which variable a feed still wants before it can be read, in words; null when it wants none.
    @Nullable
    String waiting(Feed feed) {
        var missing = keys.getOrDefault(feed.id(), List.of()).stream()
                .filter(variable -> secret(variable) == null)
                .toList();
        return switch (missing.size()) {
            case 0 -> null;
            case 1 -> "wants the variable " + missing.getFirst();
            default -> "wants the variables " + String.join(" and ", missing);
        };
    }

    /// The feed as its type needs it for reading: with its keys among the options, by the variables' names and the
    /// first one as `key`. Only this copy knows them, and nobody keeps it.
    Feed withKeys(Feed feed) {
        var variables = keys.getOrDefault(feed.id(), List.of());
        if (variables.isEmpty()) {
            return feed;
        }
        var options = new HashMap<>(feed.options());
        for (var variable : variables) {
            var secret = secret(variable);
            if (secret != null) {
                options.put(variable, secret);
                options.putIfAbsent("key", secret);
            }
        }
        return withOptions(feed, options);
    }

    private @Nullable String secret(String variable) {
        var value = environment.getProperty(variable);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private void add(Feed feed, String place) {
        if (feeds.put(feed.id(), feed) != null) {
            throw new IllegalStateException("%s: another feed has this id already; ids must differ.".formatted(place));
        }
        var type = types.named(feed.type())
                .orElseThrow(() -> new IllegalStateException("%s: there is no feed type '%s'; there are %s."
                        .formatted(place, feed.type(), String.join(", ", types.names()))));
        if (feed.origin() == Feed.Origin.SAMPLE) {
            return;
        }
        try {
            type.first(feed);
        } catch (UnreadableFeed | IllegalArgumentException wrong) {
            throw new IllegalStateException(
                    "%s: '%s' is nothing that the type %s can read: %s"
                            .formatted(place, feed.at(), feed.type(), wrong.getMessage()),
                    wrong);
        }
    }

    private static Feed feed(FeedSettings.Declared declared) {
        return new Feed(
                declared.id(),
                declared.type(),
                declared.at(),
                name(declared.name(), declared.company(), declared.id()),
                declared.company(),
                declared.home(),
                declared.every(),
                declared.terms(),
                Feed.Origin.DECLARED,
                declared.options());
    }

    private static Feed feed(FeedSettings.Sample sample) {
        return new Feed(
                sample.id(),
                sample.type(),
                sample.at(),
                name(sample.name(), sample.company(), sample.id()),
                sample.company(),
                (URI) null,
                SAMPLES_EVERY,
                "Invented postings, shipped to show the program without a network.",
                Feed.Origin.SAMPLE,
                sample.options());
    }

    private static String name(@Nullable String name, @Nullable String company, String id) {
        return name != null ? name : company != null ? company : id;
    }

    private static Feed withOptions(Feed feed, Map<String, String> options) {
        return new Feed(
                feed.id(),
                feed.type(),
                feed.at(),
                feed.name(),
                feed.company(),
                feed.home(),
                feed.every(),
                feed.terms(),
                feed.origin(),
                options);
    }
}
