package pmradar.alert.channel;

import java.net.URI;
import java.util.Map;
import org.springframework.stereotype.Component;
import pmradar.alert.Channel;
import pmradar.alert.Digest;
import pmradar.alert.Letter;
import pmradar.feed.Outbound;
import tools.jackson.databind.json.JsonMapper;

/// Incoming webhooks of chat programs: Slack and Mattermost take `text`, Discord takes `content`; each leaves the other
/// field alone.
@Component
class Chat implements Channel {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /// Discord's limit, the narrowest.
    private static final int LONGEST = 2_000;

    private final Outbound outbound;

    Chat(Outbound outbound) {
        this.outbound = outbound;
    }

    @Override
    public String name() {
        return "chat";
    }

    @Override
    public String address(String typed) {
        return HttpOutcome.address(typed, outbound).toString();
    }

    @Override
    public Outcome send(Destination to, Digest digest, String key) {
        return post(to, PlainDigest.subject(digest) + "\n\n" + PlainDigest.text(digest));
    }

    @Override
    public Outcome send(Destination to, Letter letter, String key) {
        return post(to, letter.link() + "\n\n" + letter.text());
    }

    private Outcome post(Destination to, String words) {
        var discord = isDiscord(URI.create(to.address()));
        var text = quiet(words, discord);
        var cut = PlainDigest.cut(text, LONGEST);
        var body = discord
                ? Map.of("content", cut, "allowed_mentions", Map.of("parse", new String[0]))
                : Map.of("text", cut);
        return HttpOutcome.of(outbound.post(
                URI.create(to.address()), JSON.writeValueAsString(body), Map.of("Content-Type", "application/json")));
    }

    /// What a posting says must not call everyone in the room, nor become a link of its own making.
    private static String quiet(String text, boolean discord) {
        var calm = text.replace("@", "@\u200B").replace("](", "]\u200B(");
        return discord ? calm : calm.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static boolean isDiscord(URI uri) {
        return uri.getHost() != null
                && (uri.getHost().equals("discord.com") || uri.getHost().endsWith(".discord.com"));
    }
}
