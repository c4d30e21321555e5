package pmradar.feed.type;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pmradar.feed.Answer;
import pmradar.feed.Feed;
import pmradar.feed.FeedRequest;
import pmradar.feed.FeedText;
import pmradar.feed.FeedType;
import pmradar.feed.Listing;
import pmradar.feed.Located;
import pmradar.feed.Page;
import pmradar.feed.UnreadableFeed;

/// Web pages that mark up their postings with schema.org `JobPosting`. `at` is such a page, or a sitemap whose pages
/// are
/// read one by one; the option `only` is a pattern that the addresses of posting pages contain (`/jobs/`), `most` how
/// many of them are read at most.
///
/// Source: schema.org/JobPosting; sitemaps.org protocol.
@Component
class JsonLdPages implements FeedType {
    private static final Pattern POSTINGS = Pattern.compile(
            "/(?:jobs?|careers?|positions?|vacanc(?:y|ies)|openings?|stellen(?:angebote)?|offres?(?:-emploi)?|ofertas?|opportunit(?:y|ies)|postings?|requisitions?)/",
            Pattern.CASE_INSENSITIVE);
    private static final int MOST_PAGES = 500;
    private static final int MOST_MAPS = 50;
    private static final int MOST_BYTES = 50 << 20;
    private static final Set<String> SITEMAP = Set.of("urlset", "sitemapindex");

    @Override
    public String name() {
        return "jsonld";
    }

    @Override
    public Optional<Located> locate(Answer answer) {
        Answer plain = unzipped(answer);
        if (isSitemap(plain)) return Optional.of(sitemapOf(plain));
        if (!FeedText.looksLikeHtml(FeedText.of(plain))) return Optional.empty();
        var any = new Feed(
                "page",
                name(),
                answer.uri().toString(),
                name(),
                null,
                null,
                Duration.ofHours(6),
                null,
                Feed.Origin.ADDED,
                Map.of());
        return JobPostingPage.read(any, plain).isEmpty()
                ? Optional.empty()
                : Optional.of(Located.of(answer.uri().toString()));
    }

    /// A sitemap of a whole site names much that is no posting; what most of its addresses of that kind share tells.
    private static Located sitemapOf(Answer answer) {
        Map<String, Integer> kinds = new TreeMap<>();
        for (Locator each : locators(answer)) {
            Matcher found = POSTINGS.matcher(each.url());
            if (!each.isMap() && found.find()) kinds.merge(found.group(), 1, Integer::sum);
        }
        Located all = Located.of(answer.uri().toString());
        return kinds.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(most -> all.with("only", most.getKey()))
                .orElse(all);
    }

    @Override
    public FeedRequest first(Feed feed) {
        return FeedRequest.get(At.url(feed));
    }

    @Override
    public Optional<Part> part(Feed feed, FeedRequest request) {
        String map = request.uri().toString().replaceFirst("#.*", "");
        if (map.equals(first(feed).uri().toString())) return Optional.empty();
        return Optional.of(new Part(map, next(request.uri(), List.of())));
    }

    @Override
    public Page parse(Feed feed, Answer answer) {
        Answer plain = unzipped(answer);
        if (isSitemap(plain)) return sitemap(feed, plain);
        Harvest postings = JobPostingPage.read(feed, plain);
        if (!postings.isEmpty()) return postings.window();
        throw new UnreadableFeed(
                "The page holds no schema.org JobPosting, neither as JSON-LD nor as microdata or RDFa. "
                        + "Give the address of a page with one posting, or of a sitemap that lists such pages.");
    }

    /// A page of the sitemap that holds no posting is a page about something else.
    @Override
    public Page follow(Feed feed, Page.Pending pending, Answer answer) {
        Answer plain = unzipped(answer);
        return isSitemap(plain)
                ? sitemap(feed, plain)
                : JobPostingPage.read(feed, plain).window();
    }

    private static boolean isSitemap(Answer answer) {
        String text = FeedText.of(answer).stripLeading();
        String head = text.substring(0, Math.min(2_000, text.length())).toLowerCase(Locale.ROOT);
        return head.contains("<urlset") || head.contains("<sitemapindex") || isList(answer, head);
    }

    /// A text sitemap: one address per line.
    private static boolean isList(Answer answer, String head) {
        return head.startsWith("http")
                && answer.header("content-type").orElse("text/plain").startsWith("text/plain");
    }

