package pmradar.classify;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pmradar.classify.FactWords.Role;

/// Reads the degrees that a clause asks for: level, fields, and whether something else serves, too.
final class DegreeFactsReader {

    private static final int FIELD_REACH = 26;
    /// No posting asks for more; the bound keeps hostile text linear.
    private static final int MOST = 20;
    private static final Map<Role, Facts.Level> LEVELS = new EnumMap<>(Map.of(
            Role.SECONDARY, Facts.Level.SECONDARY,
            Role.VOCATIONAL, Facts.Level.VOCATIONAL,
            Role.ASSOCIATE, Facts.Level.ASSOCIATE,
            Role.BACHELOR, Facts.Level.BACHELOR,
            Role.MASTER, Facts.Level.MASTER,
            Role.DOCTORATE, Facts.Level.DOCTORATE));

    private static final Set<String> CERTAIN = Set.of("PhD", "BSc", "MSc", "MBA", "BBA", "HND");
    /// What follows "MS" when it is a company.
    private static final Set<String> PRODUCTS = Set.of(
            "office",
            "project",
            "excel",
            "word",
            "powerpoint",
            "teams",
            "dynamics",
            "sql",
            "visio",
            "outlook",
            "azure",
            "sharepoint",
            "access",
            "power",
            "windows",
            "suite",
            "365",
            "exchange",
            "planner");

    private record Named(Facts.Level level, int first, int last) {}

    List<Facts.Degree> read(FactText text, List<TermMatch> terms) {
        var named = named(text);
        if (named.isEmpty()) return List.of();
        var degrees = new ArrayList<Facts.Degree>();
        for (var i = 0; i < named.size(); i++) {
            var from = i == 0 ? text.first() : named.get(i).first();
            var to = i + 1 < named.size() ? named.get(i + 1).first() : text.end();
            degrees.add(degree(text, named.get(i), terms, from, to));
        }
        return degrees;
    }

    /// The levels in the order of the text; those joined by "or" are one, the lowest.
    private static List<Named> named(FactText text) {
        var named = new ArrayList<Named>();
        Named plain = null;
        for (var i = text.first(); i < text.end() && named.size() < MOST; i++) {
            var level = level(text, i);
            if (level == null) {
                if (plain == null && degreeAlone(text, i)) plain = new Named(Facts.Level.BACHELOR, i, i);
                continue;
            }
            var before = named.isEmpty() ? null : named.getLast();
            if (before != null && together(text, before.last(), i)) {
                var lower = level.compareTo(before.level()) < 0 ? level : before.level();
                named.set(named.size() - 1, new Named(lower, before.first(), i));
            } else {
                named.add(new Named(level, i, i));
            }
        }
        if (named.isEmpty() && plain != null) named.add(plain);
        return named;
    }

    /// "Bachelor's or Master's", "BS/MS", "Bachelor or Master degree".
    private static boolean together(FactText text, int before, int token) {
        if (token - before == 1) return true;
        if (token - before > 5) return false;
        var joined = false;
        for (var i = before + 1; i < token; i++) {
            if (text.tokens().gap(i) >= Tokens.LINE) return false;
            joined |= text.plays(i, Role.OPTION);
            if (text.plays(i, Role.PREFER) || text.plays(i, Role.REQUIRE)) return false;
        }
        return joined || text.tokens().gap(token) == Tokens.JOINED || token - before == 2;
    }

    private static Facts.@Nullable Level level(FactText text, int token) {
        if (!text.known(token)) return null;
        for (var entry : LEVELS.entrySet()) {
            if (text.plays(token, entry.getKey()) && means(text, token, entry.getKey())) return entry.getValue();
        }
        return text.plays(token, Role.SCHOOLING) ? school(text, token) : null;
    }

    private static Facts.@Nullable Level school(FactText text, int token) {
        var word = text.tokens().word(token).toLowerCase(Locale.ROOT);
        if (word.equals("school") && follows(text, token - 1, "high")) return Facts.Level.SECONDARY;
        if (word.startsWith("bac") && text.number(token + 1) >= 4)
            return text.number(token + 1) >= 5 ? Facts.Level.MASTER : Facts.Level.BACHELOR;
        return null;
    }

    private static boolean follows(FactText text, int token, String word) {
        return token >= text.first() && text.tokens().word(token).equalsIgnoreCase(word);
    }

