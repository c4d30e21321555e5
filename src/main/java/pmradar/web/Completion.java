package pmradar.web;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pmradar.search.Suggestions;
import pmradar.search.Suggestions.Kind;

/// Completes the end of a query: what is typed last is taken for the beginning of a name, as many words of it as have
/// one in common.
@Component
class Completion {

    private static final int LONGEST = 1000;
    private static final int MOST_WORDS = 3;
    private static final Pattern TAIL = Pattern.compile("(?:[^\\s\"():]+\\s+){0,2}[^\\s\"():]+$");
    private static final Pattern FIELD =
            Pattern.compile("(?i)(title|company|place|skill|requires|prefers):\"?([^\"():]*)$");

    private final Suggestions suggestions;

    Completion(Suggestions suggestions) {
        this.suggestions = suggestions;
    }

    /// @param text the name; @param query all that was typed, with the name instead of its beginning
    record Suggested(Kind kind, String text, String query, long count) {

        public String words() {
            return switch (kind) {
                case TITLE -> "title";
                case COMPANY -> "employer";
                case SKILL -> "skill";
                case PLACE -> "place";
            };
        }
    }

    List<Suggested> of(String query, int size) {
        if (query.length() > LONGEST) return List.of();
        var field = FIELD.matcher(query);
        if (field.find()) return inField(query.substring(0, field.start()), field.group(1), field.group(2), size);
        var tail = TAIL.matcher(query);
        if (!tail.find()) return List.of();
        var words = tail.group().split("\\s+");
        for (int from = Math.max(0, words.length - MOST_WORDS); from < words.length; from++) {
            var typed = String.join(" ", List.of(words).subList(from, words.length));
            var before = before(query, words.length - from);
            if (typed.startsWith("-")) {
                before += "-";
                typed = typed.substring(1);
            }
            var found = found(before, null, null, typed, size);
            if (!found.isEmpty()) return found;
        }
        return List.of();
    }

    /// The query without its last words.
    private static String before(String query, int words) {
        var rest = query;
        for (int i = 0; i < words; i++) rest = rest.replaceFirst("[^\\s\"():]+\\s*$", "");
        return rest;
    }

    private List<Suggested> inField(String before, String field, String typed, int size) {
        var name = field.toLowerCase(java.util.Locale.ROOT);
        var kind = switch (name) {
            case "title" -> Kind.TITLE;
            case "company" -> Kind.COMPANY;
            case "place" -> Kind.PLACE;
            default -> Kind.SKILL;
        };
        return found(before, name, kind, typed, size);
    }

    private List<Suggested> found(String before, @Nullable String field, @Nullable Kind kind, String typed, int size) {
        return suggestions.suggest(typed, 20).stream()
                .filter(one -> kind == null || one.kind() == kind)
                .limit(size)
                .map(one -> new Suggested(
                        one.kind(),
                        one.text(),
                        before + (field == null ? Wording.tag(one.kind()) : field) + ":" + quoted(one.text()),
                        one.count()))
                .toList();
    }

    private static String quoted(String text) {
        return text.matches("[\\p{L}\\p{N}]+") ? text : '"' + text.replace("\"", "") + '"';
    }
}
