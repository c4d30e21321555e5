package pmradar.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import pmradar.search.Criteria;
import pmradar.trend.Question;

/// A question as an address says it: the part after the question mark, the same for the page, its files, the API and
/// the
/// links in a report that was sent.
public final class QuestionAddress {
    /// Before the name of a facet whose value is unwanted, as on the search page.
    private static final String NOT = "not_";

    private QuestionAddress() {}

    /// With its period.
    public static String of(Question question) {
        return joined(
                "since=" + question.from() + "&until=" + question.to() + "&grain=" + tag(question), rest(question));
    }

    /// All but its period and grain; empty where nothing is chosen.
    public static String rest(Question question) {
        var parts = new StringJoiner("&");
        which(question.criteria(), parts);
        var against = question.against();
        if (against != null) parts.add("against=" + encoded(against.query()));
        if (question.sameFeeds()) parts.add("same_feeds=true");
        if (question.inferredPay()) parts.add("inferred_pay=true");
        return parts.toString();
    }

    /// The page of the postings behind one value.
    ///
    /// @param row the key of a row, @param column the index of a column
    public static String postings(Question question, String figure, String row, int column) {
        return "/trends/postings?" + of(question) + "&figure=" + encoded(figure) + "&row=" + encoded(row) + "&column="
                + column;
    }

    private static void which(Criteria criteria, StringJoiner parts) {
        if (!criteria.query().isBlank()) parts.add("q=" + encoded(criteria.query()));
        for (var one : criteria.conditions())
            parts.add((one.unwanted() ? NOT : "") + one.facet().key() + "=" + encoded(one.value()));
    }

    private static String tag(Question question) {
        return question.grain().name().toLowerCase(java.util.Locale.ROOT);
    }

    public static String joined(String first, String second) {
        return first.isEmpty() || second.isEmpty() ? first + second : first + "&" + second;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
