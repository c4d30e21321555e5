package pmradar.feed.type;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Finds the objects of a schema.org type in linked data, wherever they stand: alone, in a list, in a `@graph`, inside
/// another object. Names are brought to one form (`schema:Title` is `title`), and references within the page are
/// followed.
final class SchemaTree {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEPEST = 30;

    private final Map<String, ObjectNode> byId = new HashMap<>();
    private final List<JsonNode> roots = new ArrayList<>();

    SchemaTree(List<JsonNode> blocks) {
        for (JsonNode block : blocks) roots.add(plain(block, 0));
    }

    List<JsonItem> all(String type) {
        List<JsonItem> found = new ArrayList<>();
        for (JsonNode root : roots) collect(root, type.toLowerCase(Locale.ROOT), found);
        return found;
    }

    private void collect(JsonNode node, String type, List<JsonItem> found) {
        if (found.size() > Harvest.MOST) return;
        if (node.isObject() && isA(node, type)) {
            found.add(new JsonItem(resolved((ObjectNode) node)));
            return;
        }
        for (JsonNode child : node.values()) if (child.isContainer()) collect(child, type, found);
    }

    private static boolean isA(JsonNode node, String type) {
        for (JsonItem each : new JsonItem(node).each("@type")) {
            String name = each.text();
            if (name != null && local(name).toLowerCase(Locale.ROOT).equals(type)) return true;
        }
        return false;
    }

    /// Puts the object in place of a reference such as `"hiringOrganization": {"@id": "#us"}`.
    private ObjectNode resolved(ObjectNode object) {
        for (Map.Entry<String, JsonNode> each : List.copyOf(object.properties())) {
            JsonNode value = each.getValue();
            if (!value.isObject() || value.size() != 1) continue;
            ObjectNode target = byId.get(value.path("@id").asString(""));
            if (target != null && target != object) object.set(each.getKey(), target);
        }
        return object;
    }

    private JsonNode plain(JsonNode node, int depth) {
        if (depth > DEEPEST) return NODES.nullNode();
        if (node.isArray()) {
            ArrayNode list = NODES.arrayNode();
            node.values().forEach(child -> list.add(plain(child, depth + 1)));
            return list;
        }
        if (!node.isObject()) return node;
        if (node.has("@value")) return node.path("@value");
        ObjectNode object = NODES.objectNode();
        for (Map.Entry<String, JsonNode> each : node.properties()) {
            String name = local(each.getKey());
            if (!object.has(name)) object.set(name, plain(each.getValue(), depth + 1));
        }
        String id = object.path("@id").asString("");
        if (!id.isEmpty() && object.size() > 1) byId.putIfAbsent(id, object);
        return object;
    }

    private static String local(String name) {
        String local = name.substring(
                Math.max(Math.max(name.lastIndexOf('/'), name.lastIndexOf('#')), name.lastIndexOf(':')) + 1);
        return local.isEmpty() ? name : local.substring(0, 1).toLowerCase(Locale.ROOT) + local.substring(1);
    }
}
