package pmradar.alert.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import pmradar.alert.Channel.Destination;
import pmradar.alert.Channel.Outcome;
import pmradar.alert.Digest;
import preview.HeldOutbound;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What chat programs and ntfy are given, whatever a title says.
class ChatTest {
    private static final String HOSTILE =
            "@everyone <!channel> <https://evil.example|click> [click](https://evil.example) \"},{\u0000\r\n&";

    private final HeldOutbound outbound = new HeldOutbound();

    private JsonNode chat(String address, Digest digest) {
        assertThat(new Chat(outbound).send(new Destination(1, "chat", address, null), digest, "key"))
                .isEqualTo(new Outcome.Accepted());
        return JsonMapper.shared().readTree(outbound.posted.getLast().body());
    }

    private JsonNode ntfy(Digest digest) {
        new Ntfy(outbound).send(new Destination(1, "ntfy", "https://ntfy.example.org/my-topic", null), digest, "key");
        return JsonMapper.shared().readTree(outbound.posted.getLast().body());
    }

    @Test
    void saysWhatAndWhyInOneText() {
        var body = chat("https://hooks.slack.example/services/x", Digests.of("Mine", "Project Manager, Grid"));
        assertThat(body.propertyNames()).containsExactly("text");
        assertThat(body.path("text").asString())
                .startsWith("Mine: Project Manager, Grid\n\n")
                .contains("Invented Works · Graz, hybrid · 80,000 EUR a year")
                .contains("technical, 64 of 100 · Kubernetes")
                .contains("The ad says: “three years with Kubernetes”")
                .contains("Because: requires Kubernetes · seen at invented-board")
                .contains("https://invented.example/jobs/42")
                .endsWith("+ 2 more of Invented Works");
    }

    @Test
    void neverCallsTheRoomNorMakesALink() {
        var slack = chat("https://hooks.slack.example/x", Digests.of("Mine", HOSTILE))
                .path("text")
                .asString();
        assertThat(slack).doesNotContain("@everyone", "<!channel>", "<https", "](https");
        var discord = chat("https://discord.com/api/webhooks/1/x", Digests.of("Mine", HOSTILE));
        assertThat(discord.path("content").asString()).doesNotContain("@everyone", "](https");
        assertThat(discord.path("allowed_mentions").path("parse").isEmpty()).isTrue();
        assertThat(discord.has("text")).isFalse();
    }

    @Test
    void staysWithinTheLimitAndHalvesNoCharacter() {
        var titles = Collections.nCopies(40, "📡".repeat(60)).toArray(String[]::new);
        for (var pad : new String[] {"Mine", "Mine2"}) {
            var text = chat("https://discord.com/api/webhooks/1/x", Digests.of(pad, titles))
                    .path("content")
                    .asString();
            assertThat(text).hasSizeLessThanOrEqualTo(2000).endsWith("…");
            assertThat(text.codePoints().filter(one -> one >= 0xD800 && one <= 0xDFFF))
                    .isEmpty();
        }
    }

    @Test
    void publishesToTheTopicAtTheServersRoot() {
        var body = ntfy(Digests.of("Mine", "Project Manager, Grid"));
        assertThat(outbound.posted.getLast().uri()).hasToString("https://ntfy.example.org/");
        assertThat(body.path("topic").asString()).isEqualTo("my-topic");
        assertThat(body.path("title").asString()).isEqualTo("Mine: Project Manager, Grid");
        assertThat(body.path("click").asString()).isEqualTo("https://invented.example/jobs/42");
        assertThat(body.path("message").asString()).contains("Because: requires Kubernetes");
        assertThat(ntfy(Digests.of("Mine", "One", "Two")).has("click")).isFalse();
        assertThat(ntfy(Digests.of("Mine", HOSTILE)).path("title").asString()).endsWith(HOSTILE);
    }

    @Test
    void staysWithinTheBytesThatNtfyTakes() {
        var titles = Collections.nCopies(40, "📡ü项".repeat(40)).toArray(String[]::new);
        for (var pad : new String[] {"Mine", "Mine2", "Mine33", "Mine444"}) {
            var body = ntfy(Digests.of(pad, titles));
            var message = body.path("message").asString();
            assertThat(message.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(3_990, 4_000);
            assertThat(message).endsWith("…").doesNotContain("\uFFFD");
            assertThat(message.codePoints().filter(one -> one >= 0xD800 && one <= 0xDFFF))
                    .isEmpty();
        }
        var title = ntfy(Digests.of("Mine", "项".repeat(200))).path("title").asString();
        assertThat(title.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(245, 250);
    }

    @Test
    void wantsATopic() {
        var ntfy = new Ntfy(outbound);
        assertThat(ntfy.address(" https://ntfy.example.org/my-topic ")).isEqualTo("https://ntfy.example.org/my-topic");
        for (var wrong : new String[] {"https://ntfy.example.org", "https://ntfy.example.org/a/b", "ntfy://x/y"}) {
            assertThatThrownBy(() -> ntfy.address(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void saysWhatADocumentOfAnotherRoomSays() {
        var letter = new pmradar.alert.Letter(
                "Market trends", "- @everyone rose.\n".repeat(400), "https://radar.example/trends", "https://x", null);
        new Chat(outbound)
                .send(new Destination(1, "chat", "https://discord.com/api/webhooks/1/x", null), letter, "key");
        var discord = JsonMapper.shared()
                .readTree(outbound.posted.getLast().body())
                .path("content")
                .asString();
        assertThat(discord)
                .hasSizeLessThanOrEqualTo(2_000)
                .startsWith("https://radar.example/trends\n")
                .doesNotContain("@everyone");
        new Ntfy(outbound).send(new Destination(1, "ntfy", "https://ntfy.example.org/my-topic", null), letter, "key");
        var ntfy = JsonMapper.shared().readTree(outbound.posted.getLast().body());
        assertThat(ntfy.path("title").asString()).isEqualTo("Market trends");
        assertThat(ntfy.path("click").asString()).isEqualTo("https://radar.example/trends");
        assertThat(ntfy.path("message").asString()).hasSizeLessThanOrEqualTo(4_000);
    }
}
