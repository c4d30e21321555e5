package pmradar.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Which fields were found in how many listings.
final class FieldCoverage {
    private final Map<String, Integer> found = new LinkedHashMap<>();
    private int listings;
    private int unreadable;

    /// Counts the fields of one listing, and hands it back.
    ObjectNode count(ObjectNode listing) {
        listings++;
        for (var field : listing.properties()) {
            found.merge(field.getKey(), says(field.getValue()) ? 1 : 0, Integer::sum);
        }
        return listing;
    }

    void unreadable() {
        unreadable++;
    }

    private static boolean says(JsonNode value) {
        if (value.isNull()) return false;
        return value.isContainer() ? !value.isEmpty() : !value.asString().isBlank();
    }

    @Override
    public String toString() {
        var fields = found.entrySet().stream()
                .map(field -> "  %-18s %d/%d".formatted(field.getKey(), field.getValue(), listings))
                .collect(Collectors.joining(System.lineSeparator()));
        return "%d listings, %d set aside%n%s".formatted(listings, unreadable, fields);
    }
}
