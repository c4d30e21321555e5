package pmradar.feed.type;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// A part of a JSON answer, read leniently: what is missing, null, blank or of an unexpected kind is simply absent.
/// Paths are property names joined by dots.
record JsonItem(JsonNode node) {

    JsonItem at(String path) {
        JsonNode found = node;
        for (String name : path.split("\\.")) {
            // Feeds disagree on whether a lone object stands in a list.
            if (found.isArray() && !found.isEmpty()) found = found.get(0);
            found = found.path(name);
        }
        return new JsonItem(found);
    }

    boolean isObject() {
        return node.isObject();
    }

    /// The value as text; a number in its plain notation, of a list its first value.
    @Nullable
    String text() {
        if (node.isArray()) return node.isEmpty() ? null : new JsonItem(node.get(0)).text();
        if (!node.isValueNode() || node.isNull()) return null;
        String text = node.isNumber() ? plain(node.decimalValue()) : node.asString("");
        return text.isBlank() ? null : text.strip();
    }

    @Nullable
    String text(String path) {
        return at(path).text();
    }

    /// The first of these that is there.
    @Nullable
    String either(String... paths) {
        for (String path : paths) {
            String text = text(path);
            if (text != null) return text;
        }
        return null;
    }

    /// The elements of an array; a lone value counts as an array of one.
    List<JsonItem> each(String path) {
        return at(path).each();
    }

    List<JsonItem> each() {
        if (node.isArray()) return node.valueStream().map(JsonItem::new).toList();
        return node.isMissingNode() || node.isNull() ? List.of() : List.of(this);
    }

    /// The texts of an array, or of a lone value.
    List<String> texts(String path) {
        return each(path).stream()
                .flatMap(item -> Stream.ofNullable(item.text()))
                .toList();
    }

    /// The `name`s of the objects of an array.
    List<String> texts(String path, String name) {
        return each(path).stream()
                .flatMap(item -> Stream.ofNullable(item.isObject() ? item.text(name) : item.text()))
                .toList();
    }

    boolean isTrue(String path) {
        return "true".equalsIgnoreCase(text(path)) || "1".equals(text(path));
    }

    boolean isFalse(String path) {
        return "false".equalsIgnoreCase(text(path)) || "0".equals(text(path));
    }

    /// A number of things; 0 where there is none.
    int count(String path) {
        String text = text(path);
        return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    /// The array that stands under the first of these names, however the outer wrapper is built.
    JsonItem list(String... paths) {
        for (String path : paths) {
            JsonItem found = at(path);
            if (found.node.isArray()) return found;
        }
        return new JsonItem(MissingNode.getInstance());
    }

    private static String plain(BigDecimal number) {
        // A number such as 1e99999999 would fill the memory when written out.
        if (Math.abs((long) number.scale()) > 100) return number.toString();
        BigDecimal shortest = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return shortest.toPlainString();
    }
}
