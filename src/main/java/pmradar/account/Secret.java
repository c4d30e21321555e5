package pmradar.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/// Words that nobody guesses. They have 256 random bits, so that a plain hash keeps them as well as a slow one would,
/// and looking for a hash in an index tells nothing of the secret by the time it takes.
final class Secret {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LONGEST = 200;

    private Secret() {}

    static String next() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// As it is stored: SHA-256 in hexadecimal. What is too long to be a secret is cut, and then found nowhere.
    static String hash(String secret) {
        var bounded = secret.length() > LONGEST ? secret.substring(0, LONGEST) : secret;
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bounded.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("each Java has SHA-256", missing);
        }
    }
}
