package pmradar.feed.type;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pmradar.feed.Answer;
import pmradar.feed.Feed;
import pmradar.feed.FeedRequest;
import pmradar.feed.FeedText;
import pmradar.feed.FeedType;
import pmradar.feed.Listing;
import pmradar.feed.Listing.Body;
import pmradar.feed.Listing.Where;
import pmradar.feed.Located;
import pmradar.feed.Page;

/// JSON Feed 1.0 and 1.1, with the schema.org posting that some publishers add to an item. `at` is the feed's URL.
///
/// Source: jsonfeed.org, version 1.1.
@Component
class JsonFeed implements FeedType {

    @Override
    public String name() {
        return "json-feed";
    }

    @Override
    public Optional<Located> locate(Answer answer) {
        var text = FeedText.of(answer).stripLeading();
        var version = text.startsWith("{")
                ? JsonAnswer.of(answer, "a JSON Feed").root().text("version")
                : null;
        return version != null && version.contains("jsonfeed.org/version/")
                ? Optional.of(Located.of(answer.uri().toString()))
                : Optional.empty();
    }

    @Override
    public Set<String> mediaTypes() {
        return Set.of("application/feed+json");
    }

    @Override
    public FeedRequest first(Feed feed) {
        return FeedRequest.get(At.url(feed));
    }

    @Override
    public Page parse(Feed feed, Answer answer) {
        return page(feed, answer, "a JSON Feed", false);
    }

    /// @param ofOneEmployer whether the feed is the board of one employer, which it is named after, and names all its
    /// jobs
    static Page page(Feed feed, Answer answer, String what, boolean ofOneEmployer) {
        JsonAnswer json = JsonAnswer.of(answer, what);
        JsonItem items = json.list("items", "items");
        @Nullable String company = feed.company();
        if (company == null) company = json.root().text(ofOneEmployer ? "title" : "authors.name");
        String employer = company;
        return json.harvest(items, item -> listing(feed, employer, answer, item))
                .page(next(json.root(), answer), ofOneEmployer);
    }

    private static Listing listing(Feed feed, @Nullable String company, Answer answer, JsonItem item) {
        String url = Link.of(answer.uri(), item.either("url", "external_url"));
        JsonItem markup = item.at("_jobposting");
        Listing posting = markup.isObject() ? JobPostingMarkup.listing(feed, markup, answer.uri()) : null;
        String author = item.either("authors.name", "author.name");
        return new Listing(
                Ids.of(item.text("id"), url),
                Line.of(item.either("title", "_jobposting.title")),
                posting != null && posting.company() != null
                        ? posting.company()
                        : Line.of(company == null ? author : company),
                posting == null ? Where.UNKNOWN : posting.where(),
                links(posting, url, item),
                dates(posting, item),
                body(posting, item),
                posting == null ? Listing.Terms.UNKNOWN : posting.terms());
    }

    private static Listing.Links links(@Nullable Listing posting, @Nullable String url, JsonItem item) {
        String apply = posting == null ? null : posting.links().applyUrl();
        return Link.pair(url, apply == null ? item.text("external_url") : apply);
    }

    private static Listing.Dates dates(@Nullable Listing posting, JsonItem item) {
        var own = DateWords.dates(item.text("date_published"), item.text("date_modified"), null);
        if (posting == null) return own;
        return new Listing.Dates(
                own.posted() == null ? posting.dates().posted() : own.posted(),
                own.updated(),
                posting.dates().closes());
    }

    private static Body body(@Nullable Listing posting, JsonItem item) {
        String html = item.text("content_html");
        if (html != null) return new Body(BodyText.unescaped(html), null);
        String text = item.text("content_text");
        if (text != null) return new Body(null, text);
        if (posting != null && posting.body().html() != null) return posting.body();
        return BodyText.of(item.text("summary"));
    }

    /// A next page that is this page or the feed's first one would never end.
    private static @Nullable FeedRequest next(JsonItem root, Answer answer) {
        String next = Link.of(answer.uri(), root.text("next_url"));
        boolean turnsInCircles = next == null
                || next.equals(answer.uri().toString())
                || next.equals(Link.of(answer.uri(), root.text("feed_url")))
                || root.isTrue("expired");
        return turnsInCircles ? null : FeedRequest.get(String.valueOf(next));
    }
}
