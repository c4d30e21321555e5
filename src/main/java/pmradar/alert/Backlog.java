package pmradar.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pmradar.posting.PostingId;
import pmradar.posting.Postings;
import pmradar.search.PostingSearch;

/// What a saved search finds when it is saved: known from then on, and never sent as news.
@Component
class Backlog {
    private static final int PAGE = 100;
    /// Beyond that, [HitKeeper] tells old from new by when a posting was first seen and last changed.
    private static final int MOST = 20_000;

    private final PostingSearch search;
    private final Postings postings;
    private final Hits hits;

    Backlog(PostingSearch search, Postings postings, Hits hits) {
        this.search = search;
        this.postings = postings;
        this.hits = hits;
    }

    void know(SavedSearch saved, Instant now) {
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
