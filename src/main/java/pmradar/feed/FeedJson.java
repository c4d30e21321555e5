package pmradar.feed;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads JSON from outside, bounded in depth, and in the length of strings, names and numbers.
public final class FeedJson {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(100)
                            .maxStringLength(5_000_000)
                            .maxNameLength(10_000)
                            .maxNumberLength(100)
                            .build())
                    .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private FeedJson() {}

    /// The one mapper of the room, for streaming and for partial reading.
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /// The whole answer as a tree.
    ///
    /// @throws UnreadableFeed if it is no JSON; the message says what came instead
    public static JsonNode tree(Answer answer) {
        var text = FeedText.of(answer);
        if (text.isBlank()) {
            throw new UnreadableFeed("The feed answered with nothing at all instead of JSON.");
        }
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException broken) {
            throw new UnreadableFeed(instead(text, broken), broken);
        }
    }

    /// One text as a tree.
    ///
    /// @throws UnreadableFeed if it is no JSON
    public static JsonNode tree(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException broken) {
            throw new UnreadableFeed(instead(text, broken), broken);
        }
    }

    private static String instead(String text, JacksonException broken) {
        var start = text.stripLeading();
        if (start.startsWith("<")) {
            return "The feed answered with %s instead of JSON."
                    .formatted(FeedText.looksLikeHtml(start) ? "a web page" : "XML");
        }
        var where = broken.getLocation();
        return where == null
                ? "The feed's JSON cannot be read: " + broken.getOriginalMessage()
                : "The feed's JSON is broken at line %d, column %d: %s"
                        .formatted(where.getLineNr(), where.getColumnNr(), broken.getOriginalMessage());
    }

    /// The field as stripped text; null where it is absent, null, blank, an object or a list. Numbers and booleans give
    /// their own notation.
    public static @Nullable String text(JsonNode node, String field) {
        return text(node.path(field));
    }

    /// The value itself as stripped text, by the rules of [#text(JsonNode, String)].
    public static @Nullable String text(JsonNode value) {
        if (!value.isValueNode() || value.isNull()) {
            return null;
        }
        if (value.isBigDecimal()) {
            var number = value.decimalValue();
            return tooLarge(number) ? null : number.toPlainString();
        }
        var text = value.asString().strip();
        return text.isEmpty() ? null : text;
    }

    /// The field as a number, also where it is written as a string; null where it is neither.
    public static @Nullable BigDecimal number(JsonNode node, String field) {
        var text = text(node, field);
        if (text == null || text.length() > 40) {
            return null;
        }
        try {
            var number = new BigDecimal(text.replace(",", ""));
            return tooLarge(number) ? null : number;
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }

    /// `1e999999999` is a short notation whose plain form fills the memory.
    private static boolean tooLarge(BigDecimal number) {
        return Math.abs((long) number.scale()) > 40 || number.precision() > 60;
    }

    /// The field as a date, in any notation.
    public static @Nullable StatedDate date(JsonNode node, String field) {
        return StatedDates.parse(text(node, field));
    }
}
