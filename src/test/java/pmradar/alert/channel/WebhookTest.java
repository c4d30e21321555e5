package pmradar.alert.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pmradar.alert.Channel.Destination;
import pmradar.alert.Channel.Outcome;
import pmradar.feed.TestOutbound;
import tools.jackson.databind.json.JsonMapper;

/// A webhook against a receiver that fails in every way.
class WebhookTest {
    private static final String HEX = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
    private static final String SECRET = "whsec_ABEiM0RVZneImaq7zN3u/wARIjNEVWZ3iJmqu8zd7v8=";

    private record Received(String id, String timestamp, String signature, String body) {}

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Webhook webhook =
            new Webhook(TestOutbound.allowing("localhost"), Clock.fixed(Digests.AT, ZoneOffset.UTC));
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(Thread::startVirtualThread);
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
    }

    /// The path says what is answered: a status, or `/slow`.
    private void answer(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        received.add(new Received(
                headers.getFirst("webhook-id"),
                headers.getFirst("webhook-timestamp"),
                headers.getFirst("webhook-signature"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        var path = exchange.getRequestURI().getPath().substring(1);
        if (path.equals("slow")) await();
        if (path.equals("302"))
            exchange.getResponseHeaders()
                    .add(
                            "Location",
                            "http://127.0.0.1:%d/204"
                                    .formatted(server.getAddress().getPort()));
        if (path.equals("429")) exchange.getResponseHeaders().add("Retry-After", "600");
        exchange.sendResponseHeaders(path.equals("slow") ? 204 : Integer.parseInt(path), -1);
        exchange.close();
    }

    private void await() {
        try {
            over.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Outcome send(String path) {
        return sendTo("http://localhost:%d/%s".formatted(server.getAddress().getPort(), path));
    }

    private Outcome sendTo(String address) {
        return webhook.send(new Destination(1, "webhook", address, SECRET), Digests.of("Mine", "A title"), "key-7-1");
    }

    @Test
    void signsIdTimeAndBody() throws Exception {
        assertThat(send("204")).isEqualTo(new Outcome.Accepted());
        var got = received.getFirst();
        assertThat(got.id()).isEqualTo("key-7-1");
        assertThat(got.timestamp()).isEqualTo("1795161600");
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(HexFormat.of().parseHex(HEX), "HmacSHA256"));
        mac.update("key-7-1.1795161600.".getBytes(StandardCharsets.UTF_8));
        var expected = Base64.getEncoder().encodeToString(mac.doFinal(got.body().getBytes(StandardCharsets.UTF_8)));
        assertThat(got.signature()).isEqualTo("v1," + expected);
        var body = JsonMapper.shared().readTree(got.body());
        assertThat(body.path("lines").path(0).path("title").asString()).isEqualTo("A title");
    }

    @ParameterizedTest
    @ValueSource(strings = {"400", "404", "500", "503"})
    void isTriedAgainAfterAnError(String status) {
        assertThat(send(status)).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.why()).contains(status);
            assertThat(refused.ended()).isFalse();
        });
    }

    @Test
    void endsWhereTheReceiverIsGone() {
        assertThat(send("410"))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.ended()).isTrue());
    }

    @Test
    void waitsAsLongAsTheReceiverAsks() {
        assertThat(send("429"))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.retryAfter()).isEqualTo(Duration.ofMinutes(10)));
    }

    @Test
    void followsNoRedirectIntoThePrivateNetwork() {
        assertThat(send("302")).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.why()).contains("redirect");
            assertThat(refused.ended()).isFalse();
        });
        assertThat(received).hasSize(1);
    }

    @Test
    void givesUpOnASlowReceiver() {
        assertThat(send("slow"))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.why()).isNotBlank());
    }

    @Test
    void saysThatNobodyAnswers() {
        int port = server.getAddress().getPort();
        server.stop(0);
        assertThat(sendTo("http://localhost:" + port + "/204"))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
                    assertThat(refused.why()).isNotBlank();
                    assertThat(refused.ended()).isFalse();
                });
    }

    @Test
    void takesAReceiverThatDropsForOneThatDidNotTakeIt() throws IOException {
        try (var dropping = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> drop(dropping));
            assertThat(sendTo("http://localhost:" + dropping.getLocalPort() + "/"))
                    .isInstanceOf(Outcome.Refused.class);
        }
    }

    private static void drop(ServerSocket dropping) {
        while (!dropping.isClosed()) {
            try (var connection = dropping.accept()) {
                assertThat(connection.getInputStream().read()).isPositive();
            } catch (IOException closed) {
                return;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:%d/204", "http://[::1]:%d/204", "http://169.254.169.254:%d/latest"})
    void connectsToNothingPrivateThatIsNotAllowedByName(String address) {
        assertThat(sendTo(address.formatted(server.getAddress().getPort()))).isInstanceOf(Outcome.Refused.class);
        assertThat(received).isEmpty();
    }

    @Test
    void stillSignsByASecretThatWasWrittenInHexadecimal() {
        var to = "http://localhost:%d/204".formatted(server.getAddress().getPort());
        webhook.send(new Destination(1, "webhook", to, HEX), Digests.of("Mine", "A title"), "key-7-1");
        assertThat(send("204")).isEqualTo(new Outcome.Accepted());
        assertThat(received)
                .extracting(Received::signature)
                .hasSize(2)
                .containsOnly(received.getFirst().signature());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/hook",
                "http://10.1.2.3/hook",
                "http://192.168.0.1/hook",
                "http://169.254.169.254/latest",
                "http://[::1]/hook",
                "http://[fd00::1]/hook",
                "http://999.1.1.1/hook"
            })
    void refusesAPrivateAddressWhenItIsAdded(String address) {
        assertThatThrownBy(() -> webhook.address(address))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .isNotBlank();
        var allowed = new Webhook(TestOutbound.allowing("10.1.2.3"), Clock.fixed(Digests.AT, ZoneOffset.UTC));
        assertThat(allowed.address("http://10.1.2.3/hook")).isEqualTo("http://10.1.2.3/hook");
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/hosts", "https://user:pass@hooks.example.org/", "not an address"})
    void sendsToNoAddressThatMayNotBeAsked(String address) {
        assertThatThrownBy(() -> webhook.address(address))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .isNotBlank();
        assertThat(received).isEmpty();
    }
}
