package pmradar.feed.type;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector.SelectorParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pmradar.feed.Answer;
import pmradar.feed.Feed;
import pmradar.feed.FeedRequest;
import pmradar.feed.FeedText;
import pmradar.feed.FeedType;
import pmradar.feed.Listing;
import pmradar.feed.Listing.Body;
import pmradar.feed.Listing.Terms;
import pmradar.feed.Listing.Where;
import pmradar.feed.Page;
import pmradar.feed.UnreadableFeed;

/// Web pages without any markup for machines, described by CSS selectors in the feed's options. `at` is the page's URL;
/// `item` selects each listing, and inside of it `title`, `link`, `location`, `company`, `date`, `closes`, `pay`,
/// `employment`,
/// `department`, `description` and `id` select its fields (`css@attribute` takes an attribute). `body` selects the text
/// on the
/// listing's own page, `next` the link to the next page; `complete: yes` says that the page names all open jobs.
///
/// Source: jsoup, "Selector".
@Component
class HtmlPage implements FeedType {

    @Override
    public String name() {
        return "html";
    }

    @Override
    public FeedRequest first(Feed feed) {
        At.required(feed, "item");
        return FeedRequest.get(At.url(feed));
    }

    @Override
    public Page parse(Feed feed, Answer answer) {
        Document page = Jsoup.parse(FeedText.of(answer), answer.uri().toString());
        List<Element> items = select(feed, page, At.required(feed, "item"));
        if (items.isEmpty()) {
            throw new UnreadableFeed(
                    "The page holds nothing that the option `item` (%s) selects: it has changed, or it is another page."
                            .formatted(At.option(feed, "item")));
        }
        Harvest harvest = new Harvest().each(items, item -> listing(feed, answer, item));
        boolean hasPages = At.option(feed, "body") != null && Details.wanted(feed, answer);
        for (Element item : hasPages ? items : List.<Element>of()) {
            String link = link(feed, answer, item);
            if (link != null) harvest.detail(id(feed, item, link), FeedRequest.get(link));
        }
        String next = Link.of(answer.uri(), field(feed, page, "next", "href"));
        boolean more = next != null && !next.equals(answer.uri().toString());
        boolean complete = "yes".equalsIgnoreCase(At.option(feed, "complete"))
                || "true".equalsIgnoreCase(At.option(feed, "complete"));
        return harvest.page(more ? FeedRequest.get(String.valueOf(next)) : null, complete && !more);
    }

    @Override
    public Page follow(Feed feed, Page.Pending pending, Answer answer) {
        Document page = Jsoup.parse(FeedText.of(answer), answer.uri().toString());
        Listing stub = pending.stub();
        List<Listing> marked = JobPostingPage.read(feed, answer).window().listings();
        Listing joined = marked.size() == 1 ? Details.joined(stub, marked.getFirst()) : stub;
        Element body = select(feed, page, At.required(feed, "body")).stream()
                .findFirst()
                .orElse(null);
        Body text = body == null ? joined.body() : new Body(body.html(), null);
        return Page.window(
                List.of(new Listing(
                        joined.externalId(),
                        joined.title(),
                        joined.company(),
                        joined.where(),
                        joined.links(),
                        joined.dates(),
                        text,
                        joined.terms())),
                List.of());
    }

    private static Listing listing(Feed feed, Answer answer, Element item) {
        String company = feed.company() == null ? field(feed, item, "company", null) : feed.company();
        String link = link(feed, answer, item);
        Element description = selected(feed, item, "description");
        return new Listing(
                id(feed, item, link),
                Line.of(field(feed, item, "title", null)),
                Line.of(company),
                new Where(places(feed, item), null, List.of()),
                new Listing.Links(link, null),
                DateWords.dates(field(feed, item, "date", null), null, field(feed, item, "closes", null)),
                description == null ? new Body(null, null) : new Body(description.html(), null),
                new Terms(
                        EmploymentWords.of(field(feed, item, "employment", null)),
                        PayText.of(field(feed, item, "pay", null)),
                        Line.of(field(feed, item, "department", null)),
                        null,
                        null));
    }

    private static List<String> places(Feed feed, Element item) {
        String selector = At.option(feed, "location");
        if (selector == null || selector.contains("@"))
            return Places.of(field(feed, item, "location", null)).list();
        return Places.of(
                        select(feed, item, selector).stream().map(Element::text).toList())
                .list();
    }

    private static String id(Feed feed, Element item, @Nullable String link) {
        return Ids.of(field(feed, item, "id", null), link);
    }

    private static @Nullable String link(Feed feed, Answer answer, Element item) {
        String stated = field(feed, item, "link", "href");
        if (stated == null && At.option(feed, "link") == null) {
            Element first = item.is("a[href]") ? item : item.selectFirst("a[href]");
            stated = first == null ? null : first.attr("href");
        }
        return Link.of(answer.uri(), stated);
    }

    /// What an option selects inside an element: its text, or the attribute that the selector or the default names.
    private static @Nullable String field(Feed feed, Element in, String option, @Nullable String attribute) {
        Element found = selected(feed, in, option);
        if (found == null) return null;
        String selector = At.option(feed, option, "");
        int at = selector.lastIndexOf('@');
        String named = at < 0 ? attribute : selector.substring(at + 1);
        String value = named == null ? found.text() : found.attr(named);
        return value.isBlank() ? null : value.strip();
    }

    private static @Nullable Element selected(Feed feed, Element in, String option) {
        String selector = At.option(feed, option);
        if (selector == null) return null;
        int at = selector.lastIndexOf('@');
        String css = at < 0 ? selector : selector.substring(0, at);
        if (css.isBlank()) return in;
        return select(feed, in, css).stream().findFirst().orElse(null);
    }

    private static List<Element> select(Feed feed, Element in, String css) {
        try {
            return in.select(css);
        } catch (SelectorParseException | IllegalArgumentException e) {
            throw new UnreadableFeed(
                    "Feed %s: \"%s\" is no CSS selector: %s".formatted(feed.id(), css, e.getMessage()), e);
        }
    }
}
