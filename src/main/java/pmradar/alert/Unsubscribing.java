package pmradar.alert;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/// Ends a destination by a signed link, without a login: the link is good for this and for nothing else.
@NamedInterface("channel")
@Component
public class Unsubscribing {
    private static final String SAID = "unsubscribed by the link in a message";

    private final JdbcClient jdbc;
    private final Deliveries deliveries;

    Unsubscribing(JdbcClient jdbc, Deliveries deliveries) {
        this.jdbc = jdbc;
        this.deliveries = deliveries;
    }

    /// The path of the link, for a destination.
    public static String path(Channel.Destination to) {
        return "/unsubscribe/%d/%s".formatted(to.id(), signature(Objects.requireNonNull(to.secret()), to.id()));
    }

    /// @param what is sent, and where to, in words @param over whether nothing is sent there any more
    public record Sent(String what, boolean over) {}

    /// What the link would end; nothing when it is not good.
    public Optional<Sent> of(long destination, String signature) {
        return jdbc.sql("select t.secret, t.address, t.ended, s.name from alert_destination t"
                        + " join alert_search s on s.id = t.search_id where t.id = ?")
                .param(destination)
                .query((row, number) -> equal(signature(row.getString("secret"), destination), signature)
                        ? Optional.of(new Sent(
                                "“%s” to %s".formatted(row.getString("name"), row.getString("address")),
                                row.getString("ended") != null))
                        : Optional.<Sent>empty())
                .optional()
                .flatMap(good -> good);
    }

    /// @return whether the link is good; using it twice does no harm
    public boolean end(long destination, String signature, Instant now) {
        if (of(destination, signature).isEmpty()) return false;
        jdbc.sql("update alert_destination set ended = ? where id = ? and ended is null")
                .params(SAID, destination)
                .update();
        deliveries.parkWaiting(destination, "Nothing goes there any more: " + SAID + ".", now);
        return true;
    }

    private static String signature(String secret, long destination) {
        return Signature.of(secret, "unsubscribe." + destination);
    }

    private static boolean equal(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
