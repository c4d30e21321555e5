package pmradar.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import pmradar.posting.Histories;
import pmradar.posting.Posting;
import pmradar.posting.PostingHistory;

/// Why a posting is one, whose text it shares, what changed in it and how long it stands, for its page.
@Component
class HistoryBox {

    private final Histories histories;
    private final FeedNames feedNames;
    private final Clock clock;

    HistoryBox(Histories histories, FeedNames feedNames, Clock clock) {
        this.histories = histories;
        this.feedNames = feedNames;
        this.clock = clock;
    }

    /// @param seen only where it is more than one @param standing facts, each a sentence; empty where nothing stands
    /// out
    record Box(
            List<Seen> seen,
            List<Split> splits,
            List<Relative> relatives,
            boolean apart,
            List<String> standing,
            @Nullable String criteria,
            List<ChangeView> changes,
            @Nullable String checked,
            boolean lost) {}

    record Seen(long number, String feed, String places, String since, String until, String why, boolean leads) {}

    /// @param here whether this posting is the one that was split off
    record Split(long number, long other, boolean here, String words) {}

    record Relative(long id, String words, String why) {}

    void describe(Posting posting, Model model) {
        histories
                .of(posting.id(), clock.instant())
                .ifPresent(history -> model.addAttribute("past", box(posting, history, feedNames.now())));
    }

    private Box box(Posting posting, PostingHistory history, UnaryOperator<String> feedName) {
        var now = clock.instant();
        var check = history.check();
        return new Box(
                history.joined().size() < 2
                        ? List.of()
                        : history.joined().stream()
                                .map(one -> seen(one, feedName))
                                .toList(),
                history.splits().stream()
                        .map(split -> split(split, posting.id().value(), feedName, now))
                        .toList(),
                history.relatives().stream().map(one -> relative(one, history)).toList(),
                history.ungrouped(),
                standing(history.standing()),
                criteria(history.standing()),
                history.changes().stream().map(ChangeView::of).toList(),
                check == null ? null : "%s: %s".formatted(Wording.day(check.at()), check.said()),
                posting.life().lost());
    }

    private static Seen seen(PostingHistory.Joined one, UnaryOperator<String> feedName) {
        var until = one.sighting().until();
        return new Seen(
                one.id(),
                feedName.apply(one.sighting().feedId()),
                ChangeView.places(one.places()),
                Wording.day(one.sighting().firstSeen()),
                until == null ? "" : Wording.day(until),
                one.why(),
                one.leads());
    }

    private static Split split(PostingHistory.Split split, long posting, UnaryOperator<String> feedName, Instant now) {
        boolean here = split.off().value() == posting;
        var said = "%s said so %s".formatted(split.by(), Wording.ago(split.at(), now));
        return new Split(
                split.id(),
                here ? split.of().value() : split.off().value(),
                here,
                "%s, seen at %s".formatted(said, feedName.apply(split.feedId())));
    }

    private static Relative relative(PostingHistory.Relative one, PostingHistory history) {
        var why = Objects.requireNonNullElse(one.why(), Objects.requireNonNullElse(history.groupWhy(), ""));
        return new Relative(
                one.id().value(),
                "%s, %s%s"
                        .formatted(
                                one.title(),
                                Objects.requireNonNullElse(one.company(), "employer not named"),
                                one.open() ? "" : ", closed"),
                why);
    }

    private static List<String> standing(PostingHistory.@Nullable Standing standing) {
        if (standing == null) return List.of();
        var relisted = standing.relisted() == 0
                ? "never relisted"
                : "relisted " + Wording.counted(standing.relisted(), "time");
        return List.of(
                "Open " + days(standing.openFor()),
                relisted,
                "text unchanged since " + Wording.day(standing.textSince()));
    }

    private static @Nullable String criteria(PostingHistory.@Nullable Standing standing) {
        return standing == null
                ? null
                : "Shown for what is open for %s or longer, or was relisted %s or more."
                        .formatted(days(standing.openFrom()), Wording.counted(standing.relistedFrom(), "time"));
    }

    private static String days(Duration duration) {
        return Wording.counted(Math.toIntExact(duration.toDays()), "day");
    }
}
