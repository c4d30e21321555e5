package pmradar.feed;

import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.security.Security;

/// Hands name resolution to [PinnedNames]. Public because the JDK finds it by `META-INF/services`.
public final class PinningResolver extends InetAddressResolverProvider {

    @Override
    public InetAddressResolver get(Configuration configuration) {
        // Read once by the JDK, after it has asked for a resolver for the first time.
        Security.setProperty("networkaddress.cache.ttl", "0");
        Security.setProperty("networkaddress.cache.negative.ttl", "0");
        return new PinnedNames(configuration.builtinResolver());
    }

    @Override
    public String name() {
        return "pmradar";
    }
}
