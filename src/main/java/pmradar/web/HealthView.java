package pmradar.web;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pmradar.feed.FeedHealth;
import pmradar.feed.FeedMove;
import pmradar.feed.FeedTerms;
import pmradar.feed.KeptAnswers;
import pmradar.feed.Proposal;
import pmradar.feed.Trouble;
import pmradar.feed.YieldRun;
import pmradar.web.FeedView.When;

/// A feed's health in words: troubles with what to do, proposals, what it brought, and what its server asks for.
///
/// @param past troubles that are over
/// @param kept how many raw answers there are, in a sentence; null if none
record HealthView(
        List<TroubleView> troubles,
        List<TroubleView> past,
        List<Proposed> proposals,
        @Nullable String look,
        @Nullable Moved moved,
        Brought brought,
        List<Term> terms,
        @Nullable String kept) {
    private static final int RUNS = 40;
    private static final int WIDTH = 6;
    private static final int GAP = 2;
    static final int HEIGHT = 48;

    static HealthView of(FeedHealth health, KeptAnswers kept, String id, Instant now) {
        var troubles = health.troubles(id);
        return new HealthView(
                troubles.stream()
                        .filter(one -> one.over() == null)
                        .map(one -> TroubleView.of(one, now))
                        .toList(),
                troubles.stream()
                        .filter(one -> one.over() != null)
                        .map(one -> TroubleView.of(one, now))
                        .toList(),
                health.proposals(id).stream().map(one -> Proposed.of(one, now)).toList(),
                health.lastLook(id)
                        .map(look -> "Looked %s: %s".formatted(Wording.ago(look.at(), now), look.outcome()))
                        .orElse(null),
                health.move(id).map(move -> Moved.of(move, now)).orElse(null),
                Brought.of(health.history(id, RUNS), now),
                Term.all(health.terms(id), now),
                kept(kept.readings(id), now));
    }

    private static @Nullable String kept(List<KeptAnswers.Kept> readings, Instant now) {
        if (readings.isEmpty()) return null;
        long answers = readings.stream().mapToInt(KeptAnswers.Kept::answers).sum();
        long bytes = readings.stream().mapToLong(KeptAnswers.Kept::bytes).sum();
        return "%s of %s, %s, the oldest from %s"
                .formatted(
                        Wording.counted(answers, "answer"),
                        Wording.counted(readings.size(), "reading"),
                        size(bytes),
                        Wording.ago(readings.getLast().started(), now));
    }

    private static String size(long bytes) {
        return bytes < 1 << 20
                ? "%,d KB".formatted(Math.max(1, bytes >> 10))
                : String.format(Locale.ENGLISH, "%.1f MB", bytes / 1048576.0);
    }

    /// @param word what the feed does, in a few words; @param known who knows of it; null while it presses
    record TroubleView(
            long id,
            String word,
            @Nullable String part,
            String words,
            String advice,
            When since,
            @Nullable String known,
            @Nullable When over,
            @Nullable String ending) {

        static TroubleView of(Trouble trouble, Instant now) {
            var since = new When(Wording.ago(trouble.since(), now), trouble.since(), Wording.exact(trouble.since()));
            return new TroubleView(
                    trouble.id(),
                    trouble.kind().word(),
                    trouble.part(),
                    trouble.words(),
                    trouble.kind().advice(),
                    since,
                    trouble.acknowledged() == null
                            ? null
                            : "%s knows of it since %s"
                                    .formatted(trouble.acknowledgedBy(), Wording.ago(trouble.acknowledged(), now)),
                    FeedView.ago(trouble.over(), now),
                    trouble.ending());
        }
    }

    record Proposed(long id, String type, String at, String how, String found) {
        static Proposed of(Proposal proposal, Instant now) {
            return new Proposed(
                    proposal.id(), proposal.type(), proposal.at(), proposal.how(), Wording.ago(proposal.found(), now));
        }
    }

    record Moved(String from, String to, String words) {
        static Moved of(FeedMove move, Instant now) {
            return new Moved(
                    "%s, %s".formatted(move.declaredType(), move.declaredAt()),
                    "%s, %s".formatted(move.type(), move.at()),
                    "accepted by %s %s".formatted(move.acceptedBy(), Wording.ago(move.accepted(), now)));
        }
    }

    record Term(String name, String words) {
        static List<Term> all(FeedTerms terms, Instant now) {
            var all = new ArrayList<Term>();
            all.add(new Term("robots.txt", robots(terms, now)));
            all.add(new Term("Pause between requests", pause(terms)));
            var polling = terms.polling();
            if (polling.ttl() != null)
                all.add(new Term(
                        "Its answers hold", Wording.counted(polling.ttl().toMinutes(), "minute")));
            if (!polling.skipHours().isEmpty())
                all.add(new Term(
                        "Not read at",
                        polling.skipHours().stream()
                                        .sorted()
                                        .map(hour -> "%02d".formatted(hour))
                                        .collect(Collectors.joining(", "))
                                + " o'clock GMT"));
            if (!polling.skipDays().isEmpty())
                all.add(new Term(
                        "Not read on",
                        polling.skipDays().stream().sorted().map(Term::day).collect(Collectors.joining(", "))));
            return all;
        }

        private static String day(DayOfWeek day) {
            return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        }

        private static String robots(FeedTerms terms, Instant now) {
            var word = switch (terms.robots()) {
                case ALLOWED -> "allows it";
                case FORBIDDEN -> "forbids it, so the feed is not read";
                case UNKNOWN -> "not read yet";
            };
            var read = terms.robotsRead();
            return read == null ? word : "%s, read %s".formatted(word, Wording.ago(read, now));
        }

        private static String pause(FeedTerms terms) {
            var own = seconds(terms.pause());
            var asked = terms.crawlDelay();
            if (asked == null) return own;
            return asked.compareTo(terms.pause()) > 0
                    ? "%s, as robots.txt asks".formatted(seconds(asked))
                    : "%s; robots.txt asks for %s".formatted(own, seconds(asked));
        }

        private static String seconds(Duration time) {
            return Wording.counted(Math.max(1, time.toSeconds()), "second");
        }
    }

    /// What the feed brought, oldest first, as bars and in words.
    record Brought(String words, int width, List<Bar> bars, List<Row> rows) {

        /// @param kind `doubted` or nothing
        record Bar(int x, int y, int height, int width, String kind) {}

        record Row(When first, String readings, String found, String note) {}

        static Brought of(List<YieldRun> newestFirst, Instant now) {
            var runs = newestFirst.reversed();
            int most = runs.stream().mapToInt(YieldRun::found).max().orElse(0);
            var bars = new ArrayList<Bar>();
            for (int i = 0; i < runs.size(); i++) {
                int found = runs.get(i).found();
                int height = most == 0 || found == 0 ? 1 : Math.max(2, Math.round((float) found * HEIGHT / most));
                bars.add(new Bar(
                        i * (WIDTH + GAP),
                        HEIGHT - height,
                        height,
                        WIDTH,
                        runs.get(i).doubted() ? "doubted" : ""));
            }
            return new Brought(
                    words(runs, now),
                    Math.max(1, runs.size() * (WIDTH + GAP)),
                    bars,
                    newestFirst.stream().map(run -> row(run, now)).toList());
        }

        private static String words(List<YieldRun> runs, Instant now) {
            if (runs.isEmpty()) return "Nothing has been read yet.";
            int least = runs.stream().mapToInt(YieldRun::found).min().orElse(0);
            int most = runs.stream().mapToInt(YieldRun::found).max().orElse(0);
            return "Found since %s: %s at least, %s at most, %s last."
                    .formatted(
                            Wording.day(runs.getFirst().first()),
                            Wording.grouped(least),
                            Wording.grouped(most),
                            Wording.grouped(runs.getLast().found()));
        }

        private static Row row(YieldRun run, Instant now) {
            var note = run.doubted()
                    ? "so few that nothing was closed because of it"
                    : run.complete() ? "all open jobs" : "the newest only";
            return new Row(
                    new When(Wording.ago(run.first(), now), run.first(), Wording.exact(run.first())),
                    Wording.grouped(run.readings()),
                    Wording.grouped(run.found()),
                    note);
        }
    }
}
