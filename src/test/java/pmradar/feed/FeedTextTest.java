package pmradar.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeedTextTest {
    private static final URI HERE = URI.create("https://feeds.example/jobs");

    private static Answer answer(String contentType, byte[] bytes) {
        return new Answer(HERE, 200, Map.of("content-type", contentType), bytes);
    }

    private static Answer answer(String text) {
        return answer("", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theByteOrderMarkWinsOverTheHeaderAndTheHeaderOverTheDocument() {
        var marked = "\uFEFFgrün".getBytes(StandardCharsets.UTF_8);
        assertThat(FeedText.of(answer("text/xml; charset=iso-8859-1", marked))).isEqualTo("grün");
        var utf16 = "\uFEFFgrün".getBytes(StandardCharsets.UTF_16LE);
        assertThat(FeedText.of(answer("text/xml", utf16))).isEqualTo("grün");
        var cyrillic = "<?xml version='1.0' encoding='utf-8'?>Руководитель".getBytes(Charset.forName("windows-1251"));
        assertThat(FeedText.of(answer("text/xml; charset=windows-1251", cyrillic)))
                .endsWith("Руководитель");
        var declared = "<?xml version='1.0' encoding='windows-1251'?>Проект".getBytes(Charset.forName("windows-1251"));
        assertThat(FeedText.of(answer("application/xml", declared))).endsWith("Проект");
    }

    @Test
    void aWrongClaimOfUtf8IsNotBelieved() {
        var latin = "grün – fünf".getBytes(Charset.forName("windows-1252"));
        assertThat(FeedText.of(answer("text/xml; charset=utf-8", latin))).isEqualTo("grün – fünf");
        assertThat(FeedText.of(answer("text/xml; charset=no-such-set", "grün".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("grün");
        assertThat(FeedText.of(answer("", new byte[0]))).isEmpty();
    }

    @Test
    void jsonSaysWhatCameInstead() {
        assertThatThrownBy(() -> FeedJson.tree(answer("<!doctype html><html>")))
                .hasMessage("The feed answered with a web page instead of JSON.");
        assertThatThrownBy(() -> FeedJson.tree(answer("<rss/>"))).hasMessageContaining("XML instead of JSON");
        assertThatThrownBy(() -> FeedJson.tree(answer(" "))).hasMessageContaining("nothing at all");
        assertThatThrownBy(() -> FeedJson.tree(answer("Not Found"))).hasMessageContaining("line 1");
        assertThatThrownBy(() -> FeedJson.tree(answer("{\"a\":1,\n\"b\":"))).isInstanceOf(UnreadableFeed.class);
        assertThatThrownBy(() -> FeedJson.tree("[".repeat(200_000))).isInstanceOf(UnreadableFeed.class);
        assertThatThrownBy(() -> FeedJson.tree("[" + "9".repeat(100_000_000 / 100) + "]"))
                .isInstanceOf(UnreadableFeed.class);
    }

    @Test
    void jsonFieldsComeAsTextNumbersAndDates() {
        var node = FeedJson.tree(
                "{\"a\":\" x \",\"n\":\"1,200.50\",\"z\":null,\"e\":\" \",\"i\":7,\"o\":{},\"d\":1713140000}");
        assertThat(FeedJson.text(node, "a")).isEqualTo("x");
        assertThat(FeedJson.text(node, "i")).isEqualTo("7");
        assertThat(FeedJson.text(node, "z")).isNull();
        assertThat(FeedJson.text(node, "e")).isNull();
        assertThat(FeedJson.text(node, "o")).isNull();
        assertThat(FeedJson.text(node, "absent")).isNull();
        assertThat(FeedJson.number(node, "n")).isEqualByComparingTo("1200.50");
        assertThat(FeedJson.number(node, "a")).isNull();
        assertThat(FeedJson.date(node, "d").at()).isEqualTo("2024-04-15T00:13:20Z");
        assertThat(FeedJson.number(FeedJson.tree("{\"n\":\"1e999999999\"}"), "n"))
                .isNull();
    }
}
