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

/// What is so already when a search is saved, or listens anew: known from then on, and never sent as news.
@Component
class Backlog {
    private static final int PAGE = 100;
    /// Beyond that, [HitKeeper] tells old from new by when a posting was first seen and last changed.
    private static final int MOST = 20_000;

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

    void know(SavedSearch saved, Instant now) {
        switch (saved.subject()) {
            case SEARCH -> knowFound(saved, now);
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

    private void knowFound(SavedSearch saved, Instant now) {
        hits.dropWaiting(saved.id());
        @Nullable String cursor = null;
        int known = 0;
        do {
            var page = search.search(saved.criteria(), PAGE, cursor);
            var ids = page.hits().stream().map(hit -> hit.id()).toList();
            hits.know(saved.id(), strangers(saved, ids), now);
            known += ids.size();
            cursor = page.next();
        } while (cursor != null && known < MOST);
    }

    private List<Hits.Found> strangers(SavedSearch saved, List<PostingId> ids) {
        var met = hits.metBy(saved.id(), ids.stream().map(PostingId::value).toList());
        var strangers = new ArrayList<Hits.Found>();
        for (var posting : postings.find(ids)) {
            if (!met.contains(posting.id().value()))
                strangers.add(new Hits.Found(saved.id(), posting.id().value(), KnownFacts.of(posting)));
        }
        return strangers;
    }
}
