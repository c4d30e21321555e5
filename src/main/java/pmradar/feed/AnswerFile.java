package pmradar.feed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// One kept answer: gzip of a line of JSON that says whence it came, and the bytes. A file that a crash cut or a disk
/// damaged does not unpack, and counts as not kept.
final class AnswerFile {
    /// Headers that a parser may need. Cookies and whatever else a server sends are not written down.
    private static final Set<String> KEPT = Set.of(
            "content-type",
            "content-language",
            "last-modified",
            "etag",
            "date",
            "link",
            "cache-control",
            "x-total-count");
    private static final int LONGEST_HEAD = 64 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private AnswerFile() {}

    record Head(String uri, int status, Map<String, String> headers) {}

    /// @return how many bytes it takes
    static long write(Path file, Answer answer, Secrets secrets) throws IOException {
        var headers = new TreeMap<String, String>();
        answer.headers().forEach((name, value) -> {
            if (KEPT.contains(name)) headers.put(name, secrets.hide(value));
        });
        var head = new Head(secrets.hide(answer.uri().toString()), answer.status(), headers);
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(JSON.writeValueAsString(head).getBytes(StandardCharsets.UTF_8));
            out.write('\n');
            out.write(secrets.hide(answer.bytes()));
        }
        Files.write(file, packed.toByteArray());
        return packed.size();
    }

    /// @throws IOException if the file is not whole, or unpacks to more than `maxBytes`
    static Answer read(Path file, long maxBytes) throws IOException {
        try (var in = new GZIPInputStream(Files.newInputStream(file), 1 << 16)) {
            var head = JSON.readValue(line(in), Head.class);
            var bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, maxBytes + 1));
            if (bytes.length > maxBytes) throw new IOException("it unpacks to more than the limit");
            return new Answer(URI.create(head.uri()), head.status(), head.headers(), bytes);
        } catch (JacksonException | IllegalArgumentException damaged) {
            throw new IOException("its first line is damaged", damaged);
        }
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.size() > LONGEST_HEAD) throw new IOException("its first line does not end");
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}
