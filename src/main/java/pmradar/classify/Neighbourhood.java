package pmradar.classify;

import java.util.List;

/// The words around a possible match, within its clause and within reach.
final class Neighbourhood {

    /// Words further away say nothing; the bound keeps hostile text linear.
    private static final int REACH = 14;

    private final Tokens tokens;
    private final int from;
    private final int to;

    Neighbourhood(Tokens tokens, int from, int to) {
        this.tokens = tokens;
        this.from = from;
        this.to = to;
    }

    /// Whether the text agrees with the word in case, where the word insists.
    boolean written(Word word) {
        if (!word.exact()) return true;
        for (var i = from; i < to; i++) {
            var wanted = word.tokens().get(i - from);
            var start = tokens.start(i);
            if (tokens.end(i) - start != wanted.length() || !tokens.text().startsWith(wanted, start)) return false;
        }
        return true;
    }

    boolean allows(Word word) {
        var rules = word.rules();
        if (rules == null) return true;
        if (forbidden(rules)) return false;
        if (demandsNothing(rules)) return true;
        return (rules.near().length > 0 && holds(rules.near()))
                || (rules.before().length > 0 && follows(rules.before()))
                || (rules.after().length > 0 && precedes(rules.after()));
    }

    /// Whether only another term in the clause can still make the word mean its term.
    boolean awaitsTerm(Word word) {
        var rules = word.rules();
        return rules != null && rules.nearTerm() && !forbidden(rules);
    }

    boolean holdsTerm(List<TermMatch> matches) {
        var first = tokens.start(first());
        var last = tokens.end(last());
        var low = 0;
        var high = matches.size();
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (matches.get(middle).start() < first) low = middle + 1;
            else high = middle;
        }
        for (; low < matches.size() && matches.get(low).end() <= last; low++) {
            if (matches.get(low).term().kind().technical()) return true;
        }
        return false;
    }

    private static boolean demandsNothing(Word.Rules rules) {
        return rules.near().length + rules.before().length + rules.after().length == 0 && !rules.nearTerm();
    }

    private boolean forbidden(Word.Rules rules) {
        return follows(rules.notBefore()) || precedes(rules.notAfter()) || holds(rules.notNear());
    }

    private boolean follows(long[] words) {
        return to < tokens.size() && tokens.gap(to) < Tokens.ENDED && contains(words, tokens.hash(to));
    }

    private boolean precedes(long[] words) {
        return from > 0 && tokens.gap(from) < Tokens.ENDED && contains(words, tokens.hash(from - 1));
    }

    private boolean holds(long[] words) {
        if (words.length == 0) return false;
        for (var i = first(); i <= last(); i++) {
            if ((i < from || i >= to) && contains(words, tokens.hash(i))) return true;
        }
        return false;
    }

    private int first() {
        var first = from;
        while (first > 0 && from - first < REACH && tokens.gap(first) < Tokens.LINE) first--;
        return first;
    }

    private int last() {
        var last = to - 1;
        while (last + 1 < tokens.size() && last - to < REACH && tokens.gap(last + 1) < Tokens.LINE) last++;
        return last;
    }

    private static boolean contains(long[] words, long hash) {
        for (var word : words) {
            if (word == hash) return true;
        }
        return false;
    }
}
