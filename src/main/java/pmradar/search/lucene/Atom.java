package pmradar.search.lucene;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.PhraseQuery;

/// What a posting has or has not: the smallest thing that a query asks for.
sealed interface Atom {

    String field();

    /// A term of the posting.
    record Has(Term term) implements Atom {
        @Override
        public String field() {
            return term.field();
        }
    }

    /// Terms of the posting that stand beside each other.
    record Runs(PhraseQuery phrase) implements Atom {
        @Override
        public String field() {
            return phrase.getField();
        }
    }

    /// Some term of the posting that begins so.
    record Begins(Term beginning) implements Atom {
        @Override
        public String field() {
            return beginning.field();
        }
    }

    /// A number of the posting from one value to another, both included.
    record Within(String field, long from, long to) implements Atom {}
}
