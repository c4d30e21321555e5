package pmradar.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pmradar.feed.HostileServer.text;
import static pmradar.feed.TestFeeds.NOW;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.util.unit.DataSize;

class AddedFeedsTest {
    private HostileServer server;
    private Fetcher fetcher;
    private StoredFeeds feeds;
    private StoredAddedFeeds added;
    private final List<Object> events = new ArrayList<>();
    private StoredFeedLists lists;

    @BeforeEach
    void fresh() throws IOException {
        server = new HostileServer();
        var source = database();
        TestFeeds.tables(source);
        var jdbc = JdbcClient.create(source);
        var rows = new AddedRows(jdbc);
        var types = TestFeeds.types();
        var settings = settings();
        fetcher = new Fetcher(settings, TestFeeds.CLOCK);
        var known = new KnownFeeds(settings, types, new MockEnvironment(), rows);
        feeds = new StoredFeeds(known, new FeedRows(jdbc), new FeedMoves(jdbc), TestFeeds.CLOCK);
        added = new StoredAddedFeeds(rows, known, types, feeds, events::add);
        lists = new StoredFeedLists(known, added, types, fetcher);
    }

    @AfterEach
    void stop() throws IOException {
        fetcher.close();
        server.close();
    }

    /// An empty one.
    DataSource database() {
        var source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1".formatted(UUID.randomUUID()));
        return source;
    }

    private static FeedSettings settings() {
        var keyed = new FeedSettings.Declared(
                "keyed",
                "reed",
                "project manager",
                "Reed",
                null,
                null,
                Duration.ofHours(1),
                "Say \"hello\": # yes",
                List.of("REED_KEY"),
                Map.of("key", "x"));
        var limits = new FeedSettings.Limits(
                Duration.ofSeconds(10),
                Duration.ofSeconds(20),
                Duration.ofSeconds(30),
                Duration.ofSeconds(60),
                DataSize.ofMegabytes(2),
                DataSize.ofMegabytes(8),
                100,
                5,
                Duration.ZERO,
                10,
                5,
                4);
        return new FeedSettings(
                List.of(TestFeeds.declared("acme", "lever", "acme"), keyed),
                List.of(new FeedSettings.Sample("atlas", "rss", "atlas.xml", null, null, Map.of())),
                true,
                Set.of("localhost"),
                null,
                limits,
                TestFeeds.keep());
    }

    private static Feed feed(String type, String at, String name) {
        return new Feed(
                "wish",
                type,
                at,
                name,
                null,
                URI.create("https://example.org/"),
                Duration.ofHours(6),
                null,
                Feed.Origin.ADDED,
                Map.of());
    }

    private Feed add(String type, String at, String name) {
        return added.add(feed(type, at, name), "owner", NOW);
    }

    private List<String> due() {
        return feeds.due(NOW).stream().map(Feed::id).toList();
    }

    @Test
    void anAddedFeedIsKnownBesideTheDeclaredOnesAndDueAtOnce() {
        var feed = add("greenhouse", "harbour", "Häfen & Söhne");
        assertThat(feed.id()).isEqualTo("hafen-sohne");
        assertThat(due()).contains("acme", "hafen-sohne");
        assertThat(feeds.state("hafen-sohne").orElseThrow().feed())
                .isEqualTo(feed)
                .extracting(Feed::origin)
                .isEqualTo(Feed.Origin.ADDED);
        feeds.finished(feed, new Reading.Fresh(3, 0, true, Reading.Bookmark.NONE, 1, 1), NOW);
        assertThat(due()).doesNotContain("hafen-sohne");
    }

    @Test
    void theSameAddressTwiceIsNoticedHoweverItIsWritten() {
        assertThatThrownBy(() -> add("lever", "acme", "Acme again")).hasMessageContaining("known already, as acme");
        add("rss", "https://Jobs.example.org/feed/", "One");
        assertThatThrownBy(() -> add("rss", "https://jobs.example.org/feed", "Two"))
                .hasMessageContaining("known already, as One");
        add("rss", "https://jobs.example.org/feed?page=2", "Another");
    }

    @Test
    void feedsOfOneNameGetIdsOfTheirOwn() {
        assertThat(add("greenhouse", "one", "Acme").id()).isEqualTo("acme-2");
        assertThat(add("greenhouse", "two", "Acme").id()).isEqualTo("acme-3");
        assertThat(add("greenhouse", "three", "Add").id()).isEqualTo("add-2");
        assertThat(add("greenhouse", "four", "Волга").id()).isEqualTo("greenhouse");
    }

