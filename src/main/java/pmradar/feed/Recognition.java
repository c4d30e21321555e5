package pmradar.feed;

import java.net.URI;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What feed types say of an address and of what answers there: candidates with how likely each is meant. The same one
/// found twice counts once, by its best reason.
final class Recognition {
    private static final int LONGEST = 2_000;
    private static final int MOST_SHOWN = 10;
    private static final int MOST_BOARDS = 5;

    private final FeedTypes types;
    private final Map<String, One> found = new LinkedHashMap<>();

    private record One(Candidate candidate, int rank) {

        /// Found once more, which never makes a weak reason a strong one.
        One again() {
            return new One(candidate, rank % 100 < 99 ? rank + 1 : rank);
        }
    }

    Recognition(FeedTypes types) {
        this.types = types;
    }

    /// The boards of employers that an answer is or names, the one named most often first.
    static List<BoardFinder.Found> boards(FeedTypes types, Answer answer) {
        var all = new Recognition(types);
        all.named(answer.uri(), Recognition::board, 900, "the address leads there");
        all.answering(answer);
        all.pointed(PageTraces.of(answer));
        return all.best()
                .filter(one -> board(one.where()))
                .limit(MOST_BOARDS)
                .map(one -> new BoardFinder.Found(
                        one.type(), one.where().at(), "It names %s.".formatted(cut(String.valueOf(one.home()), 200))))
                .toList();
    }

    /// Whether it is one that can be read as it is, and that one employer publishes on.
    private static boolean board(Located where) {
        return where.company() != null && where.wants() == null;
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /// Best first.
    List<Candidate> candidates() {
        return best().limit(MOST_SHOWN).toList();
    }

    private Stream<Candidate> best() {
        return found.values().stream()
                .sorted(Comparator.comparingInt(One::rank).reversed())
                .map(One::candidate);
    }

    /// By the address alone.
    void named(URI uri, Predicate<Located> wanted, int rank, String why) {
        for (var type : types.all()) {
            type.locate(uri).filter(wanted).ifPresent(where -> add(type, where, rank, why, home(uri, where)));
        }
    }

    /// By what answers.
    void answering(Answer answer) {
        for (var type : types.all()) {
            located(type, answer)
                    .ifPresent(where -> add(type, where, ownRank(where, answer), "what answers is one", answer.uri()));
        }
    }

    /// By the addresses of boards that an answer mentions.
    void pointed(PageTraces traces) {
        traces.addresses()
                .forEach((uri, times) ->
                        named(uri, located -> located.company() != null, 500 + Math.min(times, 20), "it points to it"));
    }

    /// By the feeds that a page links to as its own.
    void alternates(PageTraces traces, URI page) {
        for (var alternate : traces.alternates()) {
            for (var type : types.all()) {
                if (!type.mediaTypes().contains(alternate.mediaType())) continue;
                var title = alternate.title().isBlank() ? "" : ", “" + cut(alternate.title(), 80) + "”";
                var where = Located.of(alternate.address().toString());
                add(type, where, 400, "the page names it as its feed" + title, page);
            }
        }
    }

    /// By the map of a site, which lists pages of postings.
    void siteMap(Answer answer, URI page) {
        for (var type : types.all()) {
            located(type, answer)
                    .filter(where -> where.options().containsKey("only"))
                    .ifPresent(where -> add(type, where, 100, "the sitemap of the site lists pages of postings", page));
        }
    }

    private static Optional<Located> located(FeedType type, Answer answer) {
        try {
            return type.locate(answer);
        } catch (UnreadableFeed | IllegalArgumentException notIts) {
            // The answer only looked like this type's language.
            return Optional.empty();
        }
    }

    /// The page of the whole board, where the address leads to one of its postings.
    private static URI home(URI uri, Located where) {
        var address = uri.toString();
        int at = address.indexOf("/" + where.at());
        if (at > 0) return URI.create(address.substring(0, at + 1 + where.at().length()));
        var host = uri.getHost();
        return host != null && host.contains(where.at()) ? uri.resolve("/") : uri;
    }

    /// A page with postings of its own is worth less than the board that it comes from.
    private static int ownRank(Located where, Answer answer) {
        var page = where.at().equals(answer.uri().toString()) && FeedText.looksLikeHtml(FeedText.of(answer));
        return page ? 450 : 800;
    }

    private void add(FeedType type, Located where, int rank, String why, URI home) {
        if (type instanceof LineFeed || where.at().length() > LONGEST) return;
        var one = new One(new Candidate(type.name(), where, why, home), rank);
        found.merge(
                type.name() + "\n" + where.at() + "\n" + where.options(),
                one,
                (before, now) -> before.rank >= now.rank ? before.again() : now);
    }

    private static String cut(String words, int most) {
        var line = words.strip().replaceAll("\\s+", " ");
        return line.length() <= most ? line : line.substring(0, most - 1) + "…";
    }
}
