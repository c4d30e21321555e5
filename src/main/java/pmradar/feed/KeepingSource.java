package pmradar.feed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Passes answers on and writes each of them down on the way.
final class KeepingSource implements AnswerSource {
    static final String UNFINISHED = "unfinished-";
    private static final Logger LOG = LoggerFactory.getLogger(KeepingSource.class);

    private final AnswerSource source;
    private final Secrets secrets;
    private final @Nullable Path feed;
    private final long most;
    private final Instant started;
    private final MessageDigest digest = sha256();
    private @Nullable Path folder;
    private boolean stopped;
    private int answers;
    private long bytes;

    /// @param feed the folder to keep them in; null to keep none
    /// @param most bytes that one reading may take
    KeepingSource(AnswerSource source, Secrets secrets, @Nullable Path feed, long most, Clock clock) {
        this.source = source;
        this.secrets = secrets;
        this.feed = feed;
        this.most = most;
        this.started = clock.instant();
    }

    @Override
    public Fetched fetch(FeedRequest request, Reading.Bookmark bookmark) {
        var fetched = source.fetch(request, bookmark);
        if (fetched instanceof Fetched.Got got && feed != null && !stopped) keep(feed, request, got.answer());
        return fetched;
    }

    private void keep(Path feed, FeedRequest request, Answer answer) {
        try {
            if (folder == null) {
                Files.createDirectories(feed);
                folder = Files.createDirectory(feed.resolve(UNFINISHED + UUID.randomUUID()));
            }
            var key = key(request, secrets);
            var file = folder.resolve("%06d-%s.gz".formatted(answers, key));
            bytes += AnswerFile.write(file, answer, secrets);
            answers++;
            digest.update(key.getBytes(StandardCharsets.US_ASCII));
            digest.update(secrets.hide(answer.bytes()));
            stopped = bytes > most;
        } catch (IOException broken) {
            stopped = true;
            LOG.warn("An answer could not be kept: {}", broken.toString());
        }
    }

    /// Gives what was written its name. If it is what the newest reading brought, that one is only prolonged; more than
    /// the feed may take is not kept in part.
    ///
    /// @param before the feed's kept readings, newest first
    void settle(List<KeptFolder> before, Instant ended) throws IOException {
        if (folder == null || feed == null) return;
        var sum = HexFormat.of().formatHex(digest.digest(), 0, 16);
        if (stopped) {
            KeptFolder.delete(folder);
        } else if (!before.isEmpty() && before.getFirst().digest().equals(sum)) {
            var same = before.getFirst();
            KeptFolder.delete(folder);
            AnswerShelf.move(
                    same.path(), KeptFolder.named(feed, same.started(), ended, same.answers(), same.bytes(), sum));
        } else {
            AnswerShelf.move(folder, KeptFolder.named(feed, started, ended, answers, bytes, sum));
        }
    }

    /// The name of a request, the same today and at its replay, with its keys left out.
    static String key(FeedRequest request, Secrets secrets) {
        var uri = secrets.hideKnown(request.uri().toString().replaceFirst("#.*", ""));
        var body = request.body() == null ? "" : secrets.hideKnown(request.body());
        var hash = sha256().digest((uri + "\n" + body).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash, 0, 8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}
