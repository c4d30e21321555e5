package pmradar.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pmradar.search.Criteria;
import tools.jackson.core.JacksonException;

/// Writes all saved searches of a person, and reads them again.
@Component
class StoredSearchLines implements SearchLines {
    private static final int LONGEST_QUERY = 4096;
    private static final int MOST_CONDITIONS = 64;
    private static final int LONGEST_VALUE = 200;

    private final SavedSearches searches;

    StoredSearchLines(SavedSearches searches) {
        this.searches = searches;
    }

    /// One saved search as it is written.
    private record Line(
            @Nullable String name,
            @Nullable String query,
            @Nullable List<Criteria.Condition> conditions,
            @Nullable Schedule schedule,
            @Nullable Wishes wishes,
            @Nullable Boolean paused) {

        static Line of(SavedSearch search) {
            return new Line(
                    search.name(),
                    search.criteria().query(),
                    search.criteria().conditions(),
                    search.schedule(),
                    search.wishes(),
                    search.paused());
        }

        SavedSearches.Order order() {
            if (name == null || schedule == null)
                throw new IllegalArgumentException("A saved search has a name and a schedule.");
            return new SavedSearches.Order(name, criteria(), schedule, wishes == null ? Wishes.DEFAULT : wishes);
        }

        private Criteria criteria() {
            var asked = Objects.requireNonNullElse(query, "");
            var chosen = Objects.requireNonNullElse(conditions, List.<Criteria.Condition>of());
            if (asked.length() > LONGEST_QUERY || chosen.size() > MOST_CONDITIONS)
                throw new IllegalArgumentException("A search has at most 4,096 characters and 64 conditions.");
            if (!chosen.stream().allMatch(Line::whole))
                throw new IllegalArgumentException("A condition has a facet and a value of at most 200 characters.");
            return new Criteria(asked, chosen, Criteria.Sort.NEWEST);
        }

        /// JSON may leave out what the type promises.
        private static boolean whole(Criteria.@Nullable Condition condition) {
            return condition != null
                    && Objects.nonNull(condition.facet())
                    && Objects.nonNull(condition.value())
                    && condition.value().length() <= LONGEST_VALUE;
        }
    }

    @Override
    public void export(long account, Consumer<String> line) {
        for (var search : searches.of(account)) line.accept(Notation.of(Line.of(search)));
    }

    @Override
    public Taken take(long account, Stream<String> lines, Instant now) {
        var bad = new ArrayList<BadLine>();
        int number = 0;
        int added = 0;
        int same = 0;
        for (var text : (Iterable<String>) lines.limit(MOST_LINES)::iterator) {
            number++;
            if (text.isBlank()) continue;
            try {
                if (take(account, text, now)) added++;
                else same++;
            } catch (JacksonException | IllegalArgumentException broken) {
                bad.add(new BadLine(number, reason(broken)));
            }
        }
        return new Taken(added, same, bad);
    }

    /// @return whether it was not there before
    private boolean take(long account, String text, Instant now) {
        if (text.length() > LONGEST_LINE) throw new IllegalArgumentException("The line is too long.");
        @Nullable Line line = Notation.read(text, Line.class);
        if (line == null) throw new IllegalArgumentException("The line is no saved search.");
        var order = line.order();
        if (searches.of(account).stream().anyMatch(one -> isSame(one, order))) return false;
        var saved = searches.save(account, order, now);
        if (Boolean.TRUE.equals(line.paused())) searches.pause(account, saved.id(), true, now);
        return true;
    }

    private static boolean isSame(SavedSearch one, SavedSearches.Order order) {
        return one.name().equals(order.name()) && one.criteria().equals(order.criteria());
    }

    private static String reason(RuntimeException broken) {
        var said = broken.getCause() instanceof IllegalArgumentException inner ? inner : broken;
        var words = said instanceof IllegalArgumentException ? said.getMessage() : null;
        return words == null ? "The line is no saved search." : words;
    }
}
