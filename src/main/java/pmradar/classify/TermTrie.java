package pmradar.classify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/// Finds words of one or more tokens in one pass: a trie over token hashes, laid flat into one open-addressed table.
/// A look-up costs the same for two thousand words as for fifty thousand.
final class TermTrie {

    private static final int NOTHING = -1;
    private static final long SPREAD = 0xD6E8FEB86659FD93L;

    private final List<Term> terms;
    private final long[] keys;
    private final int[] next;
    private final Word[][] accepted;
    private final int mask;

    TermTrie(List<Term> terms, List<Word> words) {
        this.terms = terms;
        var edges = new HashMap<Long, Integer>();
        var ends = new ArrayList<List<Word>>();
        ends.add(new ArrayList<>());
        for (var word : words) {
            var state = 0;
            for (var token : word.tokens()) {
                var key = key(state, Tokens.hashOf(token));
                var known = edges.get(key);
                if (known == null) {
                    known = ends.size();
                    edges.put(key, known);
                    ends.add(new ArrayList<>());
                }
                state = known;
            }
            ends.get(state).add(word);
        }
        accepted = ends.stream().map(list -> ruledFirst(list)).toArray(Word[][]::new);
        mask = Integer.highestOneBit(Math.max(16, edges.size() * 2)) * 2 - 1;
        keys = new long[mask + 1];
        next = new int[mask + 1];
        Arrays.fill(next, NOTHING);
        edges.forEach(this::put);
    }

    /// A word whose rules hold says more than the same word without rules.
    private static Word[] ruledFirst(List<Word> words) {
        return words.stream()
                .sorted(Comparator.comparing(word -> word.rules() == null))
                .toArray(Word[]::new);
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
            i += depth == 0 ? found.compound(i) : found.longest(i, depth, states);
        }
        return found.matches();
    }

    private int descend(Tokens tokens, int from, int[] states) {
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

        /// `Javakenntnisse` names Java.
        private int compound(int token) {
            var end = Compounds.headEnd(tokens, token);
            if (end < 0) return 1;
            var state = step(0, Tokens.hashOf(tokens.text(), tokens.start(token), end));
            if (state == NOTHING) return 1;
            for (var word : accepted[state]) {
                if (word.exact() || word.rules() != null) continue;
                certain.add(new TermMatch(tokens.start(token), end, terms.get(word.term())));
                break;
            }
            return 1;
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
