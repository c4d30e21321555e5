package pmradar.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.search.IndexSearcher;
import pmradar.search.Clause;
import pmradar.search.lucene.WordStream.Language;

/// Cuts pieces from a body that show why it was found.
final class Snippets {

    private static final int MOST_PIECES = 3;
    private static final int MOST_TEXT = 40_000;
    private static final int AROUND = 80;
    private static final char BEGIN = '\uE000';
    private static final char END = '\uE001';

    private record Mark(int start, int end) {}

    private final IndexSearcher view;
    private final Set<String> stems = new HashSet<>();
    private final Set<String> exact = new HashSet<>();
    private final List<List<String>> phrases = new ArrayList<>();
    private final List<String> prefixes = new ArrayList<>();
    private final boolean[] firsts = new boolean[128];
    private final Map<Language, Map<String, Boolean>> known = new EnumMap<>(Language.class);

    Snippets(IndexSearcher view, Clause clause) {
        this.view = view;
        collect(clause);
    }

    List<String> of(int doc) throws IOException {
        if (stems.isEmpty() && exact.isEmpty() && phrases.isEmpty() && prefixes.isEmpty()) return List.of();
        var stored = view.storedFields().document(doc, Set.of(LuceneFields.TEXT, LuceneFields.TEXT_LANGUAGE));
        var text = stored.get(LuceneFields.TEXT);
        if (text == null) return List.of();
        var language = stored.get(LuceneFields.TEXT_LANGUAGE);
        var head = text.length() > MOST_TEXT ? text.substring(0, MOST_TEXT) : text;
        return pieces(head, marks(head, Language.of(language == null ? "" : language)));
    }

    private void collect(Clause clause) {
        switch (clause) {
            case Clause.Word(var in, var text) when in == Clause.In.ANYWHERE -> word(Words.exactly(text));
            case Clause.Phrase(var in, var text) when in == Clause.In.ANYWHERE -> phrase(Words.exactly(text));
            case Clause.Prefix(var in, var text) when in == Clause.In.ANYWHERE -> prefix(Words.exactly(text));
            case Clause.And(var all) -> all.forEach(this::collect);
            case Clause.Or(var any) -> any.forEach(this::collect);
            case Clause.All _,
                    Clause.Word _,
                    Clause.Phrase _,
                    Clause.Prefix _,
                    Clause.Range _,
                    Clause.Value _,
                    Clause.Not _ -> {}
        }
    }

    private void word(List<String> words) {
        if (words.size() == 1) {
            stems.addAll(LuceneQueries.stems(words.getFirst()));
            begins(words.getFirst());
        } else phrase(words);
    }

    private void phrase(List<String> words) {
        if (words.size() == 1) {
            exact.add(words.getFirst());
            begins(words.getFirst());
        } else if (!words.isEmpty()) phrases.add(words);
    }

    private void prefix(List<String> words) {
        if (words.isEmpty()) return;
        prefixes.add(words.getLast());
        begins(words.getLast());
    }

    private void begins(String word) {
        if (word.charAt(0) < firsts.length) firsts[word.charAt(0)] = true;
    }

    private List<Mark> marks(String text, Language language) {
        var marks = new ArrayList<Mark>();
        var words = new Words(text);
        var read = new ArrayList<String>();
        var places = new ArrayList<Mark>();
        while (words.next()) {
            if (phrases.isEmpty() && !maybe(words.buffer()[0])) continue;
            var word = words.toString();
            var place = new Mark(words.start(), words.end());
            if (sought(word, language)) marks.add(place);
            if (words.beside()) continue;
            read.add(word);
            places.add(place);
        }
        for (var phrase : phrases) phraseMarks(phrase, read, places, marks);
        marks.sort(Comparator.comparingInt(Mark::start).thenComparing(Mark::end, Comparator.reverseOrder()));
        return apart(marks);
    }

    /// Whether a word that begins so may be sought; no stemming changes the first letter.
    private boolean maybe(char first) {
        return first >= firsts.length || firsts[first];
    }

    private boolean sought(String word, Language language) {
        if (!maybe(word.charAt(0))) return false;
        return known.computeIfAbsent(language, _ -> new HashMap<>())
                .computeIfAbsent(
                        word,
                        _ -> exact.contains(word)
                                || prefixes.stream().anyMatch(word::startsWith)
                                || !stems.isEmpty() && stems.contains(LuceneQueries.stem(word, language)));
    }

    private static List<Mark> apart(List<Mark> marks) {
        var apart = new ArrayList<Mark>();
        for (var mark : marks)
            if (apart.isEmpty() || mark.start() >= apart.getLast().end()) apart.add(mark);
        return apart;
    }

    private static void phraseMarks(List<String> phrase, List<String> read, List<Mark> places, List<Mark> marks) {
        for (int i = 0; i + phrase.size() <= read.size(); i++) {
            if (!read.get(i).equals(phrase.getFirst())) continue;
            int last = i + phrase.size() - 1;
            if (read.subList(i, last + 1).equals(phrase))
                marks.add(new Mark(places.get(i).start(), places.get(last).end()));
        }
    }

    private static List<String> pieces(String text, List<Mark> marks) {
        var pieces = new ArrayList<String>();
        int at = 0;
        while (at < marks.size() && pieces.size() < MOST_PIECES) {
            int from = edge(text, marks.get(at).start() - AROUND, -1);
            int reach = marks.get(at).end() + AROUND;
            int next = at;
            while (next < marks.size() && marks.get(next).end() <= reach) next++;
            if (next == at) next++;
            int to = edge(text, Math.max(reach, marks.get(next - 1).end()), 1);
            pieces.add(marked(text, from, to, marks.subList(at, next)));
            at = next;
        }
        return pieces;
    }

    /// The nearest gap between words, not far away.
    private static int edge(String text, int at, int step) {
        if (at <= 0) return 0;
        if (at >= text.length()) return text.length();
        int edge = at;
        for (int i = 0; i < 20 && edge > 0 && edge < text.length(); i++, edge += step) {
            if (Character.isWhitespace(text.charAt(edge))) return edge;
        }
        boolean torn = Character.isLowSurrogate(text.charAt(at));
        return torn ? at + 1 : at;
    }

    private static String marked(String text, int from, int to, List<Mark> marks) {
        var piece = new StringBuilder(from > 0 ? "…" : "");
        int at = from;
        for (var mark : marks) {
            piece.append(clean(text, at, mark.start())).append(BEGIN);
            piece.append(clean(text, mark.start(), mark.end())).append(END);
            at = mark.end();
        }
        piece.append(clean(text, at, to));
        return piece.append(to < text.length() ? "…" : "").toString();
    }

    /// On one line, and without marks that are not ours.
    private static String clean(String text, int from, int to) {
        return text.substring(Math.min(from, to), to)
                .replace(BEGIN, ' ')
                .replace(END, ' ')
                .replaceAll("\\s+", " ");
    }
}
