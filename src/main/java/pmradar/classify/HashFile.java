package pmradar.classify;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Values filed under hashes, looked up without making objects.
final class HashFile<T> {

    private final long[] keys;
    private final @Nullable Object[] values;
    private final int mask;

    HashFile(Map<Long, T> filed) {
        int room = Math.max(16, Integer.highestOneBit(filed.size() + 1) * 4);
        keys = new long[room];
        values = new @Nullable Object[room];
        mask = room - 1;
        filed.forEach((hash, value) -> {
            int at = slot(hash);
            while (keys[at] != 0) at = (at + 1) & mask;
            keys[at] = key(hash);
            values[at] = value;
        });
    }

    @SuppressWarnings("unchecked")
    @Nullable
    T get(long hash) {
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

    private int slot(long hash) {
        return (int) (mixed(hash) >>> 40) & mask;
    }

    static long mixed(long hash) {
        return hash * 0xD6E8FEB86659FD93L;
    }
}
