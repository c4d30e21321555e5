package pmradar.feed;

import java.net.URI;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Added feeds in the database.
@Component
@Transactional
class StoredAddedFeeds implements AddedFeeds {
    private static final int MOST = 2_000;
    private static final int LONGEST_ID = 60;
    /// What addresses of the pages use themselves.
    private static final Set<String> TAKEN = Set.of("add", "try", "import", "export", "trial");

    private final AddedRows rows;
    private final KnownFeeds known;
    private final FeedTypes types;
    private final Feeds feeds;
    private final ApplicationEventPublisher events;

    StoredAddedFeeds(AddedRows rows, KnownFeeds known, FeedTypes types, Feeds feeds, ApplicationEventPublisher events) {
        this.events = events;
        this.rows = rows;
        this.known = known;
        this.types = types;
        this.feeds = feeds;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Added> all() {
        return rows.all();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Feed> same(Feed feed) {
        var address = source(feed);
        return known.all().stream()
                .filter(one -> one.origin() != Feed.Origin.SAMPLE)
                .filter(one -> source(one).equals(address))
                .findFirst();
    }

    /// What a feed asks first tells whether two are the same, however their addresses are written.
    private String source(Feed feed) {
        try {
            var first = types.named(feed.type()).map(type -> type.first(feed)).orElse(null);
            if (first == null) return feed.type() + " " + feed.at();
            return plain(first.uri()) + " " + first.body();
        } catch (UnreadableFeed | IllegalArgumentException wantsMore) {
            return feed.type() + " " + feed.at();
        }
    }

    private static String plain(URI uri) {
        var host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        var path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceFirst("/+$", "");
        return host + (uri.getPort() < 0 ? "" : ":" + uri.getPort()) + path + "?" + uri.getRawQuery();
    }

    @Override
    public Feed add(Feed feed, String by, Instant now) {
        var asked = checked(feed);
        same(asked).ifPresent(other -> {
            throw new IllegalArgumentException(
                    "This address is known already, as %s (%s).".formatted(other.name(), other.id()));
        });
        var all = rows.all();
        var source = source(asked);
        var before = all.stream()
                .filter(one -> one.removed() != null && source(one.feed()).equals(source))
                .findFirst();
        if (before.isPresent()) return takenBack(before.get().feed(), asked, now);
        if (all.size() >= MOST)
            throw new IllegalArgumentException("No more than %,d feeds can be added.".formatted(MOST));
        var named = withId(asked, freeId(asked, all));
        try {
            rows.insert(named, cut(by, 200), now);
        } catch (DuplicateKeyException raced) {
            throw new IllegalArgumentException("Another feed with this name was added at the same time. Try again.");
        }
        return named;
    }

    private Feed takenBack(Feed before, Feed asked, Instant now) {
        rows.removed(before.id(), null);
        rows.off(before.id(), null);
        rows.change(before.id(), asked.name(), asked.every());
        feeds.readNow(before.id(), now);
        return withId(asked, before.id());
    }

    private Feed checked(Feed feed) {
        var type = types.named(feed.type())
                .orElseThrow(() -> new IllegalArgumentException("There is no feed type '%s'; there are %s."
                        .formatted(feed.type(), String.join(", ", types.names()))));
        if (type instanceof LineFeed) {
            throw new IllegalArgumentException(
                    "Files of this machine are declared in config/feeds.yml, not added here.");
        }
        if (feed.at().isBlank() || feed.at().length() > 2_000) {
            throw new IllegalArgumentException("An address has 1 to 2,000 characters.");
        }
        if (AddedRows.options(feed).length() > AddedRows.LONGEST_OPTIONS) {
            throw new IllegalArgumentException("The options are too long.");
        }
        if (feed.company() != null && feed.company().length() > 200) {
            throw new IllegalArgumentException("An employer's name has at most 200 characters.");
        }
        check(feed.name(), feed.every());
        try {
            type.first(feed);
        } catch (UnreadableFeed | IllegalArgumentException wrong) {
            throw new IllegalArgumentException("'%s' is nothing that the type %s can read: %s"
                    .formatted(feed.at(), feed.type(), wrong.getMessage()));
        }
        var home = feed.home() != null && feed.home().toString().length() > 2_000 ? null : feed.home();
        return new Feed(
                feed.id(),
                feed.type(),
                feed.at(),
                feed.name().strip(),
                feed.company(),
                home,
                feed.every(),
                feed.terms(),
                Feed.Origin.ADDED,
                feed.options());
    }

    private static void check(String name, Duration every) {
        if (name.isBlank() || name.strip().length() > 200) {
            throw new IllegalArgumentException("A feed's name has 1 to 200 characters.");
        }
        if (every.compareTo(SHORTEST) < 0 || every.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("A feed is read every 5 minutes at most and every 30 days at least.");
        }
    }

    /// Lower-case letters, digits and hyphens of its name; numbered where another feed has or had that id.
    private String freeId(Feed feed, List<Added> added) {
        var taken = new HashSet<>(TAKEN);
        known.all().forEach(one -> taken.add(one.id()));
        added.forEach(one -> taken.add(one.feed().id()));
        var plain = Normalizer.normalize(feed.name(), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        var wish = plain.isEmpty() ? feed.type() : cut(plain, LONGEST_ID).replaceAll("-+$", "");
        var id = wish;
        for (int number = 2; taken.contains(id); number++) id = wish + "-" + number;
        return id;
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    private static Feed withId(Feed feed, String id) {
        return new Feed(
                id,
                feed.type(),
                feed.at(),
                feed.name(),
                feed.company(),
                feed.home(),
                feed.every(),
                feed.terms(),
                feed.origin(),
                feed.options());
    }

    @Override
    public void change(String id, String name, Duration every) {
        check(name, every);
        rows.change(held(id).feed().id(), name.strip(), every);
    }

    @Override
    public void switchOff(String id, Instant now) {
        if (held(id).off() == null) rows.off(id, now);
    }

    @Override
    public void switchOn(String id, Instant now) {
        held(id);
        rows.off(id, null);
        feeds.readNow(id, now);
    }

    @Override
    public void remove(String id, Instant now) {
        if (held(id).removed() != null) return;
        rows.removed(id, now);
        events.publishEvent(new FeedEvent.FeedRemoved(id));
    }

    @Override
    public void takeBack(String id, Instant now) {
        var feed = held(id).feed();
        same(feed).filter(other -> !other.id().equals(id)).ifPresent(other -> {
            throw new IllegalArgumentException(
                    "Its address is known already, as %s (%s).".formatted(other.name(), other.id()));
        });
        rows.removed(id, null);
        feeds.readNow(id, now);
    }

    private Added held(String id) {
        return rows.all().stream()
                .filter(one -> one.feed().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "No feed '%s' was added here. Those of config/feeds.yml are changed there.".formatted(id)));
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> unread() {
        var declared = known.declared().stream().map(Feed::id).collect(Collectors.toSet());
        return rows.all().stream()
                .filter(one -> one.removed() != null || one.off() != null)
                .map(one -> one.feed().id())
                .filter(id -> !declared.contains(id))
                .toList();
    }
}
