package pmradar.feed.type;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import pmradar.feed.Listing;
import pmradar.feed.Listing.Body;
import pmradar.feed.Listing.Terms;
import pmradar.feed.Listing.Where;
import pmradar.feed.StatedPay;
import pmradar.feed.Workplace;

/// An opening out of a comment of "Who is hiring?". What its first line does not say plainly stays unknown.
final class HnComment {
    private static final Pattern ROLE = Pattern.compile(
            "(?i)\\b(eng|engineer\\w*|developer\\w*|programmer\\w*|managers?|director|head of|lead|leads|architects?"
                    + "|designers?|scientists?|analysts?|researchers?|product|devops|sre|full[ -]?stack|front[ -]?end|back[ -]?end|cto|coo|vp|founding|recruiters?"
                    + "|writers?|technical staff|consultants?|specialists?|administrators?|coordinators?|executives?|officer|sales|marketing|roles?|positions?|interns?|swe|qa)\\b");
    private static final Pattern KIND = Pattern.compile(
            "(?i).*\\b(full[ -]?time|part[ -]?time|contract(or)?|freelance|permanent|internships?|interns only)\\b.*");
    private static final Pattern REMOTE =
            Pattern.compile("(?i).*\\b(remote|hybrid|on[ -]?site|in[ -]?office|in[ -]?person|wfh)\\b.*");
    private static final Pattern PAY =
            Pattern.compile(".*([$€£₹]\\s?\\d|\\d\\s?[kK]\\b|\\d{2,3},?000|(USD|EUR|GBP|CHF|CAD)\\b).*");
    private static final Pattern OTHER = Pattern.compile(
            "(?i).*(https?://|\\b(YC )?[WSFX]\\d\\d\\b|\\bseries [a-e]\\b|\\bfunding\\b|\\bcitizenship\\b|\\brelocation\\b|\\bfluency\\b|www\\.|\\S+@\\S+|\\bvisa\\b|\\bequity\\b|\\.(com|io|org|ai|co|dev)\\b).*");

    /// What stands around a place: conditions in brackets, the workplace itself, loose joints.
    private static final List<Pattern> AROUND_PLACE = List.of(
            Pattern.compile("(?i)\\([^()]*\\b(days?|weeks?|hours?)\\b[^()]*\\)"),
            Pattern.compile(
                    "(?i)\\b(primarily |100% |fully )?(remote|hybrid|on[ -]?site|in[ -]?office|in[ -]?person|wfh)\\b"),
            Pattern.compile("(?i)\\b(only|first|ok|friendly|possible|preferred|welcome|[- ]based)\\b!?"),
            Pattern.compile("[(\\[][\\s/,;:&+-]*[)\\]]"),
            Pattern.compile("(?i)^([\\s/,;:&+–-]|\\b(or|and|in)\\b)+|([\\s/,;:&+–-]|\\b(or|and)\\b)+$"));

    private HnComment() {}

    static Listing listing(String id, String html, @Nullable String time, @Nullable String title) {
        int end = end(html);
        Element first = Jsoup.parseBodyFragment(html.substring(0, end)).body();
        String line = Line.of(title == null ? first.text() : title);
        List<String> parts = new ArrayList<>();
        if (line != null)
            for (String part : line.split("\\s*(?:\\||\\u2502)\\s*")) if (!part.isBlank()) parts.add(part.strip());
        boolean conventional = parts.size() >= 3;
        return new Listing(
                id,
                conventional ? role(parts, String.valueOf(line)) : line,
                conventional ? company(parts.getFirst()) : null,
                conventional ? where(parts) : Where.UNKNOWN,
                Link.pair("https://news.ycombinator.com/item?id=" + At.step(id), apply(html)),
                DateWords.dates(time, null, null),
                new Body(html, null),
                new Terms(conventional ? kind(parts) : null, conventional ? pay(parts) : null, null, null, null));
    }

    /// The first line ends with a paragraph or, in some comments, with the line.
    private static int end(String html) {
        int paragraph = html.indexOf("<p>");
        int line = html.indexOf('\n', Math.min(20, html.length()));
        int end = paragraph < 0 ? html.length() : paragraph;
        return line > 0 && line < end ? line : end;
    }

    private static String role(List<String> parts, String line) {
        List<String> roles = parts.stream()
                .skip(1)
                .filter(part ->
                        ROLE.matcher(part).find() && !OTHER.matcher(part).matches() && part.length() < 200)
                .toList();
        return roles.isEmpty() ? line : String.join(", ", roles);
    }

    private static @Nullable String company(String part) {
        return Line.of(part.replaceAll("\\s*\\(?\\s*https?://\\S+\\s*\\)?", " ").replaceAll("[,:;-]\\s*$", ""));
    }

    private static Where where(List<String> parts) {
        Places places = new Places();
        Workplace workplace = null;
        for (String part : parts.subList(1, parts.size())) {
            if (REMOTE.matcher(part).matches()) workplace = joined(workplace, part);
            String place = place(part);
            if (place != null) places.and(place);
        }
        return new Where(places.list(), workplace, List.of());
    }

    /// A part that is none of the other things is a place; "Berlin (hybrid)" is a place with its workplace.
    private static @Nullable String place(String part) {
        if (ROLE.matcher(part).find()
                || KIND.matcher(part).matches()
                || OTHER.matcher(part).matches()
                || PAY.matcher(part).matches()) return null;
        String rest = part;
        for (Pattern extra : AROUND_PLACE) rest = extra.matcher(rest).replaceAll(" ");
        rest = rest.strip();
        if (rest.startsWith("(") && rest.endsWith(")"))
            rest = rest.substring(1, rest.length() - 1).strip();
        boolean isPlace = rest.length() > 1 && rest.length() < 80 && Character.isLetter(rest.codePointAt(0));
        return isPlace ? rest : null;
    }

    private static Workplace joined(@Nullable Workplace before, String part) {
        String word = part.toLowerCase(Locale.ROOT);
        boolean remote = word.contains("remote") || word.contains("wfh");
        boolean there = word.matches(".*(on[ -]?site|in[ -]?office|in[ -]?person).*");
        Workplace now = word.contains("hybrid") || (remote && there)
                ? Workplace.HYBRID
                : remote ? Workplace.REMOTE : Workplace.ON_SITE;
        return before == null || before == now ? now : Workplace.HYBRID;
    }

    private static @Nullable String kind(List<String> parts) {
        List<String> kinds = parts.stream()
                .skip(1)
                .filter(part -> part.length() < 60 && KIND.matcher(part).matches())
                .toList();
        String said = EmploymentWords.only(kinds);
        return said;
    }

    private static @Nullable StatedPay pay(List<String> parts) {
        for (String part : parts.subList(1, parts.size())) {
            if (!PAY.matcher(part).matches() || part.length() > 100) continue;
            StatedPay pay = PayText.of(part);
            if (pay != null && pay.currency() != null) return pay;
        }
        return null;
    }

    private static @Nullable String apply(String html) {
        Element link = Jsoup.parseBodyFragment(html).selectFirst("a[href^=http]");
        return link == null ? null : link.attr("href");
    }
}
