package preview;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import pmradar.classify.Label;
import pmradar.feed.AddedFeeds;
import pmradar.feed.Candidate;
import pmradar.feed.Feed;
import pmradar.feed.FeedFinder;
import pmradar.feed.FeedLists;
import pmradar.feed.Located;
import pmradar.ingest.FeedTrial;

/// Feeds added and looked at in the preview: every address that names `board` is one, all others are nothing.
public class HeldAddedFeeds implements AddedFeeds, FeedFinder, FeedLists, FeedTrial {
    public final List<Added> held = new ArrayList<>();

    public HeldAddedFeeds() {
        var now = PreviewApplication.NOW;
        held.add(new Added(feed("quayside", "Quayside Works"), now.minusSeconds(9_000), "owner", null, null));
        held.add(new Added(
                feed("silent", "Silent Mill"), now.minusSeconds(90_000), "owner", now.minusSeconds(600), null));
        held.add(new Added(feed("gone", "Gone Ltd"), now.minusSeconds(900_000), "owner", null, now.minusSeconds(60)));
    }

    private static Feed feed(String id, String name) {
        return new Feed(
                id,
                "lever",
                id,
                name,
                name,
                URI.create("https://jobs.example.org/" + id),
                Duration.ofHours(6),
                null,
                Feed.Origin.ADDED,
                Map.of());
    }

    @Override
    public List<Added> all() {
        return List.copyOf(held);
    }

    @Override
    public Optional<Feed> same(Feed feed) {
        return held.stream()
                .filter(one -> one.removed() == null && one.feed().at().equals(feed.at()))
                .map(Added::feed)
                .findFirst();
    }

    @Override
    public Feed add(Feed feed, String by, Instant now) {
        if (same(feed).isPresent()) throw new IllegalArgumentException("This address is known already.");
        held.add(new Added(feed, now, by, null, null));
        return feed;
    }

    private void replace(String id, UnaryOperator<Added> change) {
        held.replaceAll(one -> one.feed().id().equals(id) ? change.apply(one) : one);
    }

    @Override
    public void change(String id, String name, Duration every) {
        if (every.compareTo(SHORTEST) < 0)
            throw new IllegalArgumentException("A feed is read every 5 minutes at most.");
        replace(
                id,
                one -> new Added(
                        new Feed(
                                id,
                                one.feed().type(),
                                one.feed().at(),
                                name,
                                one.feed().company(),
                                one.feed().home(),
                                every,
                                null,
                                Feed.Origin.ADDED,
                                Map.of()),
                        one.at(),
                        one.by(),
                        one.off(),
                        one.removed()));
    }

    @Override
    public void switchOff(String id, Instant now) {
        replace(id, one -> new Added(one.feed(), one.at(), one.by(), now, one.removed()));
    }

    @Override
    public void switchOn(String id, Instant now) {
        replace(id, one -> new Added(one.feed(), one.at(), one.by(), null, one.removed()));
    }

    @Override
    public void remove(String id, Instant now) {
        replace(id, one -> new Added(one.feed(), one.at(), one.by(), one.off(), now));
    }

    @Override
    public void takeBack(String id, Instant now) {
        replace(id, one -> new Added(one.feed(), one.at(), one.by(), one.off(), null));
    }

    @Override
    public List<String> unread() {
        return List.of();
    }

    @Override
    public Finding find(String typed) {
        if (!typed.contains("board")) return new Finding(List.of(), "This is no address of a web page or a feed.");
        var home = URI.create("https://jobs.example.org/harbour");
        return new Finding(
                List.of(
                        new Candidate("greenhouse", Located.board("harbour-logistics"), "it points to it", home),
                        new Candidate(
                                "rss",
                                Located.of("https://jobs.example.org/feed.xml"),
                                "the page names it as its feed",
                                home),
                        new Candidate(
                                "usajobs",
                                Located.keyed("project manager", "USAJOBS", "key: [USAJOBS_KEY]"),
                                "its address says so",
                                null)),
                null);
    }

    @Override
    public Glance glance(Feed feed) {
        throw new UnsupportedOperationException("the preview reads nothing");
    }

    @Override
    public Tried read(Feed feed) {
        var roles = new ArrayList<Role>();
        roles.add(new Role("Programme Manager, Port Automation", null, "Rotterdam; Hamburg", Label.TECHNICAL, 61));
        roles.add(new Role("Delivery Lead " + "with a very long title ".repeat(7), null, "", Label.GENERAL, 4));
        return new Tried(
                48,
                6,
                true,
                roles,
                List.of(new Field("title", 48), new Field("employer", 0), new Field("pay", 11)),
                null,
                false,
                Map.of("has no title", 2),
                null);
    }

    @Override
    public String yaml() {
        return "pmradar.feed:\n  feeds: []\n";
    }

    @Override
    public String opml() {
        return "<opml version=\"2.0\"><body></body></opml>";
    }

    @Override
    public List<Imported> importOpml(byte[] opml, String by, Instant now) {
        return List.of(
                new Imported(
                        "Bridge & Sons", "https://feeds.example.org/a.xml", Outcome.ADDED, "Added as Bridge & Sons."),
                new Imported(
                        "Old",
                        "https://feeds.example.org/b.xml",
                        Outcome.NOT_READ,
                        "Nothing answers at feeds.example.org."));
    }
}
