package pmradar.feed;

import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;

/// Hands name resolution to [PinnedNames]. Public because the JDK finds it by `META-INF/services`.
public final class PinningResolver extends InetAddressResolverProvider {

    @Override
    public InetAddressResolver get(Configuration configuration) {
        return new PinnedNames(configuration.builtinResolver());
    }

    @Override
    public String name() {
        return "pmradar";
    }
}
