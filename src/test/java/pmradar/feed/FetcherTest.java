package pmradar.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static pmradar.feed.HostileServer.bytes;
import static pmradar.feed.HostileServer.raw;
import static pmradar.feed.HostileServer.text;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FetcherTest {
    private HostileServer server;
    private Fetcher fetcher;

    @BeforeEach
    void start() throws IOException {
        server = new HostileServer();
        fetcher = new Fetcher(TestFeeds.settings(), TestFeeds.CLOCK);
    }

    @AfterEach
    void stop() throws IOException {
        fetcher.close();
        server.close();
    }

    private Fetched fetch(String path) {
        return fetcher.fetch(FeedRequest.get(server.uri(path)), Reading.Bookmark.NONE);
    }

    static Stream<Arguments> hostileAnswers() throws IOException {
        var bomb = gzip(new byte[7 << 20]);
        var zeros = gzip(new byte[64 << 20]);
        var good = gzip("hello".repeat(1000).getBytes());
        return Stream.of(
                hostile("says nothing", (out, head) -> TimeUnit.SECONDS.sleep(3), "did not answer within"),
                hostile("hangs up at once", (out, head) -> {}, "broke off"),
                hostile("trickles its head", trickle("HTTP/1.1 200 OK\r\n"), "did not answer within"),
                hostile("trickles its body", trickleBody(), "was not complete within"),
                hostile("never ends its head", endless("HTTP/1.1 200 OK\r\nX: ", "a"), ""),
                hostile(
                        "never ends its body",
                        endless("HTTP/1.1 200 OK\r\n\r\n", "a".repeat(4096)),
                        "larger than 2.0 MB"),
                hostile(
                        "never ends its chunks",
                        endless("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "5\r\nhello\r\n"),
                        ""),
                hostile(
                        "announces 10 GB",
                        rawly("HTTP/1.1 200 OK\r\nContent-Length: 10737418240\r\n\r\nx"),
                        "larger than"),
                hostile(
                        "announces more than it sends",
                        rawly("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nx"),
                        "broke off"),
                hostile("announces less than nothing", rawly("HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nx"), ""),
                hostile("announces two lengths", rawly("HTTP/1.1 200 OK\r\nContent-Length: 1, 9\r\n\r\nx"), ""),
                hostile(
                        "cuts a chunk",
                        rawly("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nhello"),
                        "broke off"),
                hostile(
                        "sends a broken chunk size",
                        rawly("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n0\r\n\r\n"),
                        ""),
                hostile("speaks something else", rawly("220 mail.example ESMTP\r\n"), ""),
                hostile("cuts its status line", rawly("HTTP/1.1 20"), ""),
                hostile("answers 500", text(500, "", "oops"), "trouble of its own (500)"),
                hostile("answers 502", text(502, "", ""), "trouble of its own (502)"),
                hostile("answers 404", text(404, "", ""), "has no feed at this address (404)"),
                hostile("answers 410", text(410, "", ""), "has no feed at this address (410)"),
                hostile("answers 401", text(401, "WWW-Authenticate: Basic\r\n", ""), "refuses to show the feed (401)"),
                hostile("answers 403", text(403, "", ""), "refuses to show the feed (403)"),
                hostile("answers 451", text(451, "", ""), "refuses to show the feed (451)"),
                hostile("answers 304 unasked", rawly("HTTP/1.1 304 X\r\n\r\n"), "says that nothing has changed"),
                hostile("answers 999", text(999, "", ""), "(999)"),
                hostile("is a gzip bomb", bytes(200, "Content-Encoding: gzip\r\n", bomb), "more than 100-fold"),
                hostile("is a larger bomb", bytes(200, "Content-Encoding: gzip\r\n", zeros), "100-fold"),
                hostile("is a bomb in disguise", bytes(200, "", bomb), "more than 100-fold"),
                hostile("is no gzip", text(200, "Content-Encoding: gzip\r\n", "plain"), "cannot be unpacked"),
                hostile(
                        "cuts its gzip",
                        bytes(200, "Content-Encoding: gzip\r\n", java.util.Arrays.copyOf(good, good.length / 2)),
                        "broke off after"),
                hostile("packs twice", bytes(200, "Content-Encoding: gzip, gzip\r\n", gzip(good)), "packed its answer"),
                hostile("packs with br", text(200, "Content-Encoding: br\r\n", "x"), "packed its answer as 'br'"),
                hostile("redirects nowhere", text(302, "", ""), "without saying where to"),
                hostile("redirects to nonsense", text(302, "Location: ht!tp://[\r\n", ""), "no address"),
                hostile("redirects to itself", text(302, "Location: /hostile\r\n", ""), "in a circle"),
                hostile(
                        "redirects to a file",
                        text(302, "Location: file:///etc/passwd\r\n", ""),
                        "Only http and https"),
                hostile(
                        "redirects to gopher",
                        text(302, "Location: gopher://localhost/\r\n", ""),
                        "Only http and https"),
                hostile("redirects to loopback", text(302, "Location: http://127.0.0.1/\r\n", ""), "is refused"),
                hostile("redirects to loopback in IPv6", text(302, "Location: http://[::1]/\r\n", ""), "is refused"),
                hostile(
                        "redirects to a cloud's secrets",
                        text(302, "Location: http://169.254.169.254/\r\n", ""),
                        "is refused"),
                hostile("redirects to a decimal", text(302, "Location: http://2130706433/\r\n", ""), "is refused"),
                hostile("redirects to a private net", text(307, "Location: http://10.0.0.1/\r\n", ""), "is refused"),
                hostile(
                        "redirects with a password",
                        text(302, "Location: http://a:b@example.com/\r\n", ""),
                        "password"),
                hostile("redirects to port 22", text(302, "Location: http://example.com:22/\r\n", ""), "Port 22"));
    }

    private static Arguments hostile(String what, HostileServer.Answering answering, String reason) {
        return Arguments.of(what, answering, reason);
    }

    private static HostileServer.Answering rawly(String answer) {
        return (out, head) -> raw(out, answer);
    }

    private static HostileServer.Answering endless(String start, String part) {
        return (out, head) -> {
            raw(out, start);
            while (true) {
                raw(out, part);
            }
        };
    }

    private static HostileServer.Answering trickle(String text) {
        return (out, head) -> {
            for (var letter : text.split("")) {
                raw(out, letter);
                TimeUnit.MILLISECONDS.sleep(200);
            }
        };
    }

    private static HostileServer.Answering trickleBody() {
        return (out, head) -> {
            raw(out, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n");
            for (int i = 0; i < 30; i++) {
                raw(out, "x");
                TimeUnit.MILLISECONDS.sleep(200);
            }
        };
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    @ParameterizedTest(name = "a server that {0}")
    @MethodSource("hostileAnswers")
    @Timeout(10)
    void saysWhatHappenedAndIsFreeInTime(String what, HostileServer.Answering answering, String reason) {
        server.on("/hostile", answering);
        var fetched = fetch("/hostile");
        assertThat(fetched).isInstanceOf(Fetched.Failed.class);
        assertThat(((Fetched.Failed) fetched).reason()).contains(reason).endsWith(".");
    }

    @Test
    void unpacksOneLayerAndCountsBothSides() throws IOException {
        var packed = gzip("<rss/>".repeat(500).getBytes());
        server.on("/feed", bytes(200, "Content-Encoding: gzip\r\nContent-Type: application/rss+xml\r\n", packed));
        var got = (Fetched.Got) fetch("/feed");
        assertThat(new String(got.answer().bytes())).isEqualTo("<rss/>".repeat(500));
        assertThat(got.wireBytes()).isEqualTo(packed.length);
        assertThat(got.answer().header("Content-Type")).contains("application/rss+xml");
    }

    @Test
    void saysWhoItIsAndAsksForGzipOnly() {
        server.on("/feed", text(200, "", "ok"));
        fetch("/feed");
        assertThat(server.requests().getFirst())
                .contains("User-Agent: pmradar/0.1 (self-hosted reader of job feeds; +https://pmradar.example/about)")
                .contains("Accept-Encoding: gzip\n");
    }

    @Test
    void sendsValidatorsVerbatimAndUnderstandsNotModified() {
        server.on("/feed", (out, head) -> {
            var known = head.contains("If-None-Match: W/\"a-1\"")
                    && head.contains("If-Modified-Since: Thu, 19 Nov 2026 08:00:00 GMT");
            raw(out, known ? "HTTP/1.1 304 X\r\n\r\n" : "HTTP/1.1 200 X\r\nContent-Length: 0\r\n\r\n");
        });
        var bookmark = new Reading.Bookmark("W/\"a-1\"", "Thu, 19 Nov 2026 08:00:00 GMT");
        assertThat(fetcher.fetch(FeedRequest.get(server.uri("/feed")), bookmark))
                .isInstanceOf(Fetched.NotModified.class);
    }

    @Test
    void passesOnWhatTheServerAsksForAndLeavesTheHostAlone() {
        server.on("/feed", text(429, "Retry-After: 120\r\n", ""));
        server.on("/other", text(200, "", "ok"));
        var failed = (Fetched.Failed) fetch("/feed");
        assertThat(failed.retryAfter()).isEqualTo(Duration.ofSeconds(120));
        assertThat(((Fetched.Failed) fetch("/other")).reason()).contains("left alone");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void followsRedirectsOnTheSameHostWithTheirKeys() {
        server.on("/old", text(301, "Location: /new\r\n", ""));
        server.on("/new", text(200, "", "moved"));
        var request = new FeedRequest(server.uri("/old"), null, Map.of("Authorization", "secret"));
        var got = (Fetched.Got) fetcher.fetch(request, Reading.Bookmark.NONE);
        assertThat(got.answer().uri()).isEqualTo(server.uri("/new"));
        assertThat(server.requests()).hasSize(2).allMatch(head -> head.contains("Authorization: secret"));
    }

    @Test
    void keepsKeysFromAnotherHost() throws IOException {
        try (var other = new HostileServer()) {
            other.on("/new", text(200, "", "moved"));
            server.on("/old", text(302, "Location: " + other.uri("/new") + "\r\n", ""));
            var request = new FeedRequest(server.uri("/old"), null, Map.of("X-API-Key", "secret", "Accept", "a/b"));
            assertThat(fetcher.fetch(request, Reading.Bookmark.NONE)).isInstanceOf(Fetched.Got.class);
            assertThat(other.requests().getFirst()).doesNotContain("secret").contains("Accept: a/b");
        }
    }

    @Test
    void givesUpAfterFiveRedirects() {
        for (int i = 0; i < 8; i++) {
            server.on("/r" + i, text(302, "Location: /r" + (i + 1) + "\r\n", ""));
        }
        assertThat(((Fetched.Failed) fetch("/r0")).reason()).contains("more than 5 times");
        assertThat(server.requests()).hasSize(6);
    }

    @Test
    void doesNotTurnASearchIntoAPage() {
        server.on("/search", text(303, "Location: /page\r\n", ""));
        var request = FeedRequest.postJson(server.uri("/search"), "{}");
        var failed = (Fetched.Failed) fetcher.fetch(request, Reading.Bookmark.NONE);
        assertThat(failed.reason()).contains("redirects a search");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void keepsRobotsRulesAndReadsThemOnce() {
        server.on(
                "/robots.txt",
                text(200, "", "User-agent: *\nDisallow: /\n\nUser-agent: PMradar\nDisallow: /private\n"));
        server.on("/private/feed", text(200, "", "x"));
        server.on("/feed", text(200, "", "x"));
        assertThat(((Fetched.Failed) fetch("/private/feed")).reason())
                .contains("robots.txt")
                .contains("does not allow");
        assertThat(fetch("/feed")).isInstanceOf(Fetched.Got.class);
        assertThat(server.requests()).hasSize(1);
        assertThat(server.all())
                .filteredOn(head -> head.contains("/robots.txt"))
                .hasSize(1);
    }

    @Test
    void readsNothingWhileRobotsCannotBeRead() {
        server.on("/robots.txt", text(503, "", ""));
        server.on("/feed", text(200, "", "x"));
        assertThat(((Fetched.Failed) fetch("/feed")).reason())
                .contains("robots.txt")
                .contains("503");
        assertThat(server.requests()).isEmpty();
        server.on("/robots.txt", text(401, "", ""));
        assertThat(fetch("/feed")).isInstanceOf(Fetched.Got.class);
    }

    @Test
    void pausesBetweenTwoRequestsToAHostAndLongerIfRobotsAsk() {
        server.on("/robots.txt", text(200, "", "User-agent: *\nCrawl-delay: 0.4\n"));
        server.on("/feed", text(200, "", "x"));
        fetch("/feed");
        var before = System.nanoTime();
        fetch("/feed");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(350));
    }

    @Test
    void asksAHostOnlyOnceAtATime() throws InterruptedException {
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        server.on("/feed", (out, head) -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            TimeUnit.MILLISECONDS.sleep(50);
            now.decrementAndGet();
            text(200, "", "x").answer(out, head);
        });
        var threads = Stream.generate(() -> Thread.ofVirtual().start(() -> fetch("/feed")))
                .limit(6)
                .toList();
        for (var thread : threads) {
            thread.join();
        }
        assertThat(server.requests()).hasSize(6);
        assertThat(most).hasValue(1);
    }

    @Test
    void refusesAHostThatIsNotAllowedByNameWithoutConnecting() {
        var strict = new Fetcher(TestFeeds.settings(Duration.ZERO), TestFeeds.CLOCK);
        for (var host :
                new String[] {"localhost", "127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "0x7f.1", "localhost."}) {
            var uri = "http://%s:%d/feed".formatted(host, server.port());
            assertThat(strict.fetch(FeedRequest.get(uri), Reading.Bookmark.NONE))
                    .as(host)
                    .isInstanceOf(Fetched.Failed.class);
        }
        assertThat(server.all()).isEmpty();
        strict.close();
    }

    @Test
    void refusesANameThatIsPublicAtFirstAndPrivateThen() {
        var looks = new AtomicInteger();
        PinnedNames.Lookup liar = host ->
                new InetAddress[] {InetAddress.ofLiteral(looks.getAndIncrement() == 0 ? "93.184.216.34" : "127.0.0.1")};
        var settings = TestFeeds.settings(Duration.ZERO);
        var rules = new HostRules(settings.allowedPrivateHosts());
        try (var rebound = new Fetcher(settings, TestFeeds.CLOCK, rules, new Wire(settings.limits(), rules, liar))) {
            var failed = (Fetched.Failed)
                    rebound.fetch(FeedRequest.get("http://rebind.example/feed"), Reading.Bookmark.NONE);
            assertThat(failed.reason()).contains("refused").contains("this machine");
        }
        assertThat(server.all()).isEmpty();
    }

    @Test
    void refusesANameOfWhichOneAddressIsPrivate() {
        PinnedNames.Lookup mixed =
                host -> new InetAddress[] {InetAddress.ofLiteral("93.184.216.34"), InetAddress.ofLiteral("10.1.2.3")};
        var rules = new HostRules(java.util.Set.of());
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> PinnedNames.pin("mixed.example", rules, mixed))
                .isInstanceOf(FetchFailed.class)
                .hasMessageContaining("private");
    }

    @Test
    void connectsToExactlyThePinnedAddress() throws Exception {
        PinnedNames.install();
        var rules = new HostRules(java.util.Set.of("pinned.example"));
        PinnedNames.Lookup fixed = host -> new InetAddress[] {InetAddress.getLoopbackAddress()};
        try (var _ = PinnedNames.pin("pinned.example", rules, fixed)) {
            assertThat(InetAddress.getByName("pinned.example").isLoopbackAddress())
                    .isTrue();
        }
    }

    @Test
    void believesNoCertificateThatNobodyVouchesFor(@TempDir Path folder) throws Exception {
        var secure = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        secure.setHttpsConfigurator(new HttpsConfigurator(selfSigned(folder)));
        secure.createContext("/", exchange -> exchange.sendResponseHeaders(200, -1));
        secure.start();
        try {
            var uri = "https://localhost:%d/feed".formatted(secure.getAddress().getPort());
            // A handshake takes a busy machine longer than the second that tests of slow servers allow.
            try (var patient = new Fetcher(TestFeeds.patient(), TestFeeds.CLOCK)) {
                var failed = (Fetched.Failed) patient.fetch(FeedRequest.get(uri), Reading.Bookmark.NONE);
                assertThat(failed.reason()).startsWith("No secure connection to localhost");
            }
        } finally {
            secure.stop(0);
        }
    }

    private static SSLContext selfSigned(Path folder) throws Exception {
        var file = folder.resolve("keys.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "a",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storepass",
                        "secret",
                        "-keystore",
                        file.toString())
                .inheritIO()
                .start()
                .waitFor();
        assertThat(made).isZero();
        var keys = KeyStore.getInstance(file.toFile(), "secret".toCharArray());
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "secret".toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    /// Issue 4, point 5: a host may have several addresses, one of which is down.
    @Test
    void triesTheOtherAddressesOfAHostThatCannotBeConnectedTo() throws IOException {
        server.on("/", text(200, "", "here"));
        var settings = TestFeeds.settings(Duration.ZERO, "two.example");
        var rules = new HostRules(settings.allowedPrivateHosts());
        var down = InetAddress.ofLiteral("127.0.0.99");
        var up = InetAddress.getLoopbackAddress();
        PinnedNames.Lookup both = host -> new InetAddress[] {down, up};
        try (var two = new Fetcher(settings, TestFeeds.CLOCK, rules, new Wire(settings.limits(), rules, both))) {
            var page = java.net.URI.create("http://two.example:%d/".formatted(server.port()));
            assertThat(two.fetch(FeedRequest.get(page), Reading.Bookmark.NONE)).isInstanceOf(Fetched.Got.class);
        }
    }

    @Test
    void checksEachAddressOfAHostBeforeAnyIsTried() throws IOException {
        var settings = TestFeeds.settings(Duration.ZERO);
        var rules = new HostRules(java.util.Set.of());
        PinnedNames.Lookup mixed =
                host -> new InetAddress[] {InetAddress.ofLiteral("93.184.216.34"), InetAddress.getLoopbackAddress()};
        try (var strict = new Fetcher(settings, TestFeeds.CLOCK, rules, new Wire(settings.limits(), rules, mixed))) {
            var page = java.net.URI.create("http://two.example/");
            assertThat(strict.fetch(FeedRequest.get(page), Reading.Bookmark.NONE))
                    .isInstanceOfSatisfying(
                            Fetched.Failed.class,
                            failed -> assertThat(failed.reason()).contains("is refused"));
        }
        assertThat(server.all()).isEmpty();
    }

    @Test
    void namesALogInAndATestForPeople() {
        server.on("/in", text(403, "", "<html><title>Just a moment...</title></html>"));
        server.on("/gone", text(404, "", "<html><body>gone</body></html>"));
        assertThat(((Fetched.Failed) fetch("/in")).symptom()).isEqualTo(Reading.Symptom.CAPTCHA);
        assertThat(((Fetched.Failed) fetch("/gone")).symptom()).isEqualTo(Reading.Symptom.GONE);
    }
}
