package pmradar.feed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How a feed fares, as it is stored; the columns are explained in the migration.
record FeedRow(
        String feedId,
        String source,
        @Nullable Instant lastTried,
        @Nullable Instant lastDelivered,
        Instant nextDue,
        @Nullable Instant notBefore,
        int failures,
        @Nullable String problem,
        @Nullable String etag,
        @Nullable String lastModified) {

    private static final Duration DAY = Duration.ofHours(24);
    /// After the first failure; doubled with each one after it.
    private static final Duration FIRST_RETRY = Duration.ofMinutes(15);
    private static final int LONGEST_PROBLEM = 2000;
    private static final int LONGEST_ETAG = 2000;
    private static final int LONGEST_DATE = 200;

    static FeedRow untried(Feed feed, Instant now) {
        return new FeedRow(feed.id(), source(feed), null, null, now, null, 0, null, null, null);
    }

    /// What the stored state belongs to: another address under the same id is another feed.
    static String source(Feed feed) {
        var text = feed.type() + "\n" + feed.at() + "\n" + new TreeMap<>(feed.options());
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }

    FeedRow due(Instant at) {
        return new FeedRow(
                feedId, source, lastTried, lastDelivered, at, notBefore, failures, problem, etag, lastModified);
    }

    FeedRow after(Feed feed, Reading reading, Instant now) {
        return switch (reading) {
            case Reading.Fresh fresh -> delivered(feed, fresh, now);
            case Reading.Unchanged() ->
                new FeedRow(
                        feedId, source, now, lastDelivered, now.plus(feed.every()), null, 0, null, etag, lastModified);
            case Reading.Failed failed -> failed(feed, failed, now);
        };
    }

    private FeedRow delivered(Feed feed, Reading.Fresh fresh, Instant now) {
        var asked = fresh.bookmark().freshFor();
        var notBefore = asked == null ? null : now.plus(shorter(asked, DAY));
        var empty = fresh.listings() == 0;
        return new FeedRow(
                feedId,
                source,
                now,
                empty ? lastDelivered : now,
                fresh.signs().polling().notSkipped(later(now.plus(feed.every()), notBefore)),
                notBefore,
                0,
                empty ? emptiness(fresh) : null,
                within(fresh.bookmark().etag(), LONGEST_ETAG),
                within(fresh.bookmark().lastModified(), LONGEST_DATE));
    }

    /// Nothing from a feed that always was empty is no news; nothing after something is.
    private @Nullable String emptiness(Reading.Fresh fresh) {
        if (fresh.unreadable() > 0) {
            return "The feed answered, but none of its %d listings could be read.".formatted(fresh.unreadable());
        }
        return lastDelivered == null ? null : "The feed answered, but names no postings any more. It may have moved.";
    }

    private FeedRow failed(Feed feed, Reading.Failed failed, Instant now) {
        var notBefore = failed.retryAfter() == null ? null : now.plus(shorter(failed.retryAfter(), DAY));
        var count = Math.min(failures, 1_000_000) + 1;
        return new FeedRow(
                feedId,
                source,
                now,
                lastDelivered,
                later(now.plus(backOff(feed, count)), notBefore),
                notBefore,
                count,
                cut(failed.reason()),
                etag,
                lastModified);
    }

    private static Duration backOff(Feed feed, int failures) {
        var first = shorter(FIRST_RETRY, feed.every());
        return shorter(first.multipliedBy(1L << Math.min(failures - 1, 12)), DAY);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Instant later(Instant one, @Nullable Instant other) {
        return other != null && other.isAfter(one) ? other : one;
    }

    /// A validator that was cut would be a lie; without it the whole feed comes again.
    private static @Nullable String within(@Nullable String validator, int longest) {
        return validator == null || validator.length() > longest ? null : validator;
    }

    private static String cut(String reason) {
        return reason.length() <= LONGEST_PROBLEM ? reason : reason.substring(0, LONGEST_PROBLEM - 1) + "…";
    }
}
