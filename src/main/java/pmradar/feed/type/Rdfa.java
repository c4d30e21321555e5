package pmradar.feed.type;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// RDFa Lite of a page as the tree that JSON-LD would have had.
///
/// Source: W3C, "RDFa Lite 1.1".
final class Rdfa {
    private static final int DEEPEST = 20;

    private Rdfa() {}

    static List<JsonNode> in(Document page) {
        List<JsonNode> found = new ArrayList<>();
        for (Element item : page.select("[typeof$=JobPosting]")) found.add(object(item, 0));
        return found;
    }

    private static ObjectNode object(Element scope, int depth) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("@type", scope.attr("typeof").strip());
        properties(scope, object, depth);
        return object;
    }

    private static void properties(Element parent, ObjectNode object, int depth) {
        if (depth > DEEPEST) return;
        for (Element child : parent.children()) {
            boolean isProperty = child.hasAttr("property");
            boolean isObject = child.hasAttr("typeof");
            if (isProperty) {
                JsonNode value = isObject ? object(child, depth + 1) : Microdata.value(child);
                for (String name : child.attr("property").strip().split("\\s+")) Microdata.put(object, name, value);
            }
            if (!isObject) properties(child, object, depth + (isProperty ? 1 : 0));
        }
    }
}
