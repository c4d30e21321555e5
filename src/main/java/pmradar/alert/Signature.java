package pmradar.alert;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.modulith.NamedInterface;

/// HMAC-SHA256 by a destination's secret. Source: Standard Webhooks 1.0, "Signature scheme", for how it is written.
@NamedInterface("channel")
public final class Signature {

    private static final String PREFIX = "whsec_";

    private static final SecureRandom RANDOM = new SecureRandom();

    private Signature() {}

    /// A new secret of 256 bits, as people and programs copy it.
    public static String secret() {
        var secret = new byte[32];
        RANDOM.nextBytes(secret);
        return written(secret);
    }

    /// The secret as people and programs copy it.
    private static String written(byte[] secret) {
        return PREFIX + Base64.getEncoder().encodeToString(secret);
    }

    /// Those of the first destinations were written in hexadecimal.
    private static byte[] read(String secret) {
        return secret.startsWith(PREFIX)
                ? Base64.getDecoder().decode(secret.substring(PREFIX.length()))
                : HexFormat.of().parseHex(secret);
    }

    /// @param secret as it is written
    /// @return Base64 for addresses, without padding
    public static String of(String secret, String signed) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(secret, signed));
    }

    /// @param secret as it is written
    public static byte[] bytes(String secret, String signed) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(read(secret), "HmacSHA256"));
            return mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA256", e);
        }
    }
}
