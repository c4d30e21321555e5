package pmradar.web;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pmradar.classify.Taxonomy;
import pmradar.classify.TaxonomyComparison;
import pmradar.classify.TaxonomyComparison.Sample;
import pmradar.posting.Postings;
import pmradar.search.Criteria;
import pmradar.search.PostingSearch;
import pmradar.search.Results;

/// Judges the newest open postings with two taxonomies, within bounds of number and time, one trial after the other.
@Component
class TermTrial {

    static final int MOST = 2000;
    static final int SECONDS = 10;
    private static final int PAGE = 100;

    private final PostingSearch search;
    private final Postings postings;
    private final Semaphore turn = new Semaphore(1);

    TermTrial(PostingSearch search, Postings postings) {
        this.search = search;
        this.postings = postings;
    }

    TaxonomyComparison run(Taxonomy before, Taxonomy after) {
        if (!turn.tryAcquire()) throw new BadRequest("Another trial is going on. Try again in a moment.");
        try {
            return TaxonomyComparison.of(
                    before, after, () -> new Newest(System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS)));
        } finally {
            turn.release();
        }
    }

    private final class Newest implements Iterator<Sample> {
        private final ArrayDeque<Sample> page = new ArrayDeque<>();
        private final long end;
        private int given;
        private boolean last;
        private @Nullable String cursor;

        /// @param end in nanoseconds, after which nothing more is given
        Newest(long end) {
            this.end = end;
        }

        @Override
        public boolean hasNext() {
            if (given >= MOST || System.nanoTime() - end > 0) return false;
            if (page.isEmpty() && !last) turn();
            return !page.isEmpty();
        }

        private void turn() {
            var found = search.search(Criteria.ALL, PAGE, cursor);
            cursor = found.next();
            last = cursor == null;
            for (var posting :
                    postings.find(found.hits().stream().map(Results.Hit::id).toList())) {
                page.add(new Sample(posting.id().toString(), posting.title(), posting.text()));
            }
        }

        @Override
        public Sample next() {
            if (page.isEmpty()) throw new NoSuchElementException();
            given++;
            return page.remove();
        }
    }
}
