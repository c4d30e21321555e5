package pmradar.feed.type;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import pmradar.feed.Answer;
import pmradar.feed.FeedText;
import pmradar.feed.Listing;
import pmradar.feed.UnreadableFeed;
import tools.jackson.databind.JsonNode;

/// An answer that ought to be JSON. Of one that breaks off, what came before the break is read.
final class JsonAnswer {
    private final TolerantJson json;
    private final JsonItem root;

    private JsonAnswer(TolerantJson json, JsonNode root) {
        this.json = json;
        this.root = new JsonItem(root);
    }

    /// @param what whose JSON it ought to be, for the message: "a Lever board"
    /// @throws UnreadableFeed if it is not JSON at all
    static JsonAnswer of(Answer answer, String what) {
        String text = FeedText.of(answer).strip();
        if (text.isEmpty()) {
            throw new UnreadableFeed("The answer is empty; expected the JSON of %s.".formatted(what));
        }
        char first = text.charAt(0);
        if (first != '{' && first != '[') throw new UnreadableFeed(instead(text, what));
        TolerantJson json = TolerantJson.read(text);
        JsonNode root = json.root();
        if (root == null)
            throw new UnreadableFeed("The JSON of %s breaks off at once: %s".formatted(what, json.broken()));
        return new JsonAnswer(json, root);
    }

    private static String instead(String text, String what) {
        if (FeedText.looksLikeHtml(text)) {
            return "The answer is a web page, not the JSON of %s. Is the address right?".formatted(what);
        }
        if (text.charAt(0) == '<') return "The answer is XML, not the JSON of %s.".formatted(what);
        String start = Line.of(text.substring(0, Math.min(80, text.length())));
        return "The answer is not the JSON of %s but the text \"%s\".".formatted(what, start);
    }

    JsonItem root() {
        return root;
    }

    /// The list of listings: the first of these arrays that is there. An empty path means the answer itself.
    ///
    /// @throws UnreadableFeed if there is none of them
    JsonItem list(String what, String... paths) {
        for (String path : paths) {
            JsonItem found = path.isEmpty() ? root : root.at(path);
            if (found.node().isArray()) return found;
        }
        String message = root.either("error.message", "error", "message", "errorMessage", "detail");
        throw new UnreadableFeed("The answer is JSON but holds no %s%s."
                .formatted(what, message == null ? "" : "; it says \"" + Line.of(message) + "\""));
    }

    /// Reads each element of a list; where the answer breaks off, says so beside what could be read.
    Harvest harvest(JsonItem list, Function<JsonItem, @Nullable Listing> reader) {
        return harvest(List.of(list), reader);
    }

    Harvest harvest(List<JsonItem> lists, Function<JsonItem, @Nullable Listing> reader) {
        var harvest = new Harvest();
        for (JsonItem list : lists) harvest.each(list.each(), item -> read(item, reader));
        if (json.broken() != null) harvest.breaksOff("It breaks off: " + json.broken());
        return harvest;
    }

    private @Nullable Listing read(JsonItem item, Function<JsonItem, @Nullable Listing> reader) {
        if (!json.isWhole(item.node())) throw new UnreadableListing("The answer breaks off in the middle of it.");
        if (!item.isObject()) throw new UnreadableListing("It is no object.");
        return reader.apply(item);
    }
}
