package pmradar.search.lucene;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdStream;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;

/// Documents of one segment that are found, as bits.
///
/// @param bits deleted documents are never among them @param count how many
record Matched(FixedBitSet bits, int count) {

    private static final int AT_ONCE = 4096;

    @FunctionalInterface
    interface Documents {
        void take(int[] docs, int length) throws IOException;
    }

    static Matched of(FixedBitSet bits) {
        return new Matched(bits, bits.cardinality());
    }

    /// What a query finds, deleted or not.
    static FixedBitSet by(Weight weight, LeafReaderContext leaf) throws IOException {
        int most = leaf.reader().maxDoc();
        var bits = new FixedBitSet(most);
        var scorer = weight.bulkScorer(leaf);
        if (scorer != null) scorer.score(new Gathering(bits), null, 0, most);
        return bits;
    }

    /// Whether there are fewer documents that are not found.
    boolean most() {
        return count > bits.length() / 2;
    }

    /// The found ones, or, where those are most, the others.
    void fewer(Documents documents) throws IOException {
        var words = bits.getBits();
        boolean others = most();
        var docs = new int[AT_ONCE + Long.SIZE];
        int length = 0;
        int last = FixedBitSet.bits2words(bits.length()) - 1;
        for (int i = 0; i <= last; i++) {
            long word = others ? ~words[i] : words[i];
            if (others && i == last && (bits.length() & 63) != 0) word &= (1L << bits.length()) - 1;
            for (; word != 0; word &= word - 1) docs[length++] = (i << 6) + Long.numberOfTrailingZeros(word);
            if (length >= AT_ONCE || i == last) {
                documents.take(docs, length);
                length = 0;
            }
        }
    }

    /// How many of them are found before this document.
    int before(int doc) {
        var words = bits.getBits();
        int sum = 0;
        for (int i = 0; i < doc >> 6; i++) sum += Long.bitCount(words[i]);
        return (doc & 63) == 0 ? sum : sum + Long.bitCount(words[doc >> 6] & ((1L << doc) - 1));
    }

    private record Gathering(FixedBitSet bits) implements LeafCollector {
        @Override
        public void setScorer(Scorable scorer) {}

        @Override
        public void collect(int doc) {
            bits.set(doc);
        }

        @Override
        public void collect(DocIdStream stream) throws IOException {
            stream.forEach(bits::set);
        }

        @Override
        public void collectRange(int min, int max) {
            bits.set(min, max);
        }
    }
}