    @Test
    void whatCannotBeReadIsRefusedInWords() {
        assertThatThrownBy(() -> add("nonesuch", "x", "X")).hasMessageContaining("no feed type 'nonesuch'");
        assertThatThrownBy(() -> add("file", "/etc/hosts", "X")).hasMessageContaining("config/feeds.yml");
        assertThatThrownBy(() -> add("rss", "not an address", "X")).hasMessageContaining("nothing that the type rss");
        assertThatThrownBy(() -> add("lever", "x", " ")).hasMessageContaining("name");
        assertThatThrownBy(() -> add("lever", "x".repeat(2_001), "X")).hasMessageContaining("2,000");
        var often =
                new Feed("x", "lever", "x", "X", null, null, Duration.ofSeconds(10), null, Feed.Origin.ADDED, Map.of());
        assertThatThrownBy(() -> added.add(often, "owner", NOW)).hasMessageContaining("5 minutes");
        assertThat(added.all()).isEmpty();
    }

    @Test
    void aFeedSwitchedOffIsNotReadAndSaysWhy() {
        var id = add("greenhouse", "harbour", "Harbour").id();
        added.switchOff(id, NOW);
        assertThat(due()).doesNotContain(id);
        assertThat(feeds.state(id).orElseThrow().waiting()).isEqualTo("switched off");
        assertThat(added.unread()).containsExactly(id);
        added.switchOn(id, NOW);
        assertThat(due()).contains(id);
        assertThat(added.unread()).isEmpty();
    }

    @Test
    void aRemovedFeedIsGoneUntilItIsTakenBack() {
        var id = add("greenhouse", "harbour", "Harbour").id();
        added.remove(id, NOW);
        assertThat(feeds.state(id)).isEmpty();
        assertThat(due()).doesNotContain(id);
        assertThat(added.unread()).containsExactly(id);
        assertThat(added.all().getFirst().removed()).isEqualTo(NOW);
        assertThat(events).hasExactlyElementsOfTypes(FeedEvent.FeedRemoved.class);
        added.takeBack(id, NOW);
        assertThat(due()).contains(id);
    }

    @Test
    void addingARemovedFeedAgainBringsItBackUnderItsId() {
        var id = add("greenhouse", "harbour", "Harbour").id();
        added.remove(id, NOW);
        assertThat(add("greenhouse", "harbour", "Harbour & Co").id()).isEqualTo(id);
        assertThat(feeds.state(id).orElseThrow().feed().name()).isEqualTo("Harbour & Co");
        assertThat(added.all()).hasSize(1);
    }

    @Test
    void aRemovedFeedWhoseAddressWasAddedAnewStaysRemoved() {
        var id = add("rss", "https://jobs.example.org/feed", "One").id();
        added.remove(id, NOW);
        added.takeBack(id, NOW);
        added.remove(id, NOW);
        assertThatThrownBy(() -> added.takeBack("acme", NOW)).hasMessageContaining("No feed 'acme' was added here");
    }

    @Test
    void nameAndIntervalCanBeChanged() {
        var id = add("greenhouse", "harbour", "Harbour").id();
        added.change(id, "Port", Duration.ofDays(1));
        assertThat(feeds.state(id).orElseThrow().feed())
                .returns("Port", Feed::name)
                .returns(Duration.ofDays(1), Feed::every);
        assertThatThrownBy(() -> added.change(id, "Port", Duration.ofDays(31))).hasMessageContaining("30 days");
    }

    /// What is exported is what the program reads when it starts.
    @Test
    void theYamlIsReadBackAsTheSameFeeds() throws IOException {
        added.add(
                new Feed(
                        "x",
                        "rss",
                        "https://example.org/feed?a=1&b=2",
                        "Quote \" back \\ ${java.version} – ü\n#x",
                        "Acme: the \"best\"",
                        URI.create("https://example.org/"),
                        Duration.ofMinutes(90),
                        "Terms",
                        Feed.Origin.ADDED,
                        Map.of("title", "company: title", "app_id", "7", "Odd Key", "v")),
                "owner",
                NOW);
        var environment = new StandardEnvironment();
        new YamlPropertySourceLoader()
                .load("feeds", new ByteArrayResource(lists.yaml().getBytes(StandardCharsets.UTF_8)))
                .forEach(environment.getPropertySources()::addFirst);
        var read = Binder.get(environment)
                .bind("pmradar.feed.feeds", Bindable.listOf(FeedSettings.Declared.class))
                .get();
        assertThat(read)
                .extracting(FeedSettings.Declared::id)
                .contains("acme", "keyed")
                .hasSize(3);
        var keyed = read.stream()
                .filter(one -> one.id().equals("keyed"))
                .findFirst()
                .orElseThrow();
        assertThat(keyed.key()).containsExactly("REED_KEY");
        assertThat(keyed.terms()).isEqualTo("Say \"hello\": # yes");
        var again = read.getLast();
        var feed = added.all().getFirst().feed();
        assertThat(again)
                .returns(feed.id(), FeedSettings.Declared::id)
                .returns(feed.type(), FeedSettings.Declared::type)
                .returns(feed.at(), FeedSettings.Declared::at)
                .returns(feed.name(), FeedSettings.Declared::name)
                .returns(feed.company(), FeedSettings.Declared::company)
                .returns(feed.home(), FeedSettings.Declared::home)
                .returns(feed.every(), FeedSettings.Declared::every)
                .returns(feed.terms(), FeedSettings.Declared::terms)
                .returns(feed.options(), FeedSettings.Declared::options);
    }

