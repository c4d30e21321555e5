package pmradar.feed;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// The shipped sample feeds, from `config/sample` beside the program or else from inside it.
///
/// Their dates are relative, so that they never look old. In any sample file
///
///     {{NOTATION:OFFSET}}
///
/// is replaced by a date when the file is read. OFFSET is one or more of `+` or `-`, a number and `d`, `h` or `m`
/// (`-12d`, `-3d-5h`, `+30d`), or `now`. It counts from the first time that samples were read, so that reading them
/// again changes nothing. NOTATION is one of
///
/// | notation | gives |
/// |---|---|
/// | `iso` | `2026-11-10T09:30:00Z` |
/// | `date` | `2026-11-10` |
/// | `rfc822` | `Tue, 10 Nov 2026 09:30:00 GMT` |
/// | `ms` | milliseconds of the epoch, without quotes |
/// | `s` | seconds of the epoch, without quotes |
final class SampleShelf {
    private static final Path BESIDE = Path.of("config", "sample");
    private static final String INSIDE = "/config/sample/";
    private static final Pattern DATE =
            Pattern.compile("\\{\\{(iso|date|rfc822|ms|s):(now|(?:[+-]\\d{1,5}[dhm]){1,4})\\}\\}");
    private static final Pattern STEP = Pattern.compile("([+-]\\d{1,5})([dhm])");
    private static final DateTimeFormatter RFC_822 =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private final long maxBytes;

    SampleShelf(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /// @param since the moment that the dates count from
    Answer answer(String name, Instant since) {
        try (var in = open(name)) {
            var bytes = in.readNBytes((int) Math.min(maxBytes, Integer.MAX_VALUE - 8));
            return new Answer(uri(name), 200, Map.of("content-type", contentType(name)), dated(bytes, since));
        } catch (IOException broken) {
            throw new FetchFailed("The sample %s cannot be read: %s".formatted(name, broken.getMessage()));
        }
    }

    LineSlices lines(String name, Instant since) throws IOException {
        return LineSlices.of(uri(name), open(name), bytes -> dated(bytes, since));
    }

    private static InputStream open(String name) throws IOException {
        if (name.contains("/") || name.contains("\\") || name.startsWith(".")) {
            throw new FetchFailed("The sample '%s' is not the plain name of a file.".formatted(name));
        }
        var beside = BESIDE.resolve(name);
        if (Files.isRegularFile(beside)) {
            return Files.newInputStream(beside);
        }
        var inside = SampleShelf.class.getResourceAsStream(INSIDE + name);
        if (inside == null) {
            throw new FetchFailed("There is no sample file config/sample/%s.".formatted(name));
        }
        return inside;
    }

    private static URI uri(String name) {
        return URI.create("https://sample.invalid/" + name);
    }

    private static String contentType(String name) {
        return name.endsWith(".xml") ? "application/xml" : name.endsWith(".json") ? "application/json" : "text/plain";
    }

    static byte[] dated(byte[] bytes, Instant since) {
        var base = since.truncatedTo(ChronoUnit.MINUTES);
        return DATE.matcher(new String(bytes, StandardCharsets.UTF_8))
                .replaceAll(found -> notation(found.group(1), moved(base, found.group(2))))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Instant moved(Instant base, String offset) {
        var at = base;
        for (var step = STEP.matcher(offset); step.find(); ) {
            var unit = switch (step.group(2)) {
                case "d" -> ChronoUnit.DAYS;
                case "h" -> ChronoUnit.HOURS;
                default -> ChronoUnit.MINUTES;
            };
            at = at.plus(Long.parseLong(step.group(1)), unit);
        }
        return at;
    }

    private static String notation(String notation, Instant at) {
        return switch (notation) {
            case "date" -> at.atOffset(ZoneOffset.UTC).toLocalDate().toString();
            case "rfc822" -> RFC_822.format(at.atOffset(ZoneOffset.UTC));
            case "ms" -> Long.toString(at.toEpochMilli());
            case "s" -> Long.toString(at.getEpochSecond());
            default -> at.toString();
        };
    }
}
