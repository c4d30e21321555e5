package pmradar.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import pmradar.posting.Posting;
import pmradar.posting.Postings;
import pmradar.search.Criteria;
import pmradar.search.Criteria.Sort;
import pmradar.search.PostingSearch;
import pmradar.search.Results;

/// The first page: what was asked, what was found, and how to ask for less or more.
@Controller
class SearchPage {

    private final PostingSearch search;
    private final Postings postings;
    private final FeedNames feedNames;
    private final ProgressStrip progress;
    private final MineMarks mine;
    private final Habits habits;
    private final Clock clock;

    SearchPage(
            PostingSearch search,
            Postings postings,
            FeedNames feedNames,
            ProgressStrip progress,
            MineMarks mine,
            Habits habits,
            Clock clock) {
        this.search = search;
        this.postings = postings;
        this.feedNames = feedNames;
        this.progress = progress;
        this.mine = mine;
        this.habits = habits;
        this.clock = clock;
    }

    @GetMapping("/")
    String page(HttpServletRequest request, Model model) {
        var liked = habits.now();
        var address = SearchAddress.of(request.getParameterMap(), Habits.forLists(liked));
        var names = feedNames.now();
        var criteria = mine.criteria(address);
        var results = find(criteria, liked.perPage(), address.cursor());
        var found = found(results);
        var now = clock.instant();
        var rows = found.stream()
                .map(one -> ResultRow.of(one.posting(), one.hit(), address, names, now))
                .toList();
        model.addAttribute("address", address);
        model.addAttribute("results", results);
        model.addAttribute("query", QueryEcho.of(address.query(), results.mistakes()));
        model.addAttribute("total", Wording.counted(results.total(), "posting"));
        model.addAttribute("rows", rows);
        model.addAttribute("facets", FacetGroup.of(results.facets(), address, names));
        model.addAttribute("chips", Chip.of(address, names));
        model.addAttribute("removed", Chip.removed(results.removedBy(), address, names));
        model.addAttribute("sorts", sorts(address));
        model.addAttribute(
                "next",
                results.next() == null ? null : address.from(results.next()).link("/"));
        model.addAttribute(
                "first", address.cursor() == null ? null : address.from(null).link("/"));
        model.addAttribute("all", new SearchAddress("", List.of(), Sort.NEWEST, null, null).link("/"));
        model.addAttribute("better", better(results.didYouMean(), address));
        model.addAttribute("takeAlong", TakenAlong.of(address));
        model.addAttribute("saveAsAlert", address.from(null).link("/alerts/new"));
        progress.describe(model);
        mine.describe(found.stream().map(Found::posting).toList(), address, criteria, results.total(), model);
        found.stream()
                .map(Found::posting)
                .filter(posting ->
                        Objects.equals(address.selected(), posting.id().value()))
                .findFirst()
                .or(() -> found.stream().map(Found::posting).findFirst())
                .ifPresent(posting -> model.addAttribute("posting", PostingView.of(posting, names, now)));
        return "search";
    }

    /// A cursor that is stale or mistyped leads to the first page of the same search, not to an error.
    private Results find(Criteria criteria, int size, @Nullable String cursor) {
        try {
            return search.search(criteria, size, cursor);
        } catch (IllegalArgumentException cursorIsNone) {
            return search.search(criteria, size, null);
        }
    }

    /// The query with words that occur nowhere replaced by near ones. @param link to the same search with it
    record Better(String query, String link) {}

    private @Nullable Better better(@Nullable String query, SearchAddress address) {
        return query == null ? null : new Better(query, address.asking(query).link("/"));
    }

    private record Found(Results.Hit hit, Posting posting) {}

    /// Hits whose posting left the store since it was indexed are passed over.
    private List<Found> found(Results results) {
        var ids = results.hits().stream().map(Results.Hit::id).toList();
        var known = postings.find(ids).stream().collect(Collectors.toMap(Posting::id, Function.identity()));
        return results.hits().stream()
                .flatMap(hit ->
                        Optional.ofNullable(known.get(hit.id())).map(posting -> new Found(hit, posting)).stream())
                .toList();
    }

    /// One way to order the list; @param current whether it is the one in use
    record SortChoice(String words, String link, boolean current) {}

    private static List<SortChoice> sorts(SearchAddress address) {
        return Arrays.stream(Sort.values())
                .filter(sort -> sort != Sort.RELEVANCE || !address.query().isBlank())
                .map(sort -> new SortChoice(words(sort), address.sortedBy(sort).link("/"), address.sort() == sort))
                .toList();
    }

    private static String words(Criteria.Sort sort) {
        return switch (sort) {
            case RELEVANCE -> "best match";
            case NEWEST -> "newest";
            case PAY -> "pay";
            case SCORE -> "most technical";
        };
    }
}
