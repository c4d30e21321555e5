package pmradar.search.lucene;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Queries filed under their handles, so that a posting looks up only what it contains.
final class Filing {

    /// Beginnings are filed under at most this many bytes; longer ones are told apart when they are verified.
    private static final int LONGEST_BEGINNING = 3;

    private final Map<String, Map<BytesRef, List<Long>>> terms = new HashMap<>();
    private final Map<String, Map<BytesRef, List<Long>>> beginnings = new HashMap<>();
    private final Set<Long> anyway = new LinkedHashSet<>();

    void add(long id, List<Handles.Handle> handles) {
        for (var handle : handles)
            shelf(handle).computeIfAbsent(key(handle), _ -> new ArrayList<>(1)).add(id);
    }

    /// For a query that no word gives away.
    void addAnyway(long id) {
        anyway.add(id);
    }

    void remove(long id, List<Handles.Handle> handles) {
        anyway.remove(id);
        for (var handle : handles) {
            var shelf = shelf(handle);
            var key = key(handle);
            var filed = shelf.get(key);
            if (filed != null && filed.remove(id) && filed.isEmpty()) shelf.remove(key);
        }
    }

    /// How many queries are filed under the handle.
    int filed(Handles.Handle handle) {
        var filed = shelf(handle).get(key(handle));
        return filed == null ? 0 : filed.size();
    }

    Set<Long> always() {
        return anyway;
    }

    /// Collects the queries that a term of a posting gives away.
    void collect(String field, BytesRef term, Set<Long> found) {
        var exact = terms.get(field);
        if (exact != null) take(exact.get(term), found);
        var begun = beginnings.get(field);
        if (begun == null) return;
        for (int length = 1; length <= Math.min(LONGEST_BEGINNING, term.length); length++)
            take(begun.get(new BytesRef(term.bytes, term.offset, length)), found);
    }

    private static void take(@Nullable List<Long> filed, Set<Long> found) {
        if (filed != null) found.addAll(filed);
    }

    Set<String> fields() {
        var fields = new LinkedHashSet<>(terms.keySet());
        fields.addAll(beginnings.keySet());
        return fields;
    }

    private Map<BytesRef, List<Long>> shelf(Handles.Handle handle) {
        return (handle.beginning() ? beginnings : terms)
                .computeIfAbsent(handle.term().field(), _ -> new HashMap<>());
    }

    private static BytesRef key(Handles.Handle handle) {
        var bytes = handle.term().bytes();
        int length = handle.beginning() ? Math.min(LONGEST_BEGINNING, bytes.length) : bytes.length;
        return BytesRef.deepCopyOf(new BytesRef(bytes.bytes, bytes.offset, length));
    }
}
