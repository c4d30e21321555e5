package pmradar.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostRulesTest {
    private final HostRules rules = new HostRules(Set.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "0.255.255.255",
                "10.0.0.0",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.0",
                "100.64.0.1",
                "100.100.100.200",
                "100.127.255.255",
                "127.0.0.0",
                "127.0.0.1",
                "127.1.2.3",
                "127.255.255.255",
                "169.254.0.1",
                "169.254.169.254",
                "169.254.170.2",
                "169.254.255.255",
                "172.16.0.0",
                "172.16.0.1",
                "172.20.10.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.0.170",
                "192.0.0.192",
                "192.0.2.1",
                "192.31.196.1",
                "192.52.193.1",
                "192.88.99.1",
                "192.168.0.0",
                "192.168.0.1",
                "192.168.1.254",
                "192.168.255.255",
                "192.175.48.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.7",
                "224.0.0.1",
                "224.0.0.251",
                "239.255.255.250",
                "240.0.0.1",
                "250.1.2.3",
                "255.255.255.254",
                "255.255.255.255",
                "::",
                "::1",
                "::2",
                "::7f00:1",
                "::127.0.0.1",
                "::10.0.0.1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::ffff:169.254.169.254",
                "::ffff:192.168.1.1",
                "::ffff:7f00:1",
                "::ffff:0:127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b::127.0.0.1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b::8.8.8.8",
                "64:ff9b:1::1",
                "100::1",
                "100:0:0:1::1",
                "2001::1",
                "2001:0:4136:e378:8000:63bf:3fff:fdd2",
                "2001:1::1",
                "2001:2::1",
                "2001:3::1",
                "2001:4:112::1",
                "2001:10::1",
                "2001:20::1",
                "2001:30::1",
                "2001:1ff:ffff::1",
                "2001:db8::1",
                "2001:db8:ffff::1",
                "2002::1",
                "2002:7f00:1::",
                "2002:a00:1::1",
                "2002:a9fe:a9fe::1",
                "2002:c0a8:101::1",
                "2620:4f:8000::1",
                "3fff::1",
                "3fff:fff::1",
                "4000::1",
                "5f00::1",
                "8000::1",
                "fc00::1",
                "fd00::1",
                "fd00:ec2::254",
                "fdff:ffff::1",
                "fe80::1",
                "fe80::a9fe:a9fe",
                "febf::1",
                "fec0::1",
                "feff::1",
                "ff00::1",
                "ff01::1",
                "ff02::1",
                "ff02::fb",
                "ff05::2",
                "ff0e::1",
                "2a00:1450:4001:80b:0:5efe:127.0.0.1",
                "2a00:1450:4001:80b:200:5efe:10.0.0.1"
            })
    void refusesAnAddressThatIsNotPublic(String literal) {
        assertThat(PublicAddresses.refusal(InetAddress.ofLiteral(literal))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.1",
                "93.184.216.34",
                "100.63.255.255",
                "100.128.0.1",
                "126.255.255.255",
                "128.0.0.1",
                "169.253.255.255",
                "169.255.0.1",
                "172.15.255.255",
                "172.32.0.1",
                "192.0.1.1",
                "192.167.255.255",
                "192.169.0.1",
                "198.17.255.255",
                "198.20.0.1",
                "223.255.255.255",
                "2001:200::1",
                "2001:4860:4860::8888",
                "2606:4700::1111",
                "2a00:1450:4001:80b::200e",
                "2003::1",
                "3ffe::1"
            })
    void letsAPublicAddressPass(String literal) {
        assertThat(PublicAddresses.refusal(InetAddress.ofLiteral(literal))).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost/",
                "http://LOCALHOST/",
                "http://localhost./",
                "http://a.localhost/",
                "http://x.localhost./",
                "http://127.1/",
                "http://127.0.1/",
                "http://2130706433/",
                "http://017700000001/",
                "http://0x7f000001/",
                "http://0x7f.0.0.1/",
                "http://0177.0.0.1/",
                "http://127.0.0.01/",
                "http://0/",
                "http://00000000/",
                "http://1/",
                "http://10.1/",
                "http://192.168.257/",
                "http://169.254.43518/",
                "http://0xa9fea9fe/",
                "http://127.0.0.1./",
                "http://example.0x1/",
                "http://example.123/",
                "http://1.2.3.4.5/",
                "http://[fe80::1%25eth0]/",
                "http://ex%20ample/",
                "http://example..com/",
                "http://-a.example/",
                "http://example.com./",
                "http://user@example.com/",
                "http://user:pw@example.com/",
                "http://example.com@127.0.0.1/",
                "http://example.com:22/",
                "http://example.com:8080/",
                "https://example.com:8443/",
                "http://example.com:0/",
                "http://example.com:6379/",
                "http://example.com:65535/",
                "ftp://example.com/",
                "file:///etc/passwd",
                "gopher://example.com/",
                "jar:file:/x!/y",
                "data:text/plain,x",
                "javascript:alert(1)",
                "ldap://example.com/",
                "dict://example.com/",
                "//example.com/",
                "/path",
                "http:/path",
                "http:///path"
            })
    void refusesAnAddressByItsLooks(String uri) {
        assertThatThrownBy(() -> rules.check(URI.create(uri))).isInstanceOf(FetchFailed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://１２７．０．０．１/", "http://ⓛocalhost/", "http://bücher.example/", "http://127。0。0。1/"})
    void refusesLettersThatLookLikeOthers(String uri) {
        assertThatThrownBy(() -> rules.check(URI.create(uri))).isInstanceOf(FetchFailed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/jobs", "http://example.com:80/", "https://example.com:443/",
                        "https://EXAMPLE.com/",
                "https://xn--bcher-kva.example/", "https://1password.example/", "https://a1.example/",
                        "http://8.8.8.8/",
                "https://[2606:4700::1111]/", "https://jobs-2.example.co.uk/feed.xml?x=1#y"
            })
    void letsAnOrdinaryAddressPass(String uri) {
        assertThatCode(() -> rules.check(URI.create(uri))).doesNotThrowAnyException();
    }

    @Test
    void opensAPrivateHostOnlyByItsOwnName() {
        var open = new HostRules(Set.of("Intranet.example", "127.0.0.1"));
        assertThat(open.check(URI.create("http://intranet.example:8080/feed"))).isEqualTo("intranet.example");
        assertThat(open.check(URI.create("http://127.0.0.1:9000/"))).isEqualTo("127.0.0.1");
        open.check("intranet.example", List.of(InetAddress.ofLiteral("10.0.0.1")));
        assertThatThrownBy(() -> open.check("other.example", List.of(InetAddress.ofLiteral("10.0.0.1"))))
                .hasMessageContaining("pmradar.feed.allowed-private-hosts");
        assertThatThrownBy(() -> open.check(URI.create("http://localhost/"))).isInstanceOf(FetchFailed.class);
    }
}
