package pmradar.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pmradar.report.QuestionAddress;
import pmradar.search.Criteria;
import pmradar.trend.Question;
import pmradar.trend.Question.Grain;

/// A question about the market as its address says it: the search as on the search page, and beside it `period` or
/// `since` and `until`, `grain`, `against`, `same_feeds` and `inferred_pay`.
///
/// @param which the search
/// @param period a ready choice, such as `12-months`; null for days of one's own
/// @param wrong what of the address makes no sense, in sentences; the usual holds instead
record TrendAddress(
        SearchAddress which, Question question, @Nullable String period, List<String> wrong) {
    static final Set<String> OWN = Set.of("since", "until", "period", "grain", "against", "same_feeds", "inferred_pay");

    private static final int MAX_QUERY = 4096;
    private static final String USUAL = "12-months";

    /// The ready choices of a period.
    private enum Choice {
        THREE_MONTHS("3-months", "3 months", Period.ofMonths(3)),
        YEAR(USUAL, "12 months", Period.ofMonths(12)),
        TWO_YEARS("24-months", "2 years", Period.ofMonths(24)),
        FIVE_YEARS("5-years", "5 years", Period.ofYears(5)),
        TEN_YEARS("10-years", "10 years", Period.ofYears(10));

        private final String key;
        private final String words;
        private final Period length;

        Choice(String key, String words, Period length) {
            this.key = key;
            this.words = words;
            this.length = length;
        }
    }

    /// A period to choose. @param current whether it is the one in use
    record PeriodLink(String words, String link, boolean current) {}

    static TrendAddress of(Map<String, String[]> parameters, LocalDate today) {
        var wrong = new ArrayList<String>();
        var which = SearchAddress.of(parameters);
        var chosen = chosen(first(parameters, "period"), wrong);
        var since = day(parameters, "since", wrong);
        var until = day(parameters, "until", wrong);
        boolean own = since != null || until != null;
        var to = until == null ? today : until;
        var from = since == null ? to.minus(chosen.length).plusDays(1) : since;
        if (to.isBefore(from) || to.isAfter(from.plusYears(10))) {
            wrong.add(
                    to.isBefore(from)
                            ? "A period cannot end (%s) before it begins (%s).".formatted(to, from)
                            : "A period is at most ten years long; this one is %s to %s.".formatted(from, to));
            own = false;
            to = today;
            from = today.minus(chosen.length).plusDays(1);
        }
        var question = new Question(
                from,
                to,
                grain(first(parameters, "grain"), from, to, wrong),
                new Criteria(which.query(), which.conditions(), Criteria.Sort.NEWEST),
                against(first(parameters, "against"), wrong),
                yes(parameters, "same_feeds"),
                yes(parameters, "inferred_pay"));
        return new TrendAddress(which, question, own ? null : chosen.key, List.copyOf(wrong));
    }

    /// Strictly: a program would not notice that something else was answered than it asked for.
    ///
    /// @param own names of further parameters
    /// @throws BadRequest naming what makes no sense
    static TrendAddress strictly(Map<String, String[]> parameters, LocalDate today, String... own) {
        var names = new java.util.HashSet<>(OWN);
        names.addAll(List.of(own));
        AskedSearch.read(parameters, names);
        var read = of(parameters, today);
        if (!read.wrong().isEmpty()) throw new BadRequest(read.wrong().getFirst());
        return read;
    }

    private static Choice chosen(String key, List<String> wrong) {
        if (key.isEmpty()) return Choice.YEAR;
        return Arrays.stream(Choice.values())
                .filter(one -> one.key.equals(key))
                .findFirst()
                .orElseGet(() -> {
                    wrong.add("There is no period “%s”. There are: %s."
                            .formatted(
                                    key,
                                    String.join(
                                            ", ",
                                            Arrays.stream(Choice.values())
                                                    .map(one -> one.key)
                                                    .toList())));
                    return Choice.YEAR;
                });
    }

    private static @Nullable LocalDate day(Map<String, String[]> parameters, String name, List<String> wrong) {
        var text = first(parameters, name);
        if (text.isEmpty()) return null;
        try {
            var day = LocalDate.parse(text);
            if (day.getYear() >= 1970 && day.getYear() <= 2200) return day;
        } catch (DateTimeException notADay) {
            // said below
        }
        wrong.add("%s must be a day such as 2026-11-22, not “%s”.".formatted(name, text));
        return null;
    }

    private static Grain grain(String name, LocalDate from, LocalDate to, List<String> wrong) {
        for (var grain : Grain.values()) if (Wording.tag(grain).equals(name)) return grain;
        if (!name.isEmpty()) wrong.add("grain must be day, week or month, not “%s”.".formatted(name));
        long days = to.toEpochDay() - from.toEpochDay();
        if (days <= 31) return Grain.DAY;
        return days <= 100 ? Grain.WEEK : Grain.MONTH;
    }

    private static @Nullable Criteria against(String query, List<String> wrong) {
        if (query.isEmpty()) return null;
        if (query.length() > MAX_QUERY) {
            wrong.add("A query has at most 4096 characters.");
            return null;
        }
        return new Criteria(query, List.of(), Criteria.Sort.NEWEST);
    }

    private static boolean yes(Map<String, String[]> parameters, String name) {
        return Set.of("true", "on", "1").contains(first(parameters, name).toLowerCase(Locale.ROOT));
    }

    private static String first(Map<String, String[]> parameters, String name) {
        var values = parameters.get(name);
        return values == null || values.length == 0 ? "" : values[0].strip();
    }

    public String againstQuery() {
        var against = question.against();
        return against == null ? "" : against.query();
    }

    /// After the question mark: with the ready choice where one is in use, so that a bookmark goes on with time.
    String asking() {
        if (period == null) return QuestionAddress.of(question);
        return QuestionAddress.joined(
                "period=" + period + "&grain=" + Wording.tag(question.grain()), QuestionAddress.rest(question));
    }

    /// Where one has such a report sent: with the choices of this one, and without its search and period, which are
    /// chosen there.
    public String standing() {
        var choices = QuestionAddress.rest(new Question(
                question.from(),
                question.to(),
                question.grain(),
                Criteria.ALL,
                question.against(),
                question.sameFeeds(),
                question.inferredPay()));
        return choices.isEmpty() ? "/trends/reports" : "/trends/reports?" + choices;
    }

    public List<PeriodLink> periods() {
        return Arrays.stream(Choice.values())
                .map(one -> new PeriodLink(
                        one.words,
                        "/trends?" + QuestionAddress.joined("period=" + one.key, QuestionAddress.rest(question)),
                        one.key.equals(period)))
                .toList();
    }
}
