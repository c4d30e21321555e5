package pmradar.feed;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;

/// Addresses by which the boards of known systems are recognised.
final class KnownBoards {
    private static final int MOST_LINKS = 5_000;
    private static final int MOST_FOUND = 5;
    private static final String NAME = "([A-Za-z0-9][A-Za-z0-9%._-]{0,99})";

    /// What an address looks like, the type that it means, and what `at` is then.
    private record Shape(String type, Pattern address, Function<MatchResult, String> at) {}

    private static final List<Shape> SHAPES = List.of(
            shape(
                    "greenhouse",
                    "(?:boards|job-boards)(?:\\.eu)?\\.greenhouse\\.io/embed/job_(?:board|app)(?:/js)?\\?(?:[^#]*&)?for="
                            + NAME),
            shape("greenhouse", "(?:boards|job-boards)(?:\\.eu)?\\.greenhouse\\.io/(?!embed)" + NAME),
            shape("greenhouse", "boards-api\\.greenhouse\\.io/v1/boards/" + NAME),
            shape("lever", "(?:jobs|api)\\.lever\\.co/(?:v0/postings/)?(?!v0/)" + NAME),
            shape("ashby", "(?:jobs|api)\\.ashbyhq\\.com/(?:posting-api/job-board/)?(?!posting-api/)" + NAME),
            shape("workable", "apply\\.workable\\.com/(?!api/|j/)" + NAME),
            shape("smartrecruiters", "(?:jobs|careers)\\.smartrecruiters\\.com/" + NAME),
            shape("rippling", "ats\\.rippling\\.com/(?:[a-z]{2}-[A-Z]{2}/)?" + NAME + "/jobs"),
            shape("recruitee", "(?!www\\.|api\\.|docs\\.|support\\.)" + NAME + "\\.recruitee\\.com"),
            shape("personio", "(?!www\\.)" + NAME + "\\.jobs\\.personio\\.(?:de|com)"),
            shape("teamtailor", "(?!www\\.|api\\.|docs\\.|support\\.|career\\.)" + NAME + "\\.teamtailor\\.com"),
            shape("bamboohr", "(?!www\\.|api\\.|documentation\\.)" + NAME + "\\.bamboohr\\.com/(?:careers|jobs)"),
            shape("breezy", "(?!www\\.|api\\.|developer\\.)" + NAME + "\\.breezy\\.hr"),
            shape("pinpoint", "(?!www\\.|api\\.|developers\\.)" + NAME + "\\.pinpointhq\\.com"),
            new Shape(
                    "workday",
                    Pattern.compile(
                            "^https?://([a-z0-9-]{1,60}\\.wd\\d{1,3}\\.myworkdayjobs\\.com)(?:/[a-z]{2}-[A-Z]{2})?/([A-Za-z0-9_-]{1,100})"),
                    found -> "https://%s/%s".formatted(found.group(1), found.group(2))));

    private KnownBoards() {}

    private static Shape shape(String type, String address) {
        return new Shape(
                type,
                Pattern.compile("^https?://" + address + "(?=[/?#.]|$)"),
                found -> URLDecoder.decode(
                        found.group(1).replaceAll("%(?![0-9A-Fa-f]{2})", "%25"), StandardCharsets.UTF_8));
    }

    /// Boards that a page links to, frames or loads, the one named most often first.
    static List<BoardFinder.Found> in(Document page) {
        Map<List<String>, Integer> times = new LinkedHashMap<>();
        Map<List<String>, BoardFinder.Found> found = new LinkedHashMap<>();
        page.select("a[href], iframe[src], script[src], link[href], form[action]").stream()
                .limit(MOST_LINKS)
                .forEach(element -> {
                    var name = element.hasAttr("src") ? "src" : element.hasAttr("href") ? "href" : "action";
                    var address = element.absUrl(name);
                    for (var board : of(address, element.tagName())) {
                        var key = List.of(board.type(), board.at());
                        times.merge(key, 1, Integer::sum);
                        found.putIfAbsent(key, board);
                    }
                });
        return times.entrySet().stream()
                .sorted(Map.Entry.<List<String>, Integer>comparingByValue().reversed())
                .limit(MOST_FOUND)
                .map(entry -> found.get(entry.getKey()))
                .toList();
    }

    /// The board that an address belongs to.
    static List<BoardFinder.Found> of(URI address) {
        return of(address.toString(), "address");
    }

    private static List<BoardFinder.Found> of(String address, String element) {
        var boards = new ArrayList<BoardFinder.Found>();
        if (address.length() > 2_000) return boards;
        for (var shape : SHAPES) {
            var match = shape.address().matcher(address);
            if (!match.find()) continue;
            boards.add(new BoardFinder.Found(
                    shape.type(), shape.at().apply(match.toMatchResult()), how(element, address)));
            break;
        }
        return boards;
    }

    private static String how(String element, String address) {
        var shown = address.length() <= 200 ? address : address.substring(0, 199) + "…";
        return switch (element) {
            case "iframe" -> "It shows %s in a frame.".formatted(shown);
            case "script" -> "It loads %s.".formatted(shown);
            case "address" -> "The server sends readers on to %s.".formatted(shown);
            default -> "It links to %s.".formatted(shown);
        };
    }
}
