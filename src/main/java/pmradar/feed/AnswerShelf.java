package pmradar.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Keeps raw answers as files below the data folder: a folder per feed, in it one per reading, in it one file per
/// answer. A reading is written beside and named at its end, so that a crash leaves nothing half. Trouble with the disk
/// is told in the log and never costs a reading.
@Component
class AnswerShelf implements KeptAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerShelf.class);
    private static final Duration BETWEEN_PRUNINGS = Duration.ofMinutes(10);
    private static final Duration ABANDONED = Duration.ofDays(1);

    private final FeedSettings.KeepAnswers settings;
    private final FeedSettings.Limits limits;
    private final FeedTypes types;
    private final KnownFeeds known;
    private final Clock clock;
    private final AtomicReference<Instant> pruned = new AtomicReference<>(Instant.EPOCH);

    AnswerShelf(FeedSettings settings, FeedTypes types, KnownFeeds known, Clock clock) {
        this.settings = settings.keepAnswers();
        this.limits = settings.limits();
        this.types = types;
        this.known = known;
        this.clock = clock;
    }

    /// What passes through while a feed is read. Only feeds that are known by their id are kept, not what is only
    /// tried.
    KeepingSource keep(Feed feed, Secrets secrets, AnswerSource source) {
        var on = settings.enabled() && known.named(feed.id()).isPresent();
        return new KeepingSource(
                source,
                secrets,
                on ? folder(feed.id()) : null,
                settings.perFeed().toBytes(),
                clock);
    }

    /// Names what was kept, and makes room.
    void put(Feed feed, KeepingSource keeping) {
        var ended = clock.instant();
        try {
            keeping.settle(KeptFolder.in(folder(feed.id())), ended);
            prune(KeptFolder.in(folder(feed.id())), settings.perFeed().toBytes(), ended);
            if (pruned.get().plus(BETWEEN_PRUNINGS).isBefore(ended)) pruneAll(ended);
        } catch (IOException broken) {
            LOG.warn("Feed {}: its answers could not be kept: {}", feed.id(), broken.toString());
        }
    }

    /// Deletes what is too old, and the oldest of what is too much, of all feeds together.
    void pruneAll(Instant now) throws IOException {
        pruned.set(now);
        var all = new ArrayList<KeptFolder>();
        for (var feed : KeptFolder.children(settings.directory())) {
            all.addAll(KeptFolder.in(feed));
            for (var folder : KeptFolder.children(feed)) if (abandoned(folder, now)) KeptFolder.delete(folder);
        }
        all.sort(Comparator.comparing(KeptFolder::ended).reversed());
        prune(all, settings.size().toBytes(), now);
    }

    /// @param newestFirst what there is
    private void prune(List<KeptFolder> newestFirst, long most, Instant now) throws IOException {
        var oldest = now.minus(settings.forAtMost());
        long bytes = 0;
        for (var folder : newestFirst) {
            bytes += folder.bytes();
            if (bytes > most || folder.ended().isBefore(oldest)) KeptFolder.delete(folder.path());
        }
    }

    private static boolean abandoned(Path folder, Instant now) throws IOException {
        return folder.getFileName().toString().startsWith(KeepingSource.UNFINISHED)
                && Files.getLastModifiedTime(folder).toInstant().isBefore(now.minus(ABANDONED));
    }

    private Path folder(String feedId) {
        return settings.directory().resolve(feedId.replaceAll("[^a-z0-9-]", "_"));
    }

    @Override
    public List<Kept> readings(String feedId) {
        return KeptFolder.in(folder(feedId)).stream()
                .map(one -> new Kept(feedId, one.started(), one.ended(), one.answers(), one.bytes()))
                .toList();
    }

    @Override
    public Reading replay(Feed feed, Kept kept, Consumer<Page> onPage) {
        var type = types.named(feed.type()).orElse(null);
        var folder = KeptFolder.in(folder(feed.id())).stream()
                .filter(one -> one.started().equals(kept.started()))
                .findFirst()
                .orElse(null);
        if (type == null || folder == null) return new Reading.Failed("These answers are not kept any more.", null);
        var asked = known.withKeys(feed);
        var secrets = new Secrets(feed, asked);
        var source = new KeptSource(folder, secrets, limits.decoded().toBytes());
        try {
            return new Walk(asked, type, onPage, limits, secrets)
                    .pages(type.first(asked), Reading.Bookmark.NONE, source);
        } catch (UnreadableFeed unreadable) {
            return new Reading.Failed(secrets.hide(unreadable.reason()), null);
        }
    }

    /// Moves in one step; where a name is taken, what is there goes first.
    static void move(Path from, Path to) throws IOException {
        if (Files.exists(to)) KeptFolder.delete(to);
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }
}
