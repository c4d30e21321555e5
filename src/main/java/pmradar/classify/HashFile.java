package pmradar.classify;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Lists filed under hashes, looked up without making objects.
final class HashFile<T> {

    private final long[] keys;
    private final Object[] lists;
    private final int mask;

    HashFile(Map<Long, List<T>> filed) {
        int room = Math.max(16, Integer.highestOneBit(filed.size() + 1) * 4);
        keys = new long[room];
        lists = new Object[room];
        mask = room - 1;
        filed.forEach((hash, list) -> {
            int at = slot(hash);
            while (lists[at] != null) at = (at + 1) & mask;
            keys[at] = hash;
            lists[at] = List.copyOf(list);
        });
    }

    @SuppressWarnings("unchecked")
    List<T> get(long hash) {
        int at = slot(hash);
        while (lists[at] != null) {
            if (keys[at] == hash) return (List<T>) Objects.requireNonNull(lists[at]);
            at = (at + 1) & mask;
        }
        return List.of();
    }

    private int slot(long hash) {
        long mixed = hash * 0xD6E8FEB86659FD93L;
        return (int) (mixed >>> 40) & mask;
    }
}
