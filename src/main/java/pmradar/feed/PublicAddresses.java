package pmradar.feed;

import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tells addresses of the public internet from all others.
///
/// Source: IANA special-purpose address registries for IPv4 and IPv6 (RFC 6890 and its successors). In IPv6 only
/// 2000::/3 is handed out, so everything else is refused without being named.
final class PublicAddresses {
    private static final List<Range> REFUSED = List.of(
            Range.of("0.0.0.0/8", "this network"),
            Range.of("10.0.0.0/8", "private"),
            Range.of("100.64.0.0/10", "behind a provider's translation"),
            Range.of("127.0.0.0/8", "this machine"),
            Range.of("169.254.0.0/16", "link-local"),
            Range.of("172.16.0.0/12", "private"),
            Range.of("192.0.0.0/24", "reserved"),
            Range.of("192.0.2.0/24", "for documentation"),
            Range.of("192.31.196.0/24", "reserved"),
            Range.of("192.52.193.0/24", "reserved"),
            Range.of("192.88.99.0/24", "a 6to4 relay"),
            Range.of("192.168.0.0/16", "private"),
            Range.of("192.175.48.0/24", "reserved"),
            Range.of("198.18.0.0/15", "for benchmarks"),
            Range.of("198.51.100.0/24", "for documentation"),
            Range.of("203.0.113.0/24", "for documentation"),
            Range.of("224.0.0.0/4", "multicast"),
            Range.of("240.0.0.0/4", "reserved"),
            Range.of("2001::/23", "a tunnel or reserved"),
            Range.of("2001:db8::/32", "for documentation"),
            Range.of("2002::/16", "a 6to4 tunnel"),
            Range.of("2620:4f:8000::/48", "reserved"),
            Range.of("3fff::/20", "for documentation"));
    private static final Range GLOBAL_IPV6 = Range.of("2000::/3", "");

    private PublicAddresses() {}

    /// Why this address may not be connected to, in a word or two; null when it is public.
    static @Nullable String refusal(InetAddress address) {
        var bytes = address.getAddress();
        if (bytes.length == 16 && !GLOBAL_IPV6.holds(bytes)) {
            return address.isLoopbackAddress() ? "this machine" : "not public";
        }
        for (var range : REFUSED) {
            if (range.holds(bytes)) {
                return range.kind();
            }
        }
        return bytes.length == 16 ? embedded(bytes) : null;
    }

    /// ISATAP carries an IPv4 address behind `0000:5efe` or `0200:5efe` in any prefix (RFC 5214).
    private static @Nullable String embedded(byte[] bytes) {
        var isatap = (bytes[8] & ~2) == 0 && bytes[9] == 0 && bytes[10] == 0x5e && bytes[11] == (byte) 0xfe;
        return isatap ? "a tunnel" : null;
    }

    private record Range(byte[] prefix, int bits, String kind) {

        static Range of(String notation, String kind) {
            var slash = notation.indexOf('/');
            try {
                var prefix = InetAddress.ofLiteral(notation.substring(0, slash)).getAddress();
                return new Range(prefix, Integer.parseInt(notation.substring(slash + 1)), kind);
            } catch (IllegalArgumentException wrong) {
                throw new IllegalStateException(notation, wrong);
            }
        }

        boolean holds(byte[] address) {
            if (address.length != prefix.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                var mask = 0x80 >> (bit % 8);
                if ((address[bit / 8] & mask) != (prefix[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
