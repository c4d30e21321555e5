package pmradar.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import pmradar.search.Suggestions.Kind;
import pmradar.search.Suggestions.Suggestion;

/// Names filed under each of their words, so that the beginning of any word leads to them.
final class SuggestTerms {

    private static final int MOST_WORDS = 6;
    private static final int MOST_LENGTH = 120;
    private static final int MOST_VISITED = 20_000;
    private static final char END = '\u0001';

    private SuggestTerms() {}

    /// What to file a name under.
    static List<String> of(Kind kind, String name) {
        var shown = name.strip().replace(END, ' ');
        if (shown.length() > MOST_LENGTH) return List.of();
        var words = Words.exactly(shown);
        var terms = new ArrayList<String>();
        for (int from = 0; from < Math.min(MOST_WORDS, words.size()); from++) {
            var rest = String.join(" ", words.subList(from, words.size()));
            terms.add(rest + END + kind.ordinal() + shown);
        }
        return terms;
    }

    static List<Suggestion> complete(IndexReader reader, String typed, int size) throws IOException {
        var words = Words.exactly(typed);
        var begin = String.join(" ", words);
        if (begin.length() < 2 || words.isEmpty()) return List.of();
        var terms = MultiTerms.getTerms(reader, LuceneFields.SUGGEST);
        if (terms == null) return List.of();
        Map<String, Suggestion> found = new LinkedHashMap<>();
        collect(terms.iterator(), new BytesRef(begin), found);
        return most(found.values(), size);
    }

    private static void collect(TermsEnum terms, BytesRef begin, Map<String, Suggestion> found) throws IOException {
        if (terms.seekCeil(begin) == TermsEnum.SeekStatus.END) return;
        int visited = 0;
        do {
            if (!StringHelper.startsWith(terms.term(), begin) || visited++ > MOST_VISITED) return;
            var filed = terms.term().utf8ToString();
            int end = filed.indexOf(END);
            var kind = Kind.values()[filed.charAt(end + 1) - '0'];
            var suggestion = new Suggestion(kind, filed.substring(end + 2), terms.docFreq());
            found.putIfAbsent(filed.substring(end + 1), suggestion);
        } while (terms.next() != null);
    }

    private static List<Suggestion> most(Collection<Suggestion> found, int size) {
        return found.stream()
                .sorted(Comparator.comparingLong(Suggestion::count)
                        .reversed()
                        .thenComparing(Suggestion::text)
                        .thenComparing(Suggestion::kind))
                .limit(size)
                .toList();
    }
}
