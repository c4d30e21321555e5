package pmradar.web;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pmradar.classify.Evidence;

/// A posting's text cut into blocks for the page, with the counted clauses marked where they stand.
///
/// Only offsets and plain text go in and out; the page escapes every piece.
record MarkedText(List<Block> blocks) {

    /// @param kind what the lines are together: `heading`, `paragraph` or `list`
    record Block(String kind, List<Line> lines) {}

    record Line(List<Piece> pieces) {}

    /// @param mark which of the counted clauses this piece belongs to, the strongest where several overlap; null for
    /// none
    /// @param starts numbers of the clauses that begin here, so that the arithmetic can point to them
    record Piece(String text, @Nullable Mark mark, List<Integer> starts) {}

    /// @param number position among the evidence, from 1
    record Mark(int number, String strength, String words) {}

    private static final Pattern BULLET = Pattern.compile("^\\s*(?:[•●▪◦‣∙·*–—-]|o(?=\\s{2,}))\\s+");
    private static final Pattern ENDED = Pattern.compile("[.!?;,…]$");
    private static final int HEADING_AT_MOST = 60;

    static MarkedText of(String text, List<Evidence> evidence) {
        var blocks = new ArrayList<Block>();
        var kindBefore = "";
        var blank = true;
        int start = 0;
        while (start <= text.length()) {
            int end = text.indexOf('\n', start);
            if (end < 0) end = text.length();
            var line = text.substring(start, end);
            if (line.isBlank()) {
                blank = true;
            } else {
                var kind = kind(line, blank, more(text, end));
                var from = start + (kind.equals("list") ? bulletLength(line) : 0);
                var cut = new Line(pieces(text, start, from, end, evidence));
                if (!blank && kind.equals(kindBefore) || kind.equals("list") && kindBefore.equals("list")) {
                    blocks.getLast().lines().add(cut);
                } else {
                    blocks.add(new Block(kind, new ArrayList<>(List.of(cut))));
                }
                kindBefore = kind;
                blank = false;
            }
            start = end + 1;
        }
        return new MarkedText(blocks);
    }

    private static int bulletLength(String line) {
        var bullet = BULLET.matcher(line);
        return bullet.find() ? bullet.end() : 0;
    }

    /// Whether anything but white space follows.
    private static boolean more(String text, int end) {
        for (int i = end; i < text.length(); i++) {
            if (!Character.isWhitespace(text.charAt(i))) return true;
        }
        return false;
    }

    /// A heading is a short line that stands apart or ends in a colon, and is followed by something.
    private static String kind(String line, boolean apart, boolean more) {
        if (bulletLength(line) > 0) return "list";
        var bare = line.strip();
        if (bare.length() > HEADING_AT_MOST || !more) return "paragraph";
        if (bare.endsWith(":")) return "heading";
        boolean open = !ENDED.matcher(bare).find();
        return apart && open && Character.isUpperCase(bare.codePointAt(0)) && !bare.contains(": ")
                ? "heading"
                : "paragraph";
    }

    private static List<Piece> pieces(String text, int lineStart, int from, int to, List<Evidence> evidence) {
        var cuts = new TreeSet<>(List.of(from, to));
        for (var unit : evidence) {
            if (unit.start() > from && unit.start() < to) cuts.add(unit.start());
            if (unit.end() > from && unit.end() < to) cuts.add(unit.end());
        }
        var found = new ArrayList<Piece>();
        int start = from;
        for (int end : cuts.tailSet(from, false)) {
            found.add(piece(text, start, end, start == from ? lineStart : start, evidence));
            start = end;
        }
        return found;
    }

    private static Piece piece(String text, int start, int end, int since, List<Evidence> evidence) {
        Mark mark = null;
        var strongest = Evidence.Strength.W;
        var starts = new ArrayList<Integer>();
        for (int i = 0; i < evidence.size(); i++) {
            var unit = evidence.get(i);
            if (unit.start() > start || unit.end() <= start) continue;
            if (unit.start() >= since) starts.add(i + 1);
            if (mark == null || unit.strength().compareTo(strongest) < 0) {
                mark = new Mark(i + 1, Wording.tag(unit.strength()), words(unit));
                strongest = unit.strength();
            }
        }
        return new Piece(text.substring(start, end), mark, starts);
    }

    static String words(Evidence unit) {
        var points = unit.points() == 1 ? "1 point" : unit.points() + " points";
        return "%s, %s, %s".formatted(strength(unit), Wording.tag(unit.necessity()), points);
    }

    static String strength(Evidence unit) {
        return switch (unit.strength()) {
            case S -> "strong";
            case M -> "medium";
            case W -> "weak";
        };
    }
}
