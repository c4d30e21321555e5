package pmradar.search;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Says in plain words what a query and its conditions ask for.
final class QueryWords {

    private QueryWords() {}

    static String of(Clause clause, List<Criteria.Condition> conditions) {
        var parts = new ArrayList<String>();
        switch (clause) {
            case Clause.All _ -> {}
            case Clause.And(var all) -> all.forEach(part -> parts.add(words(part)));
            default -> parts.add(words(clause));
        }
        parts.addAll(conditions(conditions));
        return String.join(" · ", parts);
    }

    static String condition(Criteria.Condition condition) {
        return (condition.unwanted() ? "not " : "") + value(condition.facet(), condition.value());
    }

    private static List<String> conditions(List<Criteria.Condition> conditions) {
        var wanted = new LinkedHashMap<Facet, List<String>>();
        var unwanted = new ArrayList<String>();
        for (var condition : conditions) {
            var words = value(condition.facet(), condition.value());
            if (condition.unwanted()) unwanted.add("not " + words);
            else
                wanted.computeIfAbsent(condition.facet(), _ -> new ArrayList<>())
                        .add(words);
        }
        var parts = new ArrayList<String>();
        wanted.values().forEach(values -> parts.add(String.join(" or ", values)));
        parts.addAll(unwanted);
        return parts;
    }

    private static String words(Clause clause) {
        return switch (clause) {
            case Clause.All _ -> "everything";
            case Clause.Word(var in, var text) -> in(in, text);
            case Clause.Phrase(var in, var text) -> in(in, "“" + text + "”");
            case Clause.Prefix(var in, var text) -> in(in, text + "…");
            case Clause.Range range -> range(range);
            case Clause.Value(var facet, var value) -> value(facet, value);
            case Clause.And(var all) -> joined(all, " and ");
            case Clause.Or(var any) -> joined(any, " or ");
            case Clause.Not(var inner) -> "not " + words(inner);
        };
    }

    private static String joined(List<Clause> parts, String by) {
        return parts.stream().map(QueryWords::words).collect(Collectors.joining(by, "(", ")"));
    }

    private static String in(Clause.In in, String text) {
        return switch (in) {
            case ANYWHERE -> text;
            case TITLE -> text + " in the title";
            case COMPANY -> "at " + text;
            case PLACE -> "in " + text;
            case SKILL -> "asks for " + text;
            case REQUIRES -> "must ask for " + text;
            case PREFERS -> "prefers " + text;
            case CERTIFICATE -> "names the certificate " + text;
            case DEGREE -> "asks for the degree " + text;
            case FLAG -> "is " + text.replace('-', ' ');
        };
    }

    private static String range(Clause.Range range) {
        return switch (range.measure()) {
            case YEARS -> "asks for " + between(range, Long::toString) + " years";
            case SCORE -> "score " + between(range, Long::toString);
            case SURENESS -> "sure " + between(range, QueryFlags::percent);
            case PAY ->
                "pays "
                        + between(range, QueryWords::money)
                        + (range.currency() == null ? "" : " " + range.currency())
                        + " a year";
            case AGE -> "first seen " + between(range, QueryWords::age) + " ago";
            case SEEN -> "first seen " + seen(range);
        };
    }

    private static String between(Clause.Range range, java.util.function.LongFunction<String> number) {
        if (range.from() == range.to()) return number.apply(range.from());
        if (range.from() == Long.MIN_VALUE) return "at most " + number.apply(range.to());
        if (range.to() == Long.MAX_VALUE) return "at least " + number.apply(range.from());
        return number.apply(range.from()) + " to " + number.apply(range.to());
    }

    private static String money(long cents) {
        return String.format(Locale.ENGLISH, "%,d", BigDecimal.valueOf(cents, 2).longValue());
    }

    private static String age(long millis) {
        long hours = Duration.ofMillis(millis + 1).toHours();
        return hours % 24 == 0 ? hours / 24 + (hours == 24 ? " day" : " days") : hours + " hours";
    }

    private static String seen(Clause.Range range) {
        if (range.from() == Long.MIN_VALUE) return "until " + day(range.to());
        if (range.to() == Long.MAX_VALUE) return "from " + day(range.from());
        return "from " + day(range.from()) + " until " + day(range.to());
    }

    private static String day(long millis) {
        return Instant.ofEpochMilli(millis).atZone(ZoneOffset.UTC).toLocalDate().toString();
    }

    private static String value(Facet facet, String value) {
        return switch (facet) {
            case LABEL -> value + " PMs";
            case DOMAIN -> "field " + value;
            case BAND -> "score " + value;
            case FAMILY -> "role " + value;
            case REMOTE -> value.equals("unknown") ? "place of work unknown" : value;
            case FROM -> "may be done from " + from(value);
            case COUNTRY ->
                "in " + Locale.of("", value.toUpperCase(Locale.ROOT)).getDisplayCountry(Locale.ENGLISH);
            case PLACE -> "in " + value;
            case PAY -> value.equals("none") ? "pay not stated" : "pay " + value;
            case COMPANY -> "at " + value;
            case REQUIRES -> "must ask for " + value;
            case PREFERS -> "prefers " + value;
            case CERTIFICATE -> "names the certificate " + value;
            case YEARS -> value.equals("none") ? "years not stated" : value + " years";
            case EMPLOYMENT -> value;
            case SENIORITY -> value + " level";
            case LANGUAGE -> "written in " + Locale.of(value).getDisplayLanguage(Locale.ENGLISH);
            case FEED -> "from feed " + value;
            case AGE -> value.equals(OLDER) ? "older than 90 days" : "first seen within " + value;
        };
    }

    private static String from(String value) {
        var country = value.length() == 2 ? Locale.of("", value).getDisplayCountry(Locale.ENGLISH) : value;
        return country.equals(value) ? value : country;
    }

    private static final String OLDER = FacetValues.OLDER;
}
