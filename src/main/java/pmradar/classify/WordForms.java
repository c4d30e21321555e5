package pmradar.classify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes the forms of a word as people write them: hyphen, space or nothing between the parts, the plural, and the
/// endings of German nouns and adjectives.
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
        var key = new StringBuilder(word.exact() ? "!" : "");
        for (var token : word.tokens()) {
            for (var i = 0; i < token.length(); i++) {
                key.append(word.exact() ? token.charAt(i) : Folding.of(token.charAt(i)));
            }
            key.append(' ');
        }
        return key.toString();
    }

    private static List<List<String>> forms(String plain, List<String> tokens, boolean exact) {
        var forms = new ArrayList<List<String>>(4);
        forms.add(tokens);
        if (plain.indexOf('-') > 0) {
            var joined = tokens(joined(plain));
            if (!joined.equals(tokens)) forms.add(joined);
        }
        for (var form : List.copyOf(forms)) {
            for (var ending : endings(form.getLast(), exact)) forms.add(with(form, form.size() - 1, ending));
        }
        for (var form : List.copyOf(forms)) {
            if (form.size() > 1 && form.getFirst().endsWith("sche")) {
                forms.add(with(form, 0, form.getFirst() + "n"));
                forms.add(with(form, 0, form.getFirst() + "r"));
            }
        }
        return forms;
    }

    private static List<String> with(List<String> form, int index, String token) {
        var changed = new ArrayList<>(form);
        changed.set(index, token);
        return changed;
    }

    /// Without the hyphens between letters.
    private static String joined(String plain) {
        var joined = new StringBuilder(plain);
        for (var i = plain.length() - 2; i > 0; i--) {
            if (plain.charAt(i) == '-' && Folding.letter(plain.charAt(i - 1)) && Folding.letter(plain.charAt(i + 1))) {
                joined.deleteCharAt(i);
            }
        }
        return joined.toString();
    }

    private static List<String> endings(String word, boolean exact) {
        var last = word.charAt(word.length() - 1);
        if (word.length() < 3 || !Character.isLetter(last) || last == 's' || last == 'S') return List.of();
        // `Excels` is no plural of Excel, but `PLCs` is one of PLC.
        if (exact) return word.equals(word.toUpperCase(Locale.ROOT)) ? List.of(word + "s") : List.of();
        if (word.length() < 6) return List.of(plural(word, last));
        return last == 'e'
                ? List.of(word + "s", word + "n")
                : "tkmgrdl".indexOf(last) >= 0 || word.endsWith("ion")
                        ? List.of(word + "s", word + "en", word + "n")
                        : List.of(plural(word, last));
    }

    private static String plural(String word, char last) {
        if (word.length() > 3 && last == 'y' && "aeiou".indexOf(word.charAt(word.length() - 2)) < 0) {
            return word.substring(0, word.length() - 1) + "ies";
        }
        return last == 'x' || word.endsWith("ch") || word.endsWith("sh") ? word + "es" : word + "s";
    }

    private static List<String> tokens(String word) {
        var tokens = Tokens.of(word);
        var list = new ArrayList<String>(tokens.size());
        for (var i = 0; i < tokens.size(); i++) list.add(tokens.word(i));
        return list;
    }
}
