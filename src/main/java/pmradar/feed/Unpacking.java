package pmradar.feed;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// Unpacks one layer of gzip and counts what comes out. Every other encoding is refused: none was asked for.
final class Unpacking {
    private static final int RATIO_COUNTS_FROM = 1 << 20;

    private final long maxBytes;
    private final int maxRatio;

    Unpacking(long maxBytes, int maxRatio) {
        this.maxBytes = maxBytes;
        this.maxRatio = maxRatio;
    }

    /// @param encoding the `Content-Encoding`; a body that is a gzip file by itself is unpacked too
    /// @throws FetchFailed if the body is broken, in another encoding, or grows beyond the limits
    byte[] unpack(byte[] body, @Nullable String encoding) {
        var stated = encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT);
        return switch (stated) {
            case "gzip", "x-gzip" -> body.length == 0 ? body : gunzip(body);
            case "", "identity" -> isGzip(body) ? gunzip(body) : within(body);
            default ->
                throw new FetchFailed("The server packed its answer as '%s', though only gzip was asked for."
                        .formatted(stated.length() > 40 ? stated.substring(0, 40) : stated));
        };
    }

    private byte[] within(byte[] body) {
        if (body.length > maxBytes) {
            throw BoundedBody.tooLarge(maxBytes);
        }
        return body;
    }

    private static boolean isGzip(byte[] body) {
        return body.length > 2 && body[0] == 0x1f && (body[1] & 0xff) == 0x8b && body[2] == 8;
    }

    private byte[] gunzip(byte[] body) {
        var out = new ByteArrayOutputStream(Math.max(1024, body.length * 4));
        var buffer = new byte[16384];
        try (var in = new GZIPInputStream(new ByteArrayInputStream(body), buffer.length)) {
            int read;
            while ((read = in.read(buffer)) >= 0) {
                out.write(buffer, 0, read);
                if (out.size() > maxBytes) {
                    throw BoundedBody.tooLarge(maxBytes);
                }
                if (out.size() > RATIO_COUNTS_FROM && out.size() / Math.max(1, body.length) >= maxRatio) {
                    throw new FetchFailed(
                            "The answer grows more than %d-fold when it is unpacked, as no honest feed does."
                                    .formatted(maxRatio));
                }
            }
            return out.toByteArray();
        } catch (EOFException cut) {
            throw new FetchFailed("The answer broke off after %d bytes.".formatted(body.length));
        } catch (IOException broken) {
            throw new FetchFailed("The answer cannot be unpacked: %s.".formatted(broken.getMessage()));
        }
    }
}
