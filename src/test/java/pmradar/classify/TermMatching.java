package pmradar.classify;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// Taxonomies of any size for measuring: the real words, filled up with invented ones.
public final class TermMatching {

    private static final int REAL = 1500;

    /// Stands for any term.
    public static final Term TERM = new Term("any", Term.Kind.TECHNOLOGY, List.of(Domain.SOFTWARE));

    private TermMatching() {}

    /// Names of the shipped taxonomy in lower case, and invented phrases up to `size`.
    public static Set<String> phrases(int size) {
        var phrases = new LinkedHashSet<String>();
        // The same real terms at every size, so that only the size differs and not what is found.
        for (var term : Taxonomy.builtIn().terms().subList(0, REAL)) phrases.add(String.join(" ", words(term.name())));
        phrases.remove("");
        var random = new Random(11);
        while (phrases.size() < size) {
            var first = invented(random);
            phrases.add(random.nextInt(3) == 0 ? first : first + " " + invented(random));
        }
        return new LinkedHashSet<>(new ArrayList<>(phrases).subList(0, size));
    }

    /// A taxonomy of exactly these phrases, each a term of its own, without rules.
    public static Taxonomy taxonomy(Iterable<String> phrases) {
        var terms = new ArrayList<Term>();
        var words = new ArrayList<Word>();
        for (var phrase : phrases) {
            words.add(new Word(terms.size(), List.of(phrase.split(" ")), false, null, 1));
            terms.add(new Term(phrase, Term.Kind.TECHNOLOGY, List.of(Domain.SOFTWARE)));
        }
        return new Taxonomy(terms, words, "benchmark");
    }

    private static List<String> words(String name) {
        var tokens = Tokens.of(name.toLowerCase(java.util.Locale.ROOT));
        var words = new ArrayList<String>();
        for (var i = 0; i < Math.min(tokens.size(), Word.MAX_TOKENS); i++) words.add(tokens.word(i));
        return words;
    }

    private static String invented(Random random) {
        var word = new StringBuilder();
        var length = 4 + random.nextInt(7);
        for (var i = 0; i < length; i++) {
            word.append((i % 2 == 0 ? "bcdfglmnprstvw" : "aeiou").charAt(random.nextInt(i % 2 == 0 ? 14 : 5)));
        }
        return word.toString();
    }
}
