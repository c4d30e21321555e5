package pmradar.search.lucene;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.zip.CRC32;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.jspecify.annotations.Nullable;
import pmradar.search.Criteria;

/// Where a page ended: the last hit's place in the order, and the moment of the first page, from which ages count.
record Cursor(Instant now, long[] place) {

    private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");
    private static final String FOREIGN =
            "The cursor is none of this search; leave it out to begin with the first page.";

    static Cursor after(FieldDoc hit, Instant now) {
        var place = new long[hit.fields.length];
        for (int i = 0; i < place.length; i++)
            place[i] = hit.fields[i] instanceof Float score ? Float.floatToIntBits(score) : (Long) hit.fields[i];
        return new Cursor(now, place);
    }

    FieldDoc hit(Sort order) {
        var sort = order.getSort();
        var fields = new Object[sort.length];
        for (int i = 0; i < sort.length; i++)
            fields[i] = sort[i].getType() == SortField.Type.SCORE
                    ? (Object) Float.intBitsToFloat((int) place[i])
                    : (Object) place[i];
        return new FieldDoc(Integer.MAX_VALUE, Float.NaN, fields);
    }

    String written(Criteria criteria) {
        var bytes = ByteBuffer.allocate(12 + 8 * place.length);
        bytes.putLong(now.toEpochMilli());
        for (long value : place) bytes.putLong(value);
        bytes.putInt(seal(bytes.array(), bytes.position(), criteria));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /// @throws IllegalArgumentException for what is no cursor of this search
    static @Nullable Cursor read(@Nullable String text, Criteria criteria, Sort order) {
        if (text == null || text.isEmpty()) return null;
        if (text.length() > 100) throw new IllegalArgumentException(FOREIGN);
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            var now = Instant.ofEpochMilli(bytes.getLong());
            var place = new long[order.getSort().length];
            for (int i = 0; i < place.length; i++) place[i] = bytes.getLong();
            boolean genuine =
                    bytes.remaining() == 4 && seal(bytes.array(), bytes.position(), criteria) == bytes.getInt();
            if (genuine && now.isAfter(Instant.EPOCH) && now.isBefore(END)) return new Cursor(now, place);
        } catch (BufferUnderflowException | IllegalArgumentException _) {
            // told below, in our words
        }
        throw new IllegalArgumentException(FOREIGN);
    }

    /// Not a secret: keeps a cursor from being used with another search by mistake. What is left out may change between
    /// two pages: who hides a posting on the first goes on to the second.
    private static int seal(byte[] bytes, int length, Criteria criteria) {
        var crc = new CRC32();
        crc.update(bytes, 0, length);
        crc.update(criteria.without(Set.of()).toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return (int) crc.getValue();
    }
}
