package pmradar.feed.type;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pmradar.feed.Answer;
import pmradar.feed.Feed;
import pmradar.feed.FeedRequest;
import pmradar.feed.FeedType;
import pmradar.feed.Listing;
import pmradar.feed.Located;
import pmradar.feed.Page;

/// Hacker News, "Ask HN: Who is hiring?". `at` is `latest`, or the number of a thread. Each comment of the first level
/// is an
/// opening, told by its first line: `Company | Role | Place | REMOTE | Full-time | pay`, in any order after the
/// company.
///
/// Source: HN Algolia API; the convention of the thread.
@Component
class HnHiring implements FeedType {
    private static final String ITEMS = "https://hn.algolia.com/api/v1/items/";
    private static final Pattern THREAD = Pattern.compile("Ask HN: Who is hiring\\?.*", Pattern.CASE_INSENSITIVE);

    @Override
    public String name() {
        return "hn";
    }

    @Override
    public Optional<Located> locate(URI address) {
        var at = Address.of(address);
        if (!at.at("news.ycombinator.com")) return Optional.empty();
        var thread = at.step(0).equals("item")
                ? at.parameter("id").filter(id -> id.matches("\\d{1,12}"))
                : Optional.<String>empty();
        return at.step(0).equals("jobs") ? Optional.empty() : Optional.of(Located.of(thread.orElse("latest")));
    }

    @Override
    public FeedRequest first(Feed feed) {
        if (feed.at().strip().matches("\\d{1,12}"))
            return FeedRequest.get(ITEMS + feed.at().strip());
        return FeedRequest.get(
                "https://hn.algolia.com/api/v1/search_by_date?tags=story,author_whoishiring&hitsPerPage=10");
    }

    @Override
    public Page parse(Feed feed, Answer answer) {
        JsonAnswer json = JsonAnswer.of(answer, "Hacker News");
        FeedRequest thread = thread(json.root());
        if (thread != null) return new Page(List.of(), List.of(), List.of(), thread, false);
        JsonItem comments = json.list("list of comments", "children", "hits", "jobs", "");
        return json.harvest(comments, comment -> listing(json.root(), comment)).window();
    }

    /// The same account asks "Who wants to be hired?" minutes apart.
    private static @Nullable FeedRequest thread(JsonItem root) {
        for (JsonItem hit : root.each("hits")) {
            String title = hit.text("title");
            String id = hit.text("objectID");
            boolean isThread = title != null && THREAD.matcher(title).matches();
            if (isThread && id != null && id.matches("\\d{1,12}")) return FeedRequest.get(ITEMS + id);
        }
        return null;
    }

    private static @Nullable Listing listing(JsonItem root, JsonItem comment) {
        String html = comment.either("text", "comment_text");
        if (html == null || comment.isTrue("deleted") || comment.isTrue("dead")) return null;
        String parent = comment.text("parent_id");
        String story = root.text("id");
        if (parent != null && story != null && !parent.equals(story)) return null;
        return HnComment.listing(
                Ids.of(comment.either("id", "objectID")),
                html,
                comment.either("time", "created_at_i", "created_at"),
                comment.text("title"));
    }
}
