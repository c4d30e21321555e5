package pmradar.alert;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.modulith.NamedInterface;

/// HMAC-SHA256 by a destination's secret.
@NamedInterface("channel")
public final class Signature {

    private Signature() {}

    /// @param secret in hexadecimal
    /// @return Base64 for addresses, without padding
    public static String of(String secret, String signed) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(secret, signed));
    }

    /// @param secret in hexadecimal
    public static byte[] bytes(String secret, String signed) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(secret), "HmacSHA256"));
            return mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA256", e);
        }
    }
}
