package pmradar.alert;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pmradar.search.Criteria;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// How values that no query looks into are written into one column.
final class Notation {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Criteria.Condition>> CONDITIONS = new TypeReference<>() {};

    private Notation() {}

    static String of(Object value) {
        return JSON.writeValueAsString(value);
    }

    static <T> T read(String column, Class<T> type) {
        return JSON.readValue(column, type);
    }

    static List<Criteria.Condition> conditions(String column) {
        return JSON.readValue(column, CONDITIONS);
    }

    static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    static @Nullable OffsetDateTime atOrNull(@Nullable Instant moment) {
        return moment == null ? null : at(moment);
    }
}
