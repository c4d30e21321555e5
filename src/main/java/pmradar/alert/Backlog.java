package pmradar.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pmradar.feed.FeedHealth;
import pmradar.posting.PostingId;
import pmradar.posting.Postings;
import pmradar.pursuit.Pursuit;
import pmradar.pursuit.Pursuits;
import pmradar.search.PostingSearch;
import pmradar.search.Results;

/// What is so already when a search is saved, or listens anew: known from then on, and never sent as news.
@Component
class Backlog {
    private static final int PAGE = 100;
    /// Beyond that, [HitKeeper] tells old from new by when a posting was first seen and last changed.
    static final int MOST = 20_000;

    /// Of those that may have come while the rest was looked through.
    static final int NEWEST = PAGE;

    private static final int KNOWN_AT_ONCE = 1_000;

    private final PostingSearch search;
    private final Postings postings;
    private final Hits hits;
    private final Pursuits pursuits;
    private final FeedHealth health;
    private final Notices notices;

    Backlog(PostingSearch search, Postings postings, Hits hits, Pursuits pursuits, FeedHealth health, Notices notices) {
        this.search = search;
        this.postings = postings;
        this.hits = hits;
        this.pursuits = pursuits;
        this.health = health;
        this.notices = notices;
    }

    /// What a search finds now, or a part of it. It takes as long as it takes, and changes nothing: nobody need wait.
    List<Hits.Found> of(SavedSearch saved, int most) {
        if (saved.subject() != SavedSearch.Subject.SEARCH) return List.of();
        var found = new ArrayList<Hits.Found>();
        @Nullable String cursor = null;
        int looked = 0;
        do {
            var page = search.search(saved.criteria(), PAGE, cursor);
            found.addAll(
                    strangers(saved, page.hits().stream().map(Results.Hit::id).toList()));
            looked += page.hits().size();
            cursor = page.next();
        } while (cursor != null && looked < most);
        return found;
    }

    /// Whoever asks holds the lock of [Progress], unless nobody is told by this search yet.
    ///
    /// @param found what the search finds
    void know(SavedSearch saved, List<Hits.Found> found, Instant now) {
        switch (saved.subject()) {
            case SEARCH -> knowFound(saved, found, now);
            case OWN -> knowOwn(saved, now);
            case FEEDS -> knowTroubles(saved, now);
        }
    }

    private void knowOwn(SavedSearch saved, Instant now) {
        hits.dropWaiting(saved.id());
        var ids = pursuits.all(saved.owner()).stream()
                .map(Pursuit::posting)
                .filter(Objects::nonNull)
                .toList();
        for (int from = 0; from < ids.size(); from += PAGE) {
            var page = ids.subList(from, Math.min(ids.size(), from + PAGE));
            var before = hits.latest(page.stream().map(PostingId::value).toList());
            hits.know(saved.id(), strangers(saved, page), now);
            for (var posting : postings.find(page)) {
                var hit = before.getOrDefault(posting.id().value(), Map.of()).get(saved.id());
                if (hit != null) hits.refresh(hit.id(), KnownFacts.of(posting));
            }
        }
    }

    private void knowTroubles(SavedSearch saved, Instant now) {
        notices.dropWaiting(saved.id());
        for (var trouble : health.troubles()) {
            var words = new Notices.Notice(trouble.kind().word(), trouble.words());
            notices.add(saved, trouble, Notices.Kind.TROUBLE, words, Hit.State.KNOWN, now);
        }
    }

    private void knowFound(SavedSearch saved, List<Hits.Found> found, Instant now) {
        hits.dropWaiting(saved.id());
        for (int from = 0; from < found.size(); from += KNOWN_AT_ONCE) {
            var some = found.subList(from, Math.min(found.size(), from + KNOWN_AT_ONCE));
            var met = hits.metBy(
                    saved.id(), some.stream().map(Hits.Found::posting).toList());
            hits.know(
                    saved.id(),
                    some.stream().filter(one -> !met.contains(one.posting())).toList(),
                    now);
        }
    }

    private List<Hits.Found> strangers(SavedSearch saved, List<PostingId> ids) {
        var met = hits.metBy(saved.id(), ids.stream().map(PostingId::value).toList());
        var strangers = new ArrayList<Hits.Found>();
        for (var posting : postings.find(
                ids.stream().filter(id -> !met.contains(id.value())).toList()))
            strangers.add(new Hits.Found(saved.id(), posting.id().value(), KnownFacts.of(posting)));
        return strangers;
    }
}
