package pmradar.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import pmradar.account.Access;

/// Lets the program start without a login only where nobody else can reach it.
@Component
@ConditionalOnWebApplication
class LoopbackOnly {

    LoopbackOnly(Access access, Environment environment) {
        if (access == Access.LOCAL) check(environment.getProperty("server.address", ""));
    }

    static void check(String address) {
        if (address.isBlank()) throw new OpenToNetwork("all addresses");
        try {
            if (!InetAddress.getByName(address).isLoopbackAddress()) throw new OpenToNetwork(address);
        } catch (UnknownHostException unknown) {
            throw new OpenToNetwork(address);
        }
    }
}