    @Test
    void plainFeedsGoOutAsOpmlAndAreKnownWhenTheyComeBack() {
        add("rss", "https://jobs.example.org/feed?a=1&b=2", "R & \"D\" <x>");
        add("json-feed", "https://jobs.example.org/feed.json", "J\u0007son");
        add("greenhouse", "harbour", "Harbour");
        var opml = lists.opml();
        assertThat(opml).doesNotContain("harbour");
        assertThat(lists.importOpml(opml.getBytes(StandardCharsets.UTF_8), "owner", NOW))
                .extracting(FeedLists.Imported::address, FeedLists.Imported::outcome)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(
                                "https://jobs.example.org/feed?a=1&b=2", FeedLists.Outcome.KNOWN),
                        org.assertj.core.groups.Tuple.tuple(
                                "https://jobs.example.org/feed.json", FeedLists.Outcome.KNOWN));
    }

    private List<FeedLists.Imported> imported(String outlines) {
        var opml = "<?xml version='1.0'?><opml version='2.0'><body>" + outlines + "</body></opml>";
        return lists.importOpml(opml.getBytes(StandardCharsets.UTF_8), "owner", NOW);
    }

    @Test
    void everyOutlineOfAFileIsReported() {
        server.on("/rss", text(200, "", "<rss version='2.0'><channel><title>x</title></channel></rss>"));
        server.on("/json", text(200, "", "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[]}"));
        server.on("/page", text(200, "", "<html><body>hello</body></html>"));
        var said = imported(
                "<outline text='Group'><outline text='R' type='rss' XMLURL='%s'/>".formatted(server.uri("/rss"))
                        + "<outline title='J' xmlUrl='%s' htmlUrl='https://example.org/'/></outline>"
                                .formatted(server.uri("/json"))
                        + "<outline text='R again' xmlUrl='%s'/>".formatted(server.uri("/rss"))
                        + "<outline text='P' xmlUrl='%s'/>".formatted(server.uri("/page"))
                        + "<outline text='G' xmlUrl='%s'/>".formatted(server.uri("/gone"))
                        + "<outline text='L' xmlUrl='http://10.0.0.1/feed'/>"
                        + "<outline text='F' xmlUrl='file:///etc/hosts'/>");
        assertThat(said)
                .extracting(FeedLists.Imported::title, FeedLists.Imported::outcome)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("R", FeedLists.Outcome.ADDED),
                        org.assertj.core.groups.Tuple.tuple("J", FeedLists.Outcome.ADDED),
                        org.assertj.core.groups.Tuple.tuple("R again", FeedLists.Outcome.KNOWN),
                        org.assertj.core.groups.Tuple.tuple("P", FeedLists.Outcome.NOT_READ),
                        org.assertj.core.groups.Tuple.tuple("G", FeedLists.Outcome.NOT_READ),
                        org.assertj.core.groups.Tuple.tuple("L", FeedLists.Outcome.NOT_READ),
                        org.assertj.core.groups.Tuple.tuple("F", FeedLists.Outcome.NOT_READ));
        assertThat(said.get(4).said()).contains("404");
        assertThat(said.get(5).said()).contains("refused");
        assertThat(added.all()).extracting(one -> one.feed().type()).containsExactlyInAnyOrder("rss", "json-feed");
    }

    @Test
    void hostileXmlIsNeitherExpandedNorFollowed() {
        var bomb = "<!DOCTYPE opml [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;'>"
                + "<!ENTITY x SYSTEM 'file:///etc/hosts'>]><opml><body><outline text='&b;&x;' xmlUrl='nowhere'/></body></opml>";
        var said = lists.importOpml(bomb.getBytes(StandardCharsets.UTF_8), "owner", NOW);
        assertThat(said).hasSize(1);
        assertThat(said.getFirst().title()).doesNotContain("aaaaaaaaaa").doesNotContain("localhost");
        assertThat(imported("<outline text='deep'>".repeat(50_000))).isEmpty();
        assertThatThrownBy(() -> lists.importOpml(new byte[FeedLists.MOST_BYTES + 1], "owner", NOW))
                .isInstanceOf(UnreadableFeed.class)
                .hasMessageContaining("too large");
        assertThatThrownBy(() -> imported("<outline xmlUrl='x'/>".repeat(5_001)))
                .hasMessageContaining("5,000");
        assertThatThrownBy(
                        () -> lists.importOpml("<html><body/></html>".getBytes(StandardCharsets.UTF_8), "owner", NOW))
                .isInstanceOf(UnreadableFeed.class);
        assertThatThrownBy(() -> lists.importOpml("<rss/>".getBytes(StandardCharsets.UTF_8), "owner", NOW))
                .hasMessageContaining("no OPML");
    }
}
