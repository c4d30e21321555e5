package pmradar.alert.channel;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import pmradar.alert.Channel;
import pmradar.alert.Digest;
import pmradar.alert.Letter;
import pmradar.feed.Outbound;
import tools.jackson.databind.json.JsonMapper;

/// Push messages by ntfy, its own server or another. Source: ntfy, "Publish as JSON".
@Component
class Ntfy implements Channel {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /// The server's own limit for messages is 4,096 bytes; a longer one it turns into an attachment.
    private static final int MOST_BYTES = 4_000;

    private static final int MOST_TITLE_BYTES = 250;

    private final Outbound outbound;

    Ntfy(Outbound outbound) {
        this.outbound = outbound;
    }

    @Override
    public String name() {
        return "ntfy";
    }

    @Override
    public String address(String typed) {
        var uri = HttpOutcome.address(typed, outbound);
        if (!topic(uri).matches("[A-Za-z0-9_-]{1,64}"))
            throw new IllegalArgumentException("An ntfy address ends in a topic, such as https://ntfy.sh/my-topic.");
        return uri.toString();
    }

    @Override
    public Outcome send(Destination to, Digest digest, String key) {
        var uri = URI.create(to.address());
        var text = PlainDigest.text(digest);
        var message = new LinkedHashMap<String, Object>();
        message.put("topic", topic(uri));
        message.put("title", PlainDigest.cutBytes(PlainDigest.subject(digest), MOST_TITLE_BYTES));
        message.put("message", PlainDigest.cutBytes(text, MOST_BYTES));
        var link = digest.lines().size() == 1 ? digest.lines().getFirst().link() : null;
        if (link != null && link.matches("(?i)https?://\\S+")) message.put("click", link);
        return HttpOutcome.of(outbound.post(
                uri.resolve("/"), JSON.writeValueAsString(message), Map.of("Content-Type", "application/json")));
    }

    @Override
    public Outcome send(Destination to, Letter letter, String key) {
        var uri = URI.create(to.address());
        var message = Map.of(
                "topic", topic(uri),
                "title", PlainDigest.cutBytes(letter.title(), MOST_TITLE_BYTES),
                "message", PlainDigest.cutBytes(letter.text(), MOST_BYTES),
                "markdown", true,
                "click", letter.link());
        return HttpOutcome.of(outbound.post(
                uri.resolve("/"), JSON.writeValueAsString(message), Map.of("Content-Type", "application/json")));
    }

    private static String topic(URI uri) {
        var path = uri.getPath();
        return path == null ? "" : path.replaceAll("^/|/$", "");
    }
}