    /// Many names of degrees are words of other trades, too: scrum master, MS Office, associate director.
    private static boolean means(FactText text, int token, Role part) {
        var word = text.tokens().word(token);
        var length = word.length();
        if (part == Role.SECONDARY || part == Role.VOCATIONAL && length > 3) return true;
        if (length <= 3 && !CERTAIN.contains(word)) {
            return Character.isUpperCase(word.charAt(0)) && !product(text, token) && near(text, token);
        }
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "master", "masters" -> !scrumMaster(text, token) && near(text, token);
            case "associate",
                    "associates",
                    "licence",
                    "promotion",
                    "meister",
                    "techniker",
                    "graduate",
                    "ingeniería",
                    "undergraduate",
                    "postgraduate",
                    "grado" -> near(text, token);
            default -> true;
        };
    }

    private static boolean product(FactText text, int token) {
        return token + 1 < text.end()
                && PRODUCTS.contains(text.tokens().word(token + 1).toLowerCase(Locale.ROOT));
    }

    private static boolean scrumMaster(FactText text, int token) {
        return follows(text, token - 1, "scrum")
                || token + 1 < text.end()
                        && List.of("schedule", "plan", "data", "planning", "program", "planner", "agreement", "service")
                                .contains(text.tokens().word(token + 1).toLowerCase(Locale.ROOT));
    }

    /// Whether words of education stand close by.
    private static boolean near(FactText text, int token) {
        for (var i = token - 4; i <= token + 4; i++) {
            if (i == token) continue;
            if (text.plays(i, Role.DEGREE)
                    || text.plays(i, Role.BACHELOR)
                    || text.plays(i, Role.MASTER)
                    || text.plays(i, Role.DOCTORATE)) return true;
            if (text.plays(i, Role.VOCATIONAL)) return true;
        }
        var next = token + 1 < text.end() ? text.tokens().word(token + 1).toLowerCase(Locale.ROOT) : "";
        return next.equals("in") || next.equals("of") || next.equals("en") && text.section() != Section.Kind.EMPLOYER;
    }

    /// "degree in", "a degree", but not "a high degree of".
    private static boolean degreeAlone(FactText text, int token) {
        if (!text.plays(token, Role.DEGREE)) return false;
        var word = text.tokens().word(token).toLowerCase(Locale.ROOT);
        if (!word.startsWith("degree")
                && !word.startsWith("abschluss")
                && !word.startsWith("diplôme")
                && !word.startsWith("titul")) {
            return false;
        }
        return !follows(text, token + 1, "of");
    }

    private static Facts.Degree degree(FactText text, Named named, List<TermMatch> terms, int from, int to) {
        var fields = new ArrayList<String>();
        var technical = false;
        var plain = false;
        var start = text.base() + text.tokens().start(from);
        var last = Math.min(to, Math.min(named.last() + FIELD_REACH, text.end())) - 1;
        var end = text.base() + text.tokens().end(last);
        for (var match : terms) {
            if (match.start() < start || match.end() > end || !field(match.term())) continue;
            if (!fields.contains(match.term().name())) fields.add(match.term().name());
            technical |= match.term().kind() != Term.Kind.OTHER_DEGREE;
            plain |= match.term().kind() == Term.Kind.OTHER_DEGREE;
        }
        var alternative = text.has(Role.EQUIVALENT, named.first(), to) || orYears(text, named.last(), to);
        return new Facts.Degree(
                named.level(), fields, technical && !plain, alternative, necessity(text, named, from, to));
    }

    /// Words between two degrees belong to the nearer one.
    private static Evidence.Necessity necessity(FactText text, Named named, int from, int to) {
        return text.part(from, to).necessity(named.first(), named.last() + 1);
    }

    private static boolean field(Term term) {
        return switch (term.kind()) {
            case DEGREE, OTHER_DEGREE -> true;
            case DISCIPLINE, PRACTICE ->
                !term.domains().isEmpty() && !term.name().contains("engineer ");
            default -> false;
        };
    }

    private static boolean orYears(FactText text, int from, int to) {
        for (var i = from; i < to; i++) {
            if (text.plays(i, Role.YEAR) && text.has(Role.OPTION, Math.max(from, i - 5), i)) return true;
        }
        return false;
    }
}
