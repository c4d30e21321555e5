package preview;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import pmradar.feed.Outbound;

/// Sends nothing and remembers what it was given; knows no host of the own network.
public class HeldOutbound implements Outbound {

    public record Posted(URI uri, String body, Map<String, String> headers) {}

    public final List<Posted> posted = new CopyOnWriteArrayList<>();
    public volatile Reply reply = new Reply.Answered(204, Map.of(), "");

    @Override
    public void check(URI uri) {
        if (!"https".equals(uri.getScheme()) || uri.getHost() == null)
            throw new IllegalArgumentException("An address begins with https:// and names a host.");
    }

    @Override
    public Reply post(URI uri, String body, Map<String, String> headers) {
        posted.add(new Posted(uri, body, headers));
        return reply;
    }
}
