package pmradar.feed.type;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import tools.jackson.databind.JsonNode;

/// The JSON-LD blocks of a page, mended where pages commonly break them: comment guards, a document escaped as a whole,
/// forgotten commas, several objects in a row.
final class JsonLdBlocks {
    private static final Pattern GUARD = Pattern.compile(
            "^\\s*(?:(?://|/\\*)?\\s*<!\\[CDATA\\[(?:\\s*\\*/)?|<!--)|(?:(?://|/\\*)?\\s*]]>(?:\\s*\\*/)?|(?://\\s*)?-->)\\s*;?\\s*$");
    private static final Pattern FORGOTTEN_COMMA =
            Pattern.compile("([\"\\d\\]}el])(\\s*[\\r\\n]\\s*)(?=\"[@\\w-]{1,60}\"\\s*:)");
    private static final int MOST_BLOCKS = 200;

    private JsonLdBlocks() {}

    static List<JsonNode> in(Document page) {
        List<JsonNode> blocks = new ArrayList<>();
        for (Element script : page.select("script[type*=ld+json]")) {
            if (blocks.size() >= MOST_BLOCKS) break;
            blocks.addAll(read(script.data()));
        }
        return blocks;
    }

    static List<JsonNode> read(String script) {
        String text = script.strip();
        for (int i = 0; i < 2; i++) text = GUARD.matcher(text).replaceAll("").strip();
        if (!text.startsWith("{") && !text.startsWith("["))
            text = Parser.unescapeEntities(text, false).strip();
        if (text.contains("&quot;") && text.indexOf('"') < 0) text = Parser.unescapeEntities(text, false);
        TolerantJson asWritten = TolerantJson.read(text);
        if (asWritten.broken() == null) return TolerantJson.readEach(text);
        List<JsonNode> mended =
                TolerantJson.readEach(FORGOTTEN_COMMA.matcher(text).replaceAll("$1,$2"));
        return mended.isEmpty() ? TolerantJson.readEach(text) : mended;
    }
}
