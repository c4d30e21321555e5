package pmradar.feed;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// Cuts a file, gzip or not, into answers of some hundred lines each. A line beyond the limit comes cut, so that it is
/// set aside as one bad line instead of filling the memory.
final class LineSlices implements AutoCloseable {
    private static final int LINES = 500;
    private static final int SLICE_BYTES = 4 << 20;
    private static final int LONGEST_LINE = 8 << 20;

    private final URI uri;
    private final Counting received;
    private final InputStream in;
    private final UnaryOperator<byte[]> change;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int filled;
    private long line = 1;
    private boolean ended;

    private LineSlices(URI uri, InputStream raw, UnaryOperator<byte[]> change) throws IOException {
        this.uri = uri;
        this.change = change;
        this.received = new Counting(raw);
        var buffered = new BufferedInputStream(received, 1 << 16);
        buffered.mark(2);
        var packed = buffered.read() == 0x1f && buffered.read() == 0x8b;
        buffered.reset();
        this.in = packed ? new GZIPInputStream(buffered, 1 << 16) : buffered;
    }

    static LineSlices open(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new IOException("there is no such file");
        }
        return of(path.toUri(), Files.newInputStream(path), UnaryOperator.identity());
    }

    /// @param change applied to the bytes of each slice
    static LineSlices of(URI uri, InputStream raw, UnaryOperator<byte[]> change) throws IOException {
        try {
            return new LineSlices(uri, raw, change);
        } catch (IOException broken) {
            raw.close();
            throw broken;
        }
    }

    /// The next lines, or null at the end.
    @Nullable
    Answer next() throws IOException {
        if (ended) {
            return null;
        }
        var slice = new ByteArrayOutputStream(1 << 16);
        var first = line;
        while (!ended && line - first < LINES && slice.size() < SLICE_BYTES) {
            readLine(slice);
        }
        if (slice.size() == 0) {
            return null;
        }
        return new Answer(
                uri, 200, Map.of(LineFeed.FIRST_LINE, Long.toString(first)), change.apply(slice.toByteArray()));
    }

    /// Goes from line end to line end in the buffer; byte by byte takes five times as long.
    private void readLine(ByteArrayOutputStream slice) throws IOException {
        var room = LONGEST_LINE;
        while (true) {
            if (at == filled && !fill()) {
                ended = true;
                return;
            }
            var end = at;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            var taken = Math.min(room, end - at);
            slice.write(buffer, at, taken);
            room -= taken;
            at = end;
            if (end < filled) {
                slice.write('\n');
                at++;
                line++;
                return;
            }
        }
    }

    private boolean fill() throws IOException {
        at = 0;
        filled = Math.max(0, in.read(buffer));
        return filled > 0;
    }

    long wireBytes() {
        return received.count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private static final class Counting extends java.io.FilterInputStream {
        private long count;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            var b = super.read();
            count += b >= 0 ? 1 : 0;
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var read = super.read(buffer, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
