package preview;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import pmradar.feed.FeedHealth.Look;
import pmradar.feed.FeedMove;
import pmradar.feed.FeedTerms;
import pmradar.feed.KeptAnswers.Kept;
import pmradar.feed.Polling;
import pmradar.feed.Proposal;
import pmradar.feed.Trouble;
import pmradar.feed.YieldRun;

/// Troubles of the invented feeds, and what they brought.
public class HeldHealth {
    private static final Instant NOW = PreviewApplication.NOW;

    public final List<String> done = new ArrayList<>();

    public List<Trouble> troubles() {
        return troubles("remote-circle").stream()
                .filter(trouble -> trouble.over() == null)
                .toList();
    }

    public List<Trouble> troubles(String feedId) {
        if (!feedId.equals("remote-circle")) return List.of();
        return List.of(
                trouble(
                        3,
                        Trouble.Kind.MOVED,
                        null,
                        "The feed answered with a web page instead of RSS.",
                        3,
                        null,
                        null),
                trouble(
                        2,
                        Trouble.Kind.PART,
                        "https://jobs.example.org/remote-circle/sitemap-berlin.xml",
                        "It answers, but names no postings any more; it named 41 postings before.",
                        5,
                        NOW.minusSeconds(7200),
                        null),
                trouble(
                        1,
                        Trouble.Kind.EMPTY,
                        null,
                        "It named 12 postings before.",
                        40,
                        null,
                        NOW.minusSeconds(86_400 * 38)));
    }

    private static Trouble trouble(
            long id,
            Trouble.Kind kind,
            @Nullable String part,
            String words,
            int days,
            @Nullable Instant acknowledged,
            @Nullable Instant over) {
        return new Trouble(
                id,
                "remote-circle",
                kind,
                part,
                words,
                NOW.minus(Duration.ofDays(days)),
                NOW,
                acknowledged,
                acknowledged == null ? null : "owner",
                over,
                over == null ? null : "It was read again and named 44 postings.");
    }

    public List<YieldRun> history(String feedId, int limit) {
        if (feedId.equals("adboard")) return List.of();
        return IntStream.range(0, Math.min(limit, 30))
                .mapToObj(i -> new YieldRun(
                        i,
                        NOW.minus(Duration.ofDays(i + 1)),
                        NOW.minus(Duration.ofDays(i)),
                        24,
                        i < 2 ? 2 : 200 + (i * 37) % 60,
                        true,
                        i < 2,
                        false,
                        "d" + i))
                .toList();
    }

    public FeedTerms terms(String feedId) {
        return new FeedTerms(
                FeedTerms.RobotsVerdict.ALLOWED,
                NOW.minusSeconds(3600),
                Duration.ofSeconds(10),
                Duration.ofSeconds(5),
                new Polling(Duration.ofMinutes(90), Set.of(22, 23), Set.of(DayOfWeek.SUNDAY)));
    }

    public List<Proposal> proposals(String feedId) {
        if (!feedId.equals("remote-circle")) return List.of();
        return List.of(new Proposal(
                7,
                feedId,
                "lever",
                "remote-circle",
                "Found on https://jobs.example.org/remote-circle. It links to https://jobs.lever.co/remote-circle.",
                NOW.minusSeconds(7200)));
    }

    public Optional<Look> lastLook(String feedId) {
        if (!feedId.equals("remote-circle")) return Optional.empty();
        return Optional.of(
                new Look(NOW.minusSeconds(7200), "https://jobs.example.org/remote-circle names another board."));
    }

    public Optional<FeedMove> move(String feedId) {
        if (!feedId.equals("volga")) return Optional.empty();
        return Optional.of(new FeedMove(
                feedId,
                "rss",
                "https://old.example.org/feed",
                "jsonld",
                "https://jobs.example.org/volga",
                NOW.minusSeconds(86_400),
                "owner"));
    }

    public boolean acknowledge(String feedId, long trouble, String by, Instant now) {
        return done.add("acknowledge %s %d %s".formatted(feedId, trouble, by)) && trouble < 10;
    }

    public boolean unacknowledge(String feedId, long trouble) {
        return done.add("unacknowledge %s %d".formatted(feedId, trouble));
    }

    public boolean accept(String feedId, long proposal, String by, Instant now) {
        return done.add("accept %s %d %s".formatted(feedId, proposal, by));
    }

    public boolean decline(String feedId, long proposal, Instant now) {
        return done.add("decline %s %d".formatted(feedId, proposal));
    }

    public boolean takeBack(String feedId) {
        return done.add("take back %s".formatted(feedId));
    }

    public List<Kept> readings(String feedId) {
        return List.of(new Kept(feedId, NOW.minusSeconds(86_400 * 9), NOW.minusSeconds(3600), 12, 3_400_000));
    }
}
