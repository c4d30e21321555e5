package pmradar.classify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes the forms of a word as people write them: hyphen, space or nothing between the parts, and the plural.
final class WordForms {

    private final Map<String, Word> certain = new HashMap<>();

    /// @return what is wrong with the word, or null
    @Nullable
    String add(List<Word> words, int term, String written, Word.@Nullable Rules rules, int line) {
        var stripped = written.strip();
        var exact = stripped.endsWith("!");
        var plain = exact ? stripped.substring(0, stripped.length() - 1) : stripped;
        var tokens = tokens(plain);
        if (tokens.isEmpty()) return "'%s' has no letters".formatted(written);
        if (tokens.size() > Word.MAX_TOKENS) return "'%s' is longer than %d words".formatted(written, Word.MAX_TOKENS);
        for (var form : forms(plain, tokens, exact)) {
            var problem = put(words, new Word(term, form, exact, rules, line));
            if (problem != null) return problem;
        }
        return null;
    }

    private @Nullable String put(List<Word> words, Word word) {
        if (word.rules() == null) {
            var before = certain.putIfAbsent(key(word), word);
            if (before != null && before.term() == word.term()) return null;
            if (before != null && before.line() != word.line()) {
                return "'%s' already means the term on line %d; give one of them a rule"
                        .formatted(String.join(" ", word.tokens()), before.line());
            }
        }
        words.add(word);
        return null;
    }

    private static String key(Word word) {
        if (word.exact()) return "!" + String.join(" ", word.tokens());
        var key = new StringBuilder();
        for (var token : word.tokens()) key.append(Tokens.hashOf(token)).append(' ');
        return key.toString();
    }

    private static List<List<String>> forms(String plain, List<String> tokens, boolean exact) {
        var forms = new ArrayList<List<String>>();
        forms.add(tokens);
        var joined = tokens(plain.replaceAll("(?<=\\p{L})-(?=\\p{L})", ""));
        if (!joined.equals(tokens)) forms.add(joined);
        for (var form : List.copyOf(forms)) {
            var plural = plural(form.getLast());
            // `Excels` is no plural of Excel, but `PLCs` is one of PLC.
            if (plural == null
                    || (exact && !form.getLast().equals(form.getLast().toUpperCase(Locale.ROOT)))) continue;
            var many = new ArrayList<>(form);
            many.set(many.size() - 1, plural);
            forms.add(many);
        }
        return forms;
    }

    private static @Nullable String plural(String word) {
        var last = word.charAt(word.length() - 1);
        if (word.length() < 3 || !Character.isLetter(last) || last == 's' || last == 'S') return null;
        if (word.length() > 3 && word.endsWith("y") && "aeiou".indexOf(word.charAt(word.length() - 2)) < 0) {
            return word.substring(0, word.length() - 1) + "ies";
        }
        return word.endsWith("x") || word.endsWith("ch") || word.endsWith("sh") ? word + "es" : word + "s";
    }

    private static List<String> tokens(String word) {
        var tokens = Tokens.of(word);
        var list = new ArrayList<String>(tokens.size());
        for (var i = 0; i < tokens.size(); i++) list.add(tokens.word(i));
        return list;
    }
}
