package pmradar.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FuzzyTermsEnum;
import pmradar.search.Spelling;

/// Writes in a query, in place of words that occur nowhere, the nearest that do.
final class NearestWords {

    private static final int MOST_CORRECTED = 12;

    private NearestWords() {}

    /// @return the same when all words occur, or none is near
    static String corrected(IndexReader reader, String query) {
        var left = new AtomicInteger(MOST_CORRECTED);
        return Spelling.of(query, word -> left.getAndDecrement() > 0 ? known(reader, word) : word);
    }

    private static String known(IndexReader reader, String typed) {
        var words = Words.exactly(typed);
        if (words.size() != 1 || words.getFirst().length() < 4) return typed;
        try {
            var term = new Term(LuceneFields.EXACT, words.getFirst());
            return reader.docFreq(term) > 0 ? typed : nearest(reader, term, typed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The first letter is rarely wrong; of those equally near, the most frequent is meant.
    private static String nearest(IndexReader reader, Term term, String typed) throws IOException {
        var terms = MultiTerms.getTerms(reader, term.field());
        if (terms == null) return typed;
        int edits = term.text().length() < 6 ? 1 : 2;
        var near = new FuzzyTermsEnum(terms, term, edits, 1, true);
        var best = typed;
        double most = 0;
        for (var found = near.next(); found != null; found = near.next()) {
            double weight = near.getBoost() * 1000 + Math.log1p(near.docFreq());
            if (weight <= most) continue;
            most = weight;
            best = found.utf8ToString();
        }
        return best;
    }
}
