package pmradar.feed.type;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Microdata of a page as the tree that JSON-LD would have had.
///
/// Source: HTML Living Standard, "Microdata".
final class Microdata {
    private static final int DEEPEST = 20;

    private Microdata() {}

    static List<JsonNode> in(Document page) {
        List<JsonNode> found = new ArrayList<>();
        for (Element item : page.select("[itemscope][itemtype*=schema.org/JobPosting]")) found.add(object(item, 0));
        return found;
    }

    private static ObjectNode object(Element scope, int depth) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("@type", scope.attr("itemtype").strip());
        properties(scope, object, depth);
        return object;
    }

    private static void properties(Element parent, ObjectNode object, int depth) {
        if (depth > DEEPEST) return;
        for (Element child : parent.children()) {
            boolean isProperty = child.hasAttr("itemprop");
            boolean isObject = child.hasAttr("itemscope");
            if (isProperty) {
                JsonNode value = isObject ? object(child, depth + 1) : value(child);
                for (String name : child.attr("itemprop").strip().split("\\s+")) put(object, name, value);
            }
            if (!isObject) properties(child, object, depth + (isProperty ? 1 : 0));
        }
    }

    /// A property that comes twice becomes a list.
    static void put(ObjectNode object, String name, JsonNode value) {
        JsonNode before = object.get(name);
        if (before == null) object.set(name, value);
        else if (before instanceof ArrayNode list) list.add(value);
        else object.set(name, JsonNodeFactory.instance.arrayNode().add(before).add(value));
    }

    static JsonNode value(Element element) {
        String value = element.hasAttr("content")
                ? element.attr("content")
                : switch (element.normalName()) {
                    case "a", "link", "area" -> element.hasAttr("href") ? element.absUrl("href") : element.text();
                    case "img", "iframe", "embed" -> element.absUrl("src");
                    case "time" -> element.hasAttr("datetime") ? element.attr("datetime") : element.text();
                    case "data", "meter" -> element.hasAttr("value") ? element.attr("value") : element.text();
                    default -> element.childrenSize() == 0 ? element.text() : element.html();
                };
        return JsonNodeFactory.instance.stringNode(value);
    }
}
