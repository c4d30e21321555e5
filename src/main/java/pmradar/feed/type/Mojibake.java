package pmradar.feed.type;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Text that was UTF-8 and was read as Latin-1 before it was sent: such runs of characters are valid UTF-8 once more.
final class Mojibake {
    private static final Pattern RUN = Pattern.compile("[\\u00c2-\\u00f4][\\u0080-\\u00bf]{1,3}");

    private Mojibake() {}

    static String mended(@Nullable String text) {
        if (text == null) return "";
        return RUN.matcher(text).replaceAll(run -> Matcher.quoteReplacement(decoded(run.group())));
    }

    private static String decoded(String run) {
        try {
            byte[] bytes = run.getBytes(StandardCharsets.ISO_8859_1);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return run;
        }
    }
}
