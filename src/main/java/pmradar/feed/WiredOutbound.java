package pmradar.feed;

import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Sends by the same wire that feeds are read by.
@Component
class WiredOutbound implements Outbound, AutoCloseable {
    private static final int SHOWN = 1_000;
    private static final long ANSWER_BYTES = 64 * 1024;

    private final FeedSettings.Limits limits;
    private final HostRules rules;
    private final Wire wire;

    WiredOutbound(FeedSettings settings) {
        limits = settings.limits();
        rules = new HostRules(settings.allowedPrivateHosts());
        wire = new Wire(limits, rules);
    }

    @Override
    public void check(URI uri) {
        try {
            var host = rules.check(uri);
            if (host.matches("[0-9.]+|.*:.*")) rules.check(host, List.of(InetAddress.ofLiteral(host)));
        } catch (FetchFailed refused) {
            throw new IllegalArgumentException(refused.reason(), refused);
        }
    }

    @Override
    public Reply post(URI uri, String body, Map<String, String> headers) {
        try {
            var all = new HashMap<String, String>(headers);
            all.putIfAbsent("User-Agent", "pmradar/0.1");
            var hop = wire.send(new FeedRequest(uri, body, Map.of()), all, ANSWER_BYTES, true, limits.whole());
            var text = new String(hop.body(), StandardCharsets.UTF_8);
            return new Reply.Answered(
                    hop.status(), hop.firstHeaders(), text.length() > SHOWN ? text.substring(0, SHOWN) : text);
        } catch (FetchFailed failed) {
            return new Reply.Unreachable(failed.reason());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Reply.Unreachable("PM Radar was stopped before it was sent.");
        }
    }

    @Override
    public void close() {
        wire.close();
    }
}
