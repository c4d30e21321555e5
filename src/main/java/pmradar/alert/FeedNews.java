package pmradar.alert;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import pmradar.account.Owners;
import pmradar.feed.FeedHealth;
import pmradar.feed.Feeds;
import pmradar.feed.Trouble;

/// Tells owners of feeds in trouble: once for each trouble, and once when the feed has none left. It compares what is
/// so with what was told, so that it does not matter how often it is asked, nor whether an event was lost.
@Component
class FeedNews {
    private final Owners owners;
    private final FeedHealth health;
    private final Feeds feeds;
    private final StoredSearches searches;
    private final Progress progress;
    private final Notices notices;

    FeedNews(
            Owners owners,
            FeedHealth health,
            Feeds feeds,
            StoredSearches searches,
            Progress progress,
            Notices notices) {
        this.owners = owners;
        this.health = health;
        this.feeds = feeds;
        this.searches = searches;
        this.progress = progress;
        this.notices = notices;
    }

    @Transactional
    public void look(Instant now) {
        var going = health.troubles();
        for (long owner : owners.ids()) {
            var search = searches.setUp(owner, SavedSearch.Subject.FEEDS, now);
            if (search.listens()) new Round(search, going, now).look();
        }
    }

    private final class Round {
        private final SavedSearch search;
        private final List<Trouble> going;
        private final Instant now;
        private final List<Notices.Stored> noted;

        Round(SavedSearch search, List<Trouble> going, Instant now) {
            this.search = search;
            this.going = going;
            this.now = now;
            noted = notices.goingOn(search.id());
        }

        void look() {
            var known = noted.stream().map(Notices.Stored::trouble).collect(Collectors.toSet());
            var news = going.stream().filter(one -> !known.contains(one.id())).toList();
            var ids = going.stream().map(Trouble::id).collect(Collectors.toSet());
            var gone =
                    noted.stream().filter(one -> !ids.contains(one.trouble())).toList();
            if (news.isEmpty() && gone.isEmpty()) return;
            progress.locked();
            news.forEach(this::tell);
            gone.stream().map(Notices.Stored::feed).distinct().forEach(feed -> ended(feed, ids));
        }

        private void tell(Trouble trouble) {
            var state = trouble.acknowledged() == null ? Hit.State.WAITING : Hit.State.KNOWN;
            notices.add(search, trouble, Notices.Kind.TROUBLE, words(trouble), state, now);
        }

        /// What is over before it was told is not told. The recovery is, when the feed has no trouble left.
        private void ended(String feed, Set<Long> goingOn) {
            var told = noted.stream().filter(one -> one.feed().equals(feed)).toList();
            boolean well = told.stream().noneMatch(one -> goingOn.contains(one.trouble()))
                    && going.stream().noneMatch(one -> one.feedId().equals(feed));
            for (var one : told) {
                if (well || one.state() == Hit.State.WAITING && !goingOn.contains(one.trouble()))
                    notices.over(one.id());
            }
            if (well && told.stream().anyMatch(one -> one.state() == Hit.State.TOLD)) recovered(feed);
        }

        /// A feed that was removed did not recover, and nothing is told of it.
        private void recovered(String feed) {
            if (feeds.state(feed).isEmpty()) return;
            last(feed).ifPresent(trouble -> {
                var ending = trouble.ending() == null ? "It is read as before." : trouble.ending();
                var words = new Notices.Notice(name(feed) + " has recovered", ending);
                notices.add(search, trouble, Notices.Kind.RECOVERED, words, Hit.State.WAITING, now);
            });
        }

        private Optional<Trouble> last(String feed) {
            return health.troubles(feed).stream()
                    .filter(trouble -> trouble.over() != null)
                    .max(Comparator.comparing(Trouble::id));
        }
    }

    private Notices.Notice words(Trouble trouble) {
        var part = trouble.part() == null ? "" : " (" + trouble.part() + ")";
        return new Notices.Notice(
                name(trouble.feedId()) + " " + trouble.kind().word(),
                trouble.words() + part + " " + trouble.kind().advice());
    }

    private String name(String feed) {
        return feeds.state(feed).map(state -> state.feed().name()).orElse(feed);
    }
}
