package pmradar.alert;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pmradar.posting.Posting;

/// One digest being put together: the newest first, as many as there is room for; the rest is counted. What there would
/// be room for, but not in one digest, is left for the next.
final class Gathering {
    /// Listed in one digest, whatever a person wishes: nobody reads more, and no store or mail server takes it.
    static final int MOST_LINES = 150;

    private final SavedSearch search;
    private final DigestLines lines;
    private final Map<Long, Posting> found;
    private final ToldPostings toldBefore;
    private final List<Long> told = new ArrayList<>();
    private final List<String> news = new ArrayList<>();
    private final List<Long> passed = new ArrayList<>();
    private final List<Digest.Line> listed = new ArrayList<>();
    private final Map<String, Integer> byEmployer = new HashMap<>();
    private final Map<String, Integer> moreOf = new TreeMap<>();
    private List<Notices.Stored> feeds = List.of();
    private int beyond;
    private boolean goesOn;

    /// @param found what waits, by its number @param toldBefore what each person was told, and is told now
    Gathering(SavedSearch search, DigestLines lines, Map<Long, Posting> found, ToldPostings toldBefore) {
        this.search = search;
        this.lines = lines;
        this.found = found;
        this.toldBefore = toldBefore;
    }

    /// @param waiting oldest first @param room for how many lines
    Gathering take(List<Hit> waiting, List<Notices.Stored> notices, int room) {
        for (var hit : waiting.reversed()) {
            goesOn = listed.size() == MOST_LINES && room > MOST_LINES;
            if (goesOn) break;
            var posting = found.get(hit.posting());
            if (posting == null || !wanted(hit, posting)) passed.add(hit.id());
            else take(hit, posting, room);
        }
        int left = Math.max(0, Math.min(room, MOST_LINES) - listed.size());
        feeds = notices.subList(0, Math.min(left, notices.size()));
        return this;
    }

    private boolean wanted(Hit hit, Posting posting) {
        if (hit.kind() == Hit.Kind.CLOSED) return !posting.open();
        if (!posting.open()
                || posting.classification().score() < search.wishes().leastScore()) return false;
        boolean first = hit.kind() != Hit.Kind.NEW || toldBefore.add(search.owner(), hit.posting());
        return first || !search.wishes().onceForAll();
    }

    private void take(Hit hit, Posting posting, int room) {
        told.add(hit.id());
        news.add("%d %s %s".formatted(hit.posting(), hit.kind(), hit.mark()));
        var employer = Objects.requireNonNullElse(posting.company(), "");
        int before = byEmployer.merge(employer, 1, Integer::sum) - 1;
        boolean searched = search.subject() == SavedSearch.Subject.SEARCH;
        if (searched && !employer.isEmpty() && before >= search.wishes().perEmployer())
            moreOf.merge(employer, 1, Integer::sum);
        else if (listed.size() >= Math.min(room, MOST_LINES)) beyond++;
        else listed.add(lines.of(search, hit, posting));
    }

    /// Whether there is nothing to list.
    boolean isEmpty() {
        return listed.isEmpty() && feeds.isEmpty();
    }

    /// Whether another digest has to follow at once.
    boolean goesOn() {
        return goesOn;
    }

    /// The hits that the digest tells, in lines or in numbers; none of an empty one.
    List<Long> told() {
        return told;
    }

    /// The hits that are left out for good.
    List<Long> passed() {
        return passed;
    }

    List<Long> notices() {
        return feeds.stream().map(Notices.Stored::id).toList();
    }

    StoredDigests.Ready ready() {
        return new StoredDigests.Ready(
                search,
                key(),
                listed,
                more(),
                feeds.stream().map(Notices.Stored::notice).toList());
    }

    /// The same news have the same key: what is told anew after an older backup was restored, a receiver can tell.
    private String key() {
        var all = new ArrayList<>(news);
        feeds.forEach(one -> all.add("%s %d %s".formatted(one.feed(), one.trouble(), one.kind())));
        all.sort(Comparator.naturalOrder());
        var words = "%d %s %s".formatted(search.id(), search.since(), String.join(", ", all));
        return UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private List<Digest.More> more() {
        var more = new ArrayList<Digest.More>();
        moreOf.forEach((employer, count) -> more.add(new Digest.More(employer, count)));
        @Nullable String unnamed = null;
        if (beyond > 0) more.add(new Digest.More(unnamed, beyond));
        return more;
    }
}