    private static Page sitemap(Feed feed, Answer answer) {
        Pattern only = only(feed);
        int most = most(feed);
        List<Locator> all = locators(answer);
        List<String> wanted = all.stream()
                .filter(each -> !each.isMap()
                        && (only == null || only.matcher(each.url()).find()))
                .map(Locator::url)
                .toList();
        var pending = wanted.stream()
                .limit(most)
                .map(url -> new Page.Pending(stub(url), FeedRequest.get(URI.create(url))))
                .toList();
        FeedRequest next = next(answer.uri(), all);
        return new Page(List.of(), List.of(), pending, next, next == null && wanted.size() <= most);
    }

    /// The maps of an index are read one after the other. Those still to come are noted in the fragment of the address,
    /// which is never sent.
    private static @Nullable FeedRequest next(URI here, List<Locator> all) {
        String toCome = Query.value(here, "maps");
        String before = toCome == null ? "" : URLDecoder.decode(toCome, StandardCharsets.UTF_8);
        String self = here.toString().replaceFirst("#.*", "");
        List<String> maps = Stream.concat(
                        all.stream().filter(Locator::isMap).map(Locator::url),
                        before.lines().flatMap(url -> Stream.ofNullable(Link.of(url))))
                .filter(url -> !url.equals(self))
                .distinct()
                .limit(MOST_MAPS)
                .toList();
        if (maps.isEmpty()) return null;
        String rest = String.join("\n", maps.subList(1, maps.size()));
        String first = maps.getFirst().replaceFirst("#.*", "");
        return FeedRequest.get(first + (rest.isEmpty() ? "" : "#maps=" + At.step(rest)));
    }

    private record Locator(String url, boolean isMap) {}

    private static List<Locator> locators(Answer answer) {
        String text = FeedText.of(answer).strip();
        if (!text.startsWith("<"))
            return text.lines().flatMap(line -> locator(line, false)).distinct().toList();
        XmlItem root = XmlAnswer.of(answer, "a sitemap").root();
        if (!SITEMAP.contains(root.name())) throw new UnreadableFeed("The answer is XML but no sitemap.");
        Stream<Locator> pages = root.each("*:url").stream().flatMap(url -> locator(url.either("*:loc"), false));
        Stream<Locator> maps = root.each("*:sitemap").stream().flatMap(map -> locator(map.either("*:loc"), true));
        return Stream.concat(maps, pages).distinct().toList();
    }

    private static Stream<Locator> locator(@Nullable String raw, boolean isMap) {
        String url = Link.of(raw);
        try {
            return url == null
                    ? Stream.empty()
                    : Stream.of(new Locator(URI.create(url).toString(), isMap));
        } catch (IllegalArgumentException notAnAddress) {
            return Stream.empty();
        }
    }

    private static Listing stub(String url) {
        return new Listing(
                Ids.of(url),
                null,
                null,
                Listing.Where.UNKNOWN,
                new Listing.Links(url, null),
                Listing.Dates.UNKNOWN,
                new Listing.Body(null, null),
                Listing.Terms.UNKNOWN);
    }

    private static @Nullable Pattern only(Feed feed) {
        String only = At.option(feed, "only");
        try {
            return only == null ? null : Pattern.compile(only);
        } catch (PatternSyntaxException e) {
            throw new UnreadableFeed(
                    "Feed %s: the option `only` is no pattern: %s".formatted(feed.id(), e.getMessage()), e);
        }
    }

    private static int most(Feed feed) {
        String most = At.option(feed, "most");
        return most != null && most.matches("\\d{1,6}") ? Integer.parseInt(most) : MOST_PAGES;
    }

    /// A sitemap may be stored compressed, beside any compression of the transfer.
    private static Answer unzipped(Answer answer) {
        byte[] bytes = answer.bytes();
        if (bytes.length < 2 || (bytes[0] & 0xFF) != 0x1F || (bytes[1] & 0xFF) != 0x8B) return answer;
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            byte[] plain = in.readNBytes(MOST_BYTES + 1);
            if (plain.length > MOST_BYTES) throw new UnreadableFeed("The sitemap holds more than 50 MB.");
            return new Answer(answer.uri(), answer.status(), answer.headers(), plain);
        } catch (IOException e) {
            throw new UnreadableFeed("The compressed sitemap cannot be unpacked: " + e.getMessage(), e);
        }
    }
}
