package pmradar.classify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds words of one or more tokens in one pass: a trie over token hashes, laid flat into one open-addressed table.
/// A look-up costs the same for two thousand words as for fifty thousand.
final class TermTrie {

    private static final int NOTHING = -1;
    private static final long SPREAD = 0xD6E8FEB86659FD93L;

    private static final Word[] NONE = {};

    private final List<Term> terms;
    private final Word[][] accepted;
    private long[] keys;
    private int[] next;
    private int mask;
    private int states = 1;

    /// Which words can begin a phrase, by some bits of their hash. Most words of a text begin none, and this fits into
    /// the nearest cache whatever the number of phrases.
    private final long[] beginnings = new long[1 << 13];

    TermTrie(List<Term> terms, List<Word> words) {
        this.terms = terms;
        var tokens = 0;
        for (var word : words) tokens += word.tokens().size();
        keys = new long[0];
        next = new int[0];
        resize(tokens);
        var ends = new Word[tokens + 1][];
        for (var word : words) {
            var state = 0;
            begins(Tokens.hashOf(word.tokens().getFirst()));
            for (var token : word.tokens()) state = stepOrGrow(state, Tokens.hashOf(token));
            ends[state] = joined(ends[state], word);
        }
        accepted = Arrays.copyOf(ends, states);
        for (var i = 0; i < states; i++) if (ends[i] == null) accepted[i] = NONE;
        resize(states);
    }

    /// A word whose rules hold says more than the same word without rules, so those come first.
    private static Word[] joined(Word @Nullable [] words, Word word) {
        if (words == null) return new Word[] {word};
        var joined = Arrays.copyOf(words, words.length + 1);
        joined[words.length] = word;
        Arrays.sort(joined, Comparator.comparing(each -> each.rules() == null));
        return joined;
    }

    private void begins(long hash) {
        beginnings[(int) (hash >>> 51)] |= 1L << (hash >>> 45);
    }

    private boolean mayBegin(long hash) {
        return (beginnings[(int) (hash >>> 51)] & 1L << (hash >>> 45)) != 0;
    }

    private int stepOrGrow(int state, long hash) {
        var known = step(state, hash);
        if (known != NOTHING) return known;
        put(key(state, hash), states);
        return states++;
    }

    /// Makes room for so many edges, at most half full.
    private void resize(int edges) {
        var oldKeys = keys;
        var oldNext = next;
        mask = Integer.highestOneBit(Math.max(16, edges)) * 4 - 1;
        keys = new long[mask + 1];
        next = new int[mask + 1];
        Arrays.fill(next, NOTHING);
        for (var i = 0; i < oldNext.length; i++) if (oldNext[i] != NOTHING) put(oldKeys[i], oldNext[i]);
    }

    private void put(long key, int state) {
        var slot = (int) key & mask;
        while (next[slot] != NOTHING) slot = (slot + 1) & mask;
        keys[slot] = key;
        next[slot] = state;
    }

    private static long key(int state, long hash) {
        var key = hash ^ (state * SPREAD);
        return key ^ (key >>> 31);
    }

    private int step(int state, long hash) {
        var key = key(state, hash);
        for (var slot = (int) key & mask; next[slot] != NOTHING; slot = (slot + 1) & mask) {
            if (keys[slot] == key) return next[slot];
        }
        return NOTHING;
    }

    /// The matches from left to right, the longest first where several begin together; none overlap.
    List<TermMatch> find(Tokens tokens) {
        var found = new Findings(tokens);
        var states = new int[Word.MAX_TOKENS];
        for (var i = 0; i < tokens.size(); ) {
            var depth = descend(tokens, i, states);
            var used = found.compound(i, depth, depth == 0 ? 0 : states[depth - 1]);
            i += used > 0 ? used : found.longest(i, depth, states);
        }
        return found.matches();
    }

    private int descend(Tokens tokens, int from, int[] states) {
        if (!mayBegin(tokens.hash(from))) return 0;
        var state = 0;
        var depth = 0;
        var limit = Math.min(Word.MAX_TOKENS, tokens.size() - from);
        while (depth < limit && (depth == 0 || tokens.gap(from + depth) <= Tokens.SPACED)) {
            state = step(state, tokens.hash(from + depth));
            if (state == NOTHING) break;
            states[depth++] = state;
        }
        return depth;
    }

    /// What one text has shown so far; words that need another term beside them wait until all others are known.
    private final class Findings {
        private final Tokens tokens;
        private final List<TermMatch> certain = new ArrayList<>();
        private final List<Waiting> waiting = new ArrayList<>();

        private Findings(Tokens tokens) {
            this.tokens = tokens;
        }

        private record Waiting(int from, int to, Word word) {}

        /// @return how many tokens were used up
        private int longest(int from, int depth, int[] states) {
            for (var length = depth; length > 0; length--) {
                if (takes(from, from + length, accepted[states[length - 1]])) return length;
            }
            return 1;
        }

        private boolean takes(int from, int to, Word[] candidates) {
            if (candidates.length == 0) return false;
            var clause = new Neighbourhood(tokens, from, to);
            for (var word : candidates) {
                if (!clause.written(word) || !clause.allows(word)) continue;
                add(from, to, word);
                return true;
            }
            for (var word : candidates) {
                if (!clause.written(word) || !clause.awaitsTerm(word)) continue;
                waiting.add(new Waiting(from, to, word));
                return true;
            }
            return false;
        }

        private void add(int from, int to, Word word) {
            certain.add(new TermMatch(tokens.start(from), tokens.end(to - 1), terms.get(word.term())));
        }

        /// `Javakenntnisse` names Java, `IT-Sicherheitslösungen` names IT-Sicherheit.
        ///
        /// @return how many tokens were used up, 0 when there is no such word
        private int compound(int from, int depth, int state) {
            var token = from + depth;
            if (depth == Word.MAX_TOKENS || token >= tokens.size()) return 0;
            if (depth > 0 && tokens.gap(token) > Tokens.SPACED) return 0;
            var end = Compounds.headEnd(tokens, token);
            if (end < 0) return 0;
            var head = head(state, tokens.start(token), end);
            if (head == null) return 0;
            certain.add(new TermMatch(tokens.start(from), end, terms.get(head.term())));
            return depth + 1;
        }

        private @Nullable Word head(int state, int start, int end) {
            var next = step(state, Tokens.hashOf(tokens.text(), start, end));
            if (next == NOTHING && tokens.text().charAt(end - 1) == 's') {
                next = step(state, Tokens.hashOf(tokens.text(), start, end - 1));
            }
            if (next == NOTHING) return null;
            for (var word : accepted[next]) {
                if (!word.exact() && word.rules() == null) return word;
            }
            return null;
        }

        private List<TermMatch> matches() {
            if (waiting.isEmpty()) return certain;
            var all = new ArrayList<>(certain);
            for (var held : waiting) {
                var clause = new Neighbourhood(tokens, held.from(), held.to());
                if (!clause.holdsTerm(certain)) continue;
                all.add(new TermMatch(
                        tokens.start(held.from()),
                        tokens.end(held.to() - 1),
                        terms.get(held.word().term())));
            }
            all.sort(Comparator.comparingInt(TermMatch::start));
            return all;
        }
    }
}
