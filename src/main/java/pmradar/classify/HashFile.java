package pmradar.classify;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Values filed under hashes, looked up without making objects.
final class HashFile<T> {

    private final long[] keys;
    private final @Nullable Object[] values;
    private final int mask;

    /// One bit for some bits of each hash: most words are in no file, and this fits into the nearest cache.
    private final long[] filter;

    private final int filterMask;

    HashFile(Map<Long, T> filed) {
        int room = Math.max(16, Integer.highestOneBit(filed.size() + 1) * 4);
        keys = new long[room];
        values = new @Nullable Object[room];
        mask = room - 1;
        filter = new long[room / 16];
        filterMask = filter.length - 1;
        filed.forEach((hash, value) -> {
            int at = slot(hash);
            while (keys[at] != 0) at = (at + 1) & mask;
            filter[word(hash)] |= bit(hash);
            keys[at] = key(hash);
            values[at] = value;
        });
    }

    @SuppressWarnings("unchecked")
    @Nullable
    T get(long hash) {
        if ((filter[word(hash)] & bit(hash)) == 0) return null;
        long key = key(hash);
        for (int at = slot(hash); keys[at] != 0; at = (at + 1) & mask) {
            if (keys[at] == key) return (T) values[at];
        }
        return null;
    }

    /// 0 stands for a free place.
    private static long key(long hash) {
        return hash == 0 ? 1 : hash;
    }

    private int word(long hash) {
        return (int) (mixed(hash) >>> 20) & filterMask;
    }

    private static long bit(long hash) {
        return 1L << (mixed(hash) >>> 34);
    }

    private int slot(long hash) {
        return (int) (mixed(hash) >>> 40) & mask;
    }

    static long mixed(long hash) {
        return hash * 0xD6E8FEB86659FD93L;
    }
}
