package pmradar.alert.channel;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import pmradar.alert.Channel;
import pmradar.alert.Digest;
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
        var body = JSON.writeValueAsString(digest);
        var timestamp = Long.toString(clock.instant().getEpochSecond());
        var signature = "v1," + signature(Objects.requireNonNull(to.secret()), key + "." + timestamp + "." + body);
        return HttpOutcome.of(outbound.post(
                URI.create(to.address()),
                body,
                Map.of(
                        "Content-Type", "application/json",
                        "webhook-id", key,
                        "webhook-timestamp", timestamp,
                        "webhook-signature", signature)));
    }

    /// @param secret in hexadecimal
    static String signature(String secret, String signed) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(secret), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA256", e);
        }
    }
}
