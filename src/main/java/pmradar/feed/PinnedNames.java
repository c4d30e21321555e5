package pmradar.feed;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// Name resolution of the whole program, in which a name can be pinned to addresses that have been checked. The JDK's
/// client resolves a name by itself when it connects; while the name is pinned it gets exactly the checked addresses,
/// so a name server cannot answer differently in between (DNS rebinding).
///
/// Installed by [PinningResolver]; [#install()] refuses to go on without it.
final class PinnedNames implements InetAddressResolver {
    private static final Map<String, List<InetAddress>> PINS = new ConcurrentHashMap<>();
    private static volatile boolean installed;

    private final InetAddressResolver system;

    PinnedNames(InetAddressResolver system) {
        this.system = system;
        installed = true;
    }

    /// Resolves names; in tests one that lies.
    interface Lookup {
        InetAddress[] all(String host) throws UnknownHostException;
    }

    /// A name held to its addresses until it is closed.
    record Pin(String host) implements AutoCloseable {

        /// Goes on to the next of the name's addresses, all of which have been checked.
        ///
        /// @return whether there is another
        boolean next() {
            var pinned = PINS.getOrDefault(host, List.of());
            if (pinned.size() < 2) return false;
            PINS.put(host, pinned.subList(1, pinned.size()));
            return true;
        }

        @Override
        public void close() {
            PINS.remove(host);
        }
    }

    /// Makes sure that lookups go through this class.
    static void install() {
        try {
            InetAddress.getByName("localhost");
        } catch (UnknownHostException odd) {
            // Only the attempt counts: it loads the resolver.
        }
        if (!installed) {
            throw new IllegalStateException("Name resolution could not be taken over, so feeds cannot be read safely:"
                    + " another InetAddressResolverProvider is on the class path, or a name was resolved too early.");
        }
    }

    /// Resolves a host, checks each of its addresses, and holds the name to them. The second look afterwards closes the
    /// gap between look and pin: from then on whatever the JDK has cached is what was checked.
    ///
    /// @throws FetchFailed if the name is not known or an address is refused
    static Pin pin(String host, HostRules rules, Lookup lookup) {
        var addresses = look(host, lookup);
        rules.check(host, addresses);
        PINS.put(host, addresses);
        try {
            rules.check(host, look(host, lookup));
            return new Pin(host);
        } catch (RuntimeException refused) {
            PINS.remove(host);
            throw refused;
        }
    }

    private static List<InetAddress> look(String host, Lookup lookup) {
        try {
            return Stream.of(lookup.all(host))
                    .sorted(Comparator.comparing(address -> address.getAddress().length))
                    .toList();
        } catch (UnknownHostException unknown) {
            throw new FetchFailed("The name %s is not known; there may be no network.".formatted(host));
        }
    }

    @Override
    public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
        var pinned = PINS.get(host.toLowerCase(Locale.ROOT));
        return pinned != null ? pinned.stream() : system.lookupByName(host, policy);
    }

    @Override
    public String lookupByAddress(byte[] address) throws UnknownHostException {
        return system.lookupByAddress(address);
    }
}
