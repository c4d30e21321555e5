package pmradar.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// A feed in the form of jsonfeed.org, version 1.1.
record JsonFeed(
        String version,
        String title,
        @JsonProperty("home_page_url") String homePage,
        @JsonProperty("feed_url") String feed,
        List<Item> items) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            String id,
            String url,
            @JsonProperty("external_url") @Nullable String source,
            String title,
            @JsonProperty("content_text") String text,
            @JsonProperty("date_published") Instant published,
            @JsonProperty("date_modified") Instant modified,
            @Nullable List<Author> authors,
            List<String> tags) {}

    record Author(String name) {}

    static JsonFeed of(NewestPostings feed) {
        return new JsonFeed(
                "https://jsonfeed.org/version/1.1",
                feed.title(),
                feed.page(),
                feed.self(),
                feed.entries().stream().map(JsonFeed::item).toList());
    }

    private static Item item(NewestPostings.Entry entry) {
        return new Item(
                entry.id(),
                entry.link(),
                entry.source(),
                entry.title(),
                entry.summary(),
                entry.published(),
                entry.updated(),
                entry.employer() == null ? null : List.of(new Author(entry.employer())),
                entry.tags());
    }

    byte[] bytes() {
        return JsonMapper.shared().writeValueAsBytes(this);
    }
}
