package pmradar.trend;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a slice is written into the database: its own list of marks, then its rows, numbers in as few bytes as they
/// need.
final class SliceNotation {

    /// Grows with every change of what is written or of what it means; what was written before is counted anew.
    static final int VERSION = 2;

    private static final Kind[] KINDS = Kind.values();
    private static final Facts.State[] STATES = Facts.State.values();

    private SliceNotation() {}

    static byte[] write(Slice slice, Names names) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            var local = new HashMap<Integer, Integer>();
            var used = new ArrayList<Integer>();
            for (int mark : slice.marks) if (local.putIfAbsent(mark, used.size()) == null) used.add(mark);
            number(out, used.size());
            for (int mark : used) {
                out.writeByte(names.kind(mark).ordinal());
                out.writeUTF(names.value(mark));
            }
            for (var row : slice.rows()) row(out, row, local);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void row(DataOutputStream out, @Nullable Facts row, HashMap<Integer, Integer> local)
            throws IOException {
        if (row == null) {
            out.writeByte(Facts.State.ABSENT.ordinal());
            return;
        }
        out.writeByte(row.state().ordinal());
        out.writeByte((row.seenToOpen() ? 1 : 0) | (row.paused() != Facts.NEVER ? 2 : 0));
        out.writeInt(row.opened());
        if (row.paused() != Facts.NEVER) {
            out.writeInt(row.paused());
            out.writeInt(row.resumed());
        }
        out.writeInt(row.closed());
        out.writeInt(row.watched());
        number(out, row.pay());
        number(out, row.marks().length);
        for (int mark : row.marks()) number(out, local.getOrDefault(mark, 0));
    }

    static Slice read(long number, byte[] content, Names names) {
        try (var in = new DataInputStream(new ByteArrayInputStream(content))) {
            var marks = new int[number(in)];
            for (int i = 0; i < marks.length; i++) marks[i] = names.of(KINDS[in.readByte()], in.readUTF());
            List<@Nullable Facts> rows = new ArrayList<>(Slice.SIZE);
            for (int i = 0; i < Slice.SIZE; i++) rows.add(row(in, marks));
            return new Slice(number, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Facts row(DataInputStream in, int[] marks) throws IOException {
        var state = STATES[in.readByte()];
        if (state == Facts.State.ABSENT) return null;
        int flags = in.readByte();
        int opened = in.readInt();
        boolean paused = (flags & 2) != 0;
        return new Facts(
                state,
                opened,
                (flags & 1) != 0,
                paused ? in.readInt() : Facts.NEVER,
                paused ? in.readInt() : Facts.NEVER,
                in.readInt(),
                in.readInt(),
                number(in),
                numbers(in, marks));
    }

    private static int[] numbers(DataInputStream in, int[] marks) throws IOException {
        var numbers = new int[number(in)];
        for (int i = 0; i < numbers.length; i++) numbers[i] = marks[number(in)];
        return numbers;
    }

    /// Seven bits a byte, the highest bit says that more follow.
    private static void number(DataOutputStream out, int value) throws IOException {
        int rest = value;
        for (; rest > 0x7F; rest >>>= 7) out.writeByte(rest & 0x7F | 0x80);
        out.writeByte(rest);
    }

    private static int number(DataInputStream in) throws IOException {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            int piece = in.readByte();
            value |= (piece & 0x7F) << shift;
            if (piece >= 0) return value;
        }
    }
}
