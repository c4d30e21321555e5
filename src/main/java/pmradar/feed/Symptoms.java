package pmradar.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What one reading shows to be wrong with its feed, given what the feed used to bring.
///
/// @param history with this reading in it
/// @param parts what each part brought when it last brought anything
/// @param goingOn troubles that are known
record Symptoms(YieldHistory history, Map<String, Integer> parts, Set<Trouble.Kind> goingOn, Instant now) {
    private static final Duration DAYS = Duration.ofDays(3);
    private static final Duration HOUR = Duration.ofHours(1);

    /// @param since when it began
    /// @param times how often, and @param lasting how long it must be seen until the owner is told
    record Symptom(Trouble.Kind kind, String part, String words, Instant since, int times, Duration lasting) {}

    List<Symptom> of(Reading reading) {
        return switch (reading) {
            case Reading.Unchanged() -> List.of();
            case Reading.Failed failed -> List.of(of(failed));
            case Reading.Fresh fresh -> of(fresh);
        };
    }

    /// A failure may pass; a day of them costs nobody anything.
    private Symptom of(Reading.Failed failed) {
        return switch (failed.symptom()) {
            case GONE, ELSEWHERE, WEB_PAGE -> symptom(Trouble.Kind.MOVED, failed.reason(), 2, HOUR);
            case LOG_IN, CAPTCHA -> symptom(Trouble.Kind.GATED, failed.reason(), 2, HOUR);
            case OTHER -> symptom(Trouble.Kind.FAILING, failed.reason(), 3, DAYS);
        };
    }

    private List<Symptom> of(Reading.Fresh fresh) {
        var all = new ArrayList<Symptom>();
        var found = fresh.listings() + fresh.unreadable();
        var before = history.lastWithListings();
        var usual = history.usual().orElse(0);
        if (found == 0 && before != null) {
            all.add(symptom(Trouble.Kind.EMPTY, empty(before.found()), 1, Duration.ZERO));
        } else if (history.dropped(found) || (goingOn.contains(Trouble.Kind.DROPPED) && history.stillDropped(found))) {
            var words = "It named %s, where it usually names %s.".formatted(postings(found), postings(usual));
            all.add(symptom(Trouble.Kind.DROPPED, words, 1, Duration.ZERO));
        }
        if (fresh.signs().movedTo() != null) {
            var words = "Its server sends readers on to %s for good, another host. It is still read there."
                    .formatted(fresh.signs().movedTo());
            all.add(symptom(Trouble.Kind.MOVED, words, 2, HOUR));
        }
        history.sameTooLong()
                .ifPresent(since -> all.add(new Symptom(
                        Trouble.Kind.SAME,
                        "",
                        "It has brought the very same %s for %d days, though it used to change."
                                .formatted(
                                        postings(found),
                                        Duration.between(since, now).toDays()),
                        since,
                        1,
                        Duration.ZERO)));
        fresh.signs().parts().forEach(part -> of(part, all));
        return all;
    }

    private void of(Reading.Part part, List<Symptom> all) {
        var before = parts.get(part.name());
        if (part.problem() != null) {
            all.add(new Symptom(Trouble.Kind.PART, part.name(), part.problem(), now, 2, Duration.ZERO));
        } else if (part.listings() == 0 && before != null) {
            var words = "It answers, but names no postings any more; it named %s before.".formatted(postings(before));
            all.add(new Symptom(Trouble.Kind.PART, part.name(), words, now, 2, Duration.ZERO));
        }
    }

    private static String empty(int before) {
        return "The feed answers, but names no postings; it named %s before. Either nothing is open there, or it has moved."
                .formatted(postings(before));
    }

    private Symptom symptom(Trouble.Kind kind, String words, int times, Duration lasting) {
        return new Symptom(kind, "", words, now, times, lasting);
    }

    static String postings(int count) {
        return count == 1 ? "1 posting" : "%,d postings".formatted(count);
    }
}
