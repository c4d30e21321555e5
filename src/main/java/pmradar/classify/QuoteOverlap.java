package pmradar.classify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Pairs the units of the readers with those of the classifier by the words they quote.
///
/// Two quotations pair when they share at least half of the shorter one, white space not counted; each is used once,
/// largest share first.
final class QuoteOverlap {

    /// @param gold @param found indices into both lists
    record Pair(int gold, int found) {}

    private record Span(int start, int end) {
        int shared(Span other) {
            return Math.max(0, Math.min(end, other.end) - Math.max(start, other.start));
        }

        int length() {
            return end - start;
        }
    }

    private record Candidate(Pair pair, int shared) {}

    /// Where in `bare` the n-th character of the text went.
    private final int[] places;

    private final String bare;

    QuoteOverlap(String text) {
        places = new int[text.length() + 1];
        var dense = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            places[i] = dense.length();
            if (!blank(text.charAt(i))) dense.append(text.charAt(i));
        }
        places[text.length()] = dense.length();
        bare = dense.toString();
    }

    List<Pair> pairs(List<GoldPosting.Unit> gold, List<Evidence> found) {
        var candidates = new ArrayList<Candidate>();
        for (int g = 0; g < gold.size(); g++) {
            var expected = span(gold.get(g).quote());
            for (int f = 0; f < found.size(); f++) {
                var actual = new Span(
                        places[found.get(f).start()], places[found.get(f).end()]);
                int shared = expected.shared(actual);
                int shorter = Math.min(expected.length(), actual.length());
                if (shared > 0 && 2 * shared >= shorter) candidates.add(new Candidate(new Pair(g, f), shared));
            }
        }
        return oneToOne(candidates, gold.size(), found.size());
    }

    private static List<Pair> oneToOne(List<Candidate> candidates, int golds, int founds) {
        var goldUsed = new boolean[golds];
        var foundUsed = new boolean[founds];
        var pairs = new ArrayList<Pair>();
        candidates.sort(Comparator.comparingInt(Candidate::shared).reversed());
        for (var candidate : candidates) {
            var pair = candidate.pair();
            if (goldUsed[pair.gold()] || foundUsed[pair.found()]) continue;
            goldUsed[pair.gold()] = true;
            foundUsed[pair.found()] = true;
            pairs.add(pair);
        }
        return pairs;
    }

    private Span span(String quote) {
        var dense = new StringBuilder(quote.length());
        quote.chars().filter(c -> !blank((char) c)).forEach(c -> dense.append((char) c));
        int at = bare.indexOf(dense.toString());
        return at < 0 ? new Span(0, 0) : new Span(at, at + dense.length());
    }

    private static boolean blank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
