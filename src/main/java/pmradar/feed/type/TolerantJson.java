package pmradar.feed.type;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Reads JSON as far as it goes: of a document that breaks off, everything before the break is kept, and the containers
/// that were open at that moment are remembered, because what they hold is not whole.
///
/// @param root what could be read, or null if nothing could
/// @param broken why reading ended early, in words; null when the document is whole
record TolerantJson(@Nullable JsonNode root, @Nullable String broken, Set<JsonNode> open) {
    /// Keeps the tree of a hostile document within some tens of megabytes.
    private static final int MOST_VALUES = 750_000;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(100)
                    .maxStringLength(5_000_000)
                    .maxNumberLength(100)
                    .maxNameLength(1_000)
                    .build())
            .enable(
                    JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
                    JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
                    JsonReadFeature.ALLOW_TRAILING_COMMA,
                    JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS,
                    JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .build();

    static TolerantJson read(String text) {
        var building = new Building();
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            return building.read(parser);
        }
    }

    /// Reads several documents written one after the other, as far as it goes.
    static List<JsonNode> readEach(String text) {
        List<JsonNode> documents = new ArrayList<>();
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            TolerantJson next = new Building().read(parser);
            while (next.root() != null && documents.size() < 100) {
                documents.add(next.root());
                if (next.broken() != null) break;
                next = new Building().read(parser);
            }
        }
        return documents;
    }

    boolean isWhole(JsonNode node) {
        return !open.contains(node);
    }

    private static final class Building {
        private final Deque<JsonNode> path = new ArrayDeque<>();
        private @Nullable JsonNode root;
        private @Nullable String name;
        private int values;

        TolerantJson read(JsonParser parser) {
            Set<JsonNode> open = Collections.newSetFromMap(new IdentityHashMap<>());
            try {
                String tooMuch = build(parser);
                if (tooMuch == null && path.isEmpty()) return new TolerantJson(root, null, open);
                open.addAll(path);
                return new TolerantJson(root, tooMuch == null ? "It breaks off." : tooMuch, open);
            } catch (JacksonException e) {
                open.addAll(path);
                return new TolerantJson(root, reason(e), open);
            }
        }

        private @Nullable String build(JsonParser parser) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                take(parser, token);
                if (root != null && path.isEmpty()) return null;
                if (++values > MOST_VALUES) return "It holds more than %,d values.".formatted(MOST_VALUES);
            }
            return null;
        }

        private void take(JsonParser parser, JsonToken token) {
            switch (token) {
                case PROPERTY_NAME -> name = parser.currentName();
                case START_OBJECT -> open(NODES.objectNode());
                case START_ARRAY -> open(NODES.arrayNode());
                case END_OBJECT, END_ARRAY -> path.pop();
                case VALUE_STRING -> add(NODES.stringNode(parser.getString()));
                case VALUE_TRUE -> add(NODES.booleanNode(true));
                case VALUE_FALSE -> add(NODES.booleanNode(false));
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> add(number(parser));
                default -> add(NODES.nullNode());
            }
        }

        private static JsonNode number(JsonParser parser) {
            return parser.isNaN() ? NODES.nullNode() : NODES.numberNode(parser.getDecimalValue());
        }

        private void open(JsonNode container) {
            add(container);
            path.push(container);
        }

        private void add(JsonNode value) {
            switch (path.peek()) {
                case null -> root = value;
                case ArrayNode array -> array.add(value);
                case ObjectNode object -> object.set(name == null ? "" : name, value);
                case JsonNode _ -> throw new IllegalStateException("Only containers are open.");
            }
        }

        private static String reason(JacksonException e) {
            var at = e.getLocation();
            String message = e.getOriginalMessage();
            if (at == null) return message;
            return "%s (line %d, column %d)".formatted(message, at.getLineNr(), at.getColumnNr());
        }
    }
}
