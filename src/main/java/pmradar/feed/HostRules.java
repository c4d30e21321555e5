package pmradar.feed;

import java.net.InetAddress;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Decides by address and name alone whether a URI may be asked at all. What a name stands for is judged when it has
/// been resolved, by [#check(String, List)].
final class HostRules {
    private static final Pattern IPV4 = Pattern.compile("(?:(?:0|[1-9]\\d{0,2})\\.){3}(?:0|[1-9]\\d{0,2})");
    /// WHATWG URL: a host whose last label is a number is an IPv4 address in some notation, or a trap.
    private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(?:.*\\.)?(?:\\d+|0[xX][0-9a-fA-F]*)");
    private static final Pattern NAME = Pattern.compile("[a-z0-9_](?:[a-z0-9._-]{0,251}[a-z0-9_])?");

    private final Set<String> allowed = new HashSet<>();

    HostRules(Set<String> allowedPrivateHosts) {
        allowedPrivateHosts.forEach(host -> allowed.add(plain(host)));
    }

    /// The host to resolve, in lower case and without brackets.
    ///
    /// @throws FetchFailed if the URI may not be asked
    String check(URI uri) {
        var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw new FetchFailed("Only http and https addresses are read, and this one begins with '%s'."
                    .formatted(uri.getScheme()));
        }
        if (uri.getHost() == null) {
            throw new FetchFailed("The address names no host that can be read; a name with letters beyond a to z"
                    + " must be written in its ASCII form (xn--…).");
        }
        if (uri.getRawUserInfo() != null) {
            throw new FetchFailed("The address carries a user name or password, which is refused.");
        }
        if (uri.getHost().endsWith(".")) {
            throw refused(uri.getHost(), "it ends in a dot");
        }
        var host = plain(uri.getHost());
        if (allowed.contains(host)) {
            return host;
        }
        checkShape(host);
        var port = uri.getPort();
        if (port != -1 && port != 80 && port != 443) {
            throw new FetchFailed(("Port %d is refused; feeds are read from ports 80 and 443, or from hosts that"
                            + " pmradar.feed.allowed-private-hosts names.")
                    .formatted(port));
        }
        return host;
    }

    private static void checkShape(String host) {
        if (host.equals("localhost") || host.endsWith(".localhost")) {
            throw refused(host, "this machine");
        }
        if (host.contains(":")) {
            if (host.contains("%")) {
                throw refused(host, "bound to a network card");
            }
            return;
        }
        if (ENDS_IN_NUMBER.matcher(host).matches()) {
            if (!IPV4.matcher(host).matches()) {
                throw refused(host, "no proper IP address");
            }
            return;
        }
        if (!NAME.matcher(host).matches() || host.contains("..")) {
            throw refused(host, "no proper name");
        }
    }

    /// @throws FetchFailed if any of the addresses is not public and the host is not allowed by name
    void check(String host, List<InetAddress> addresses) {
        if (allowed.contains(host)) {
            return;
        }
        for (var address : addresses) {
            var kind = PublicAddresses.refusal(address);
            if (kind != null) {
                throw refused(host, kind);
            }
        }
    }

    private static FetchFailed refused(String host, String kind) {
        return new FetchFailed(
                ("The address %s is refused (%s). If it is meant, name it in" + " pmradar.feed.allowed-private-hosts.")
                        .formatted(host, kind));
    }

    private static String plain(String host) {
        var plain = host.toLowerCase(Locale.ROOT);
        if (plain.startsWith("[") && plain.endsWith("]")) {
            plain = plain.substring(1, plain.length() - 1);
        }
        return plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
    }
}
