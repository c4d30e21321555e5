package pmradar.web;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pmradar.feed.FeedState;
import pmradar.feed.Trouble;
import pmradar.ingest.ReadLog.ReadRecord;
import pmradar.ingest.ReadLog.SetAside;
import pmradar.ingest.Tally;
import pmradar.posting.Readmissions.Readmission;

/// How one feed fares, in words.
///
/// @param state one word that says it all; @param since when it delivered last
/// @param troubled since when the oldest trouble goes on that presses
record FeedView(
        String id,
        String name,
        String type,
        String state,
        @Nullable When since,
        @Nullable String problem,
        @Nullable When lastTried,
        @Nullable Counts counts,
        @Nullable When due,
        String every,
        @Nullable String terms,
        String origin,
        @Nullable String home,
        @Nullable When troubled) {

    record When(String words, Instant at, String exact) {}

    record Counts(
            String found,
            String added,
            String changed,
            String same,
            String setAside,
            List<ProgressStrip.Reason> reasons) {

        static Counts of(Tally tally) {
            int aside = tally.setAside().values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            return new Counts(
                    Wording.grouped(tally.found()),
                    Wording.grouped(tally.added()),
                    Wording.grouped(tally.changed()),
                    Wording.grouped(tally.same()),
                    Wording.grouped(aside),
                    ProgressStrip.reasons(tally.setAside()));
        }
    }

    static FeedView of(FeedState state, @Nullable ReadRecord last, boolean reading, Instant now) {
        var feed = state.feed();
        var word = word(state, reading);
        return new FeedView(
                feed.id(),
                feed.name(),
                feed.type(),
                word,
                since(state, now),
                state.waiting() == null ? state.problem() : state.waiting(),
                ago(state.lastTried(), now),
                last == null ? null : Counts.of(last.tally()),
                word.equals("waiting") || reading
                        ? null
                        : new When(Wording.in(state.nextDue(), now), state.nextDue(), Wording.exact(state.nextDue())),
                "every " + every(feed.every()),
                feed.terms(),
                switch (feed.origin()) {
                    case DECLARED -> "from feeds.yml";
                    case ADDED -> "added here";
                    case SAMPLE -> "sample";
                },
                home(feed.home()),
                null);
    }

    /// The same feed with what was told of it: a trouble that presses stands beside the outcome of the last reading.
    FeedView with(List<Trouble> troubles, Instant now) {
        var pressing = troubles.stream()
                .filter(Trouble::pressing)
                .min(Comparator.comparing(Trouble::since))
                .orElse(null);
        if (pressing == null) return this;
        var said = problem == null || problem.equals(pressing.words());
        return new FeedView(
                id,
                name,
                type,
                state.equals("well") ? "troubled" : state,
                since,
                said ? "It %s. %s".formatted(pressing.kind().word(), pressing.words()) : problem,
                lastTried,
                counts,
                due,
                every,
                terms,
                origin,
                home,
                ago(pressing.since(), now));
    }

    private static String word(FeedState state, boolean reading) {
        if (reading) return "reading";
        if (state.waiting() != null) return "waiting";
        if (state.failures() > 0 || state.problem() != null)
            return state.lastDelivered() == null ? "failing" : "troubled";
        return state.lastTried() == null ? "new" : "well";
    }

    private static @Nullable When since(FeedState state, Instant now) {
        return ago(state.lastDelivered(), now);
    }

    static @Nullable When ago(@Nullable Instant at, Instant now) {
        return at == null ? null : new When(Wording.ago(at, now), at, Wording.exact(at));
    }

    private static String every(Duration pause) {
        if (pause.equals(Duration.ofHours(1))) return "hour";
        if (pause.equals(Duration.ofDays(1))) return "day";
        if (pause.toMinutes() < 60) return Wording.counted(pause.toMinutes(), "minute");
        if (pause.toHours() < 24) return Wording.counted(pause.toHours(), "hour");
        return Wording.counted(pause.toDays(), "day");
    }

    private static @Nullable String home(@Nullable URI home) {
        return home == null ? null : PostingView.webAddress(home.toString());
    }

    /// One reading of the feed. @param outcome in a word or a sentence
    record Read(When started, @Nullable String took, String outcome, Counts counts) {

        static Read of(ReadRecord read, Instant now) {
            var ended = read.ended();
            return new Read(
                    new When(Wording.ago(read.started(), now), read.started(), Wording.exact(read.started())),
                    ended == null ? null : took(Duration.between(read.started(), ended)),
                    outcome(read),
                    Counts.of(read.tally()));
        }

        private static String outcome(ReadRecord read) {
            if (read.ended() == null) return "going on";
            if (read.problem() != null) return read.problem();
            return read.unchanged() ? "nothing had changed" : "read";
        }

        private static String took(Duration time) {
            return time.toSeconds() < 60
                    ? "%.1f s".formatted(time.toMillis() / 1000.0)
                    : Wording.counted(time.toMinutes(), "minute");
        }
    }

    /// A listing that did not become a posting.
    record Aside(
            String id,
            String title,
            String company,
            String reason,
            String kind,
            @Nullable String url,
            When at) {

        static Aside of(SetAside aside, Instant now) {
            return new Aside(
                    aside.externalId(),
                    aside.title() == null ? aside.externalId() : aside.title(),
                    aside.company() == null ? "" : aside.company(),
                    aside.reason(),
                    aside.offTopic() ? "off topic" : "unreadable",
                    PostingView.webAddress(aside.url()),
                    new When(Wording.ago(aside.at(), now), aside.at(), Wording.exact(aside.at())));
        }
    }

    /// A listing that a person took in. @param posting its number, once it is one
    record TakenIn(
            long number,
            String listing,
            String reason,
            String by,
            When at,
            @Nullable String posting) {

        static TakenIn of(Readmission one, Instant now) {
            var posting = one.posting();
            return new TakenIn(
                    one.id(),
                    one.externalId(),
                    one.reason(),
                    one.by(),
                    new When(Wording.ago(one.at(), now), one.at(), Wording.exact(one.at())),
                    posting == null ? null : posting.toString());
        }
    }
}
