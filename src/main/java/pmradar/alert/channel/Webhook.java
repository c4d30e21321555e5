package pmradar.alert.channel;

import java.net.URI;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import pmradar.alert.Channel;
import pmradar.alert.Digest;
import pmradar.alert.Letter;
import pmradar.alert.Signature;
import pmradar.feed.Outbound;
import tools.jackson.databind.json.JsonMapper;

/// Digests as JSON, signed. Source: Standard Webhooks 1.0, symmetric signatures: HMAC-SHA256 over `id.timestamp.body`.
@Component
class Webhook implements Channel {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Outbound outbound;
    private final Clock clock;

    Webhook(Outbound outbound, Clock clock) {
        this.outbound = outbound;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public String address(String typed) {
        return HttpOutcome.address(typed, outbound).toString();
    }

    @Override
    public Outcome send(Destination to, Digest digest, String key) {
        return post(to, JSON.writeValueAsString(digest), key);
    }

    /// The document is left out: whoever wants it finds it under the address, in the form that is wanted.
    @Override
    public Outcome send(Destination to, Letter letter, String key) {
        var body = new LinkedHashMap<String, Object>();
        body.put("key", key);
        body.put("title", letter.title());
        body.put("markdown", letter.text());
        body.put("link", letter.link());
        return post(to, JSON.writeValueAsString(body), key);
    }

    private Outcome post(Destination to, String body, String key) {
        var timestamp = Long.toString(clock.instant().getEpochSecond());
        var mac = Signature.bytes(Objects.requireNonNull(to.secret()), key + "." + timestamp + "." + body);
        var signature = "v1," + Base64.getEncoder().encodeToString(mac);
        return HttpOutcome.of(outbound.post(
                URI.create(to.address()),
                body,
                Map.of(
                        "Content-Type", "application/json",
                        "webhook-id", key,
                        "webhook-timestamp", timestamp,
                        "webhook-signature", signature)));
    }
}
