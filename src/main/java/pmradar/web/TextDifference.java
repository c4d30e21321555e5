package pmradar.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What changed between two texts, word by word. Bounded: texts that share too little are shown as one taken out and
/// one put in, and long stretches that stayed are cut in the middle.
/// Source: Myers, "An O(ND) difference algorithm and its variations" (1986).
final class TextDifference {
    private static final Pattern WORD = Pattern.compile("\\s*\\S+");
    private static final int MAX_WORDS = 8_000;
    /// Words taken out and put in; the work grows with its square.
    private static final int MAX_EDITS = 1_200;
    /// Words of what stayed that are shown on each side of a change.
    private static final int CONTEXT = 12;

    /// @param kind `kept`, `del`, `ins` or, for what is not shown, `cut`
    record Piece(String kind, String text) {}

    private final String[] before;
    private final String[] after;
    private final List<Piece> pieces = new ArrayList<>();

    private TextDifference(String[] before, String[] after) {
        this.before = before;
        this.after = after;
    }

    static List<Piece> of(String before, String after) {
        var difference = new TextDifference(words(before), words(after));
        difference.find();
        var shown = shortened(difference.pieces);
        if (!shown.isEmpty()) {
            var first = shown.getFirst();
            shown.set(0, new Piece(first.kind, first.text.stripLeading()));
        }
        return shown;
    }

    private static String[] words(String text) {
        return WORD.matcher(" " + text.strip())
                .results()
                .limit(MAX_WORDS)
                .map(match -> match.group())
                .toArray(String[]::new);
    }

    private static boolean same(String one, String other) {
        return one.strip().equals(other.strip());
    }

    private void find() {
        int start = 0;
        int most = Math.min(before.length, after.length);
        while (start < most && same(before[start], after[start])) start++;
        int end = 0;
        while (end < most - start && same(before[before.length - 1 - end], after[after.length - 1 - end])) end++;
        add("kept", after, 0, start);
        middle(start, before.length - end, after.length - end);
        add("kept", after, after.length - end, after.length);
    }

    private void middle(int start, int beforeEnd, int afterEnd) {
        var steps = steps(start, beforeEnd, afterEnd);
        if (steps == null) {
            add("del", before, start, beforeEnd);
            add("ins", after, start, afterEnd);
            return;
        }
        for (var step : steps) {
            switch (step.kind) {
                case "del" -> add("del", before, step.from, step.from + 1);
                case "ins" -> add("ins", after, step.from, step.from + 1);
                default -> add("kept", after, step.from, step.from + 1);
            }
        }
    }

    /// @param from where in the text before, for `del`, or else in the text after
    private record Step(String kind, int from) {}

    /// @return null when there are too many edits
    private @Nullable List<Step> steps(int start, int beforeEnd, int afterEnd) {
        int n = beforeEnd - start;
        int m = afterEnd - start;
        int limit = Math.min(MAX_EDITS, n + m);
        var reached = new int[2 * limit + 3];
        int zero = limit + 1;
        var trace = new ArrayList<int[]>();
        for (int edits = 0; edits <= limit; edits++) {
            trace.add(Arrays.copyOfRange(reached, zero - edits - 1, zero + edits + 2));
            for (int k = -edits; k <= edits; k += 2) {
                boolean down = k == -edits || k != edits && reached[zero + k - 1] < reached[zero + k + 1];
                int x = down ? reached[zero + k + 1] : reached[zero + k - 1] + 1;
                while (x < n && x - k < m && x - k >= 0 && same(before[start + x], after[start + x - k])) x++;
                reached[zero + k] = x;
                if (x >= n && x - k >= m) return back(trace, n, m, start);
            }
        }
        return null;
    }

    private static List<Step> back(List<int[]> trace, int n, int m, int start) {
        var steps = new ArrayList<Step>();
        int x = n;
        int y = m;
        for (int edits = trace.size() - 1; edits >= 0; edits--) {
            var reached = trace.get(edits);
            int zero = edits + 1;
            int k = x - y;
            boolean down = k == -edits || k != edits && reached[zero + k - 1] < reached[zero + k + 1];
            int fromK = down ? k + 1 : k - 1;
            int fromX = edits == 0 ? 0 : reached[zero + fromK];
            int fromY = edits == 0 ? 0 : fromX - fromK;
            while (x > fromX && y > fromY) {
                x--;
                y--;
                steps.add(new Step("kept", start + y));
            }
            if (edits == 0) break;
            if (down) steps.add(new Step("ins", start + fromY));
            else steps.add(new Step("del", start + fromX));
            x = fromX;
            y = fromY;
        }
        Collections.reverse(steps);
        return steps;
    }

    /// Joins with the piece before, where that is of the kind.
    private void add(String kind, String[] words, int from, int to) {
        if (from >= to) return;
        var text = String.join("", Arrays.asList(words).subList(from, to));
        if (!pieces.isEmpty() && pieces.getLast().kind.equals(kind)) {
            text = pieces.removeLast().text + text;
        }
        pieces.add(new Piece(kind, text));
    }

    private static List<Piece> shortened(List<Piece> pieces) {
        var shown = new ArrayList<Piece>();
        for (int i = 0; i < pieces.size(); i++) {
            var piece = pieces.get(i);
            var words = words(piece.text);
            if (!piece.kind.equals("kept") || words.length <= 2 * CONTEXT + 4) shown.add(piece);
            else cut(words, i > 0, i < pieces.size() - 1, shown);
        }
        return shown;
    }

    private static void cut(String[] words, boolean after, boolean before, List<Piece> shown) {
        var all = Arrays.asList(words);
        if (after) shown.add(new Piece("kept", String.join("", all.subList(0, CONTEXT))));
        shown.add(new Piece("cut", "…"));
        if (before) shown.add(new Piece("kept", String.join("", all.subList(all.size() - CONTEXT, all.size()))));
    }
}
