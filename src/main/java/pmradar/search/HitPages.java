package pmradar.search;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// All that a search finds, page after page, up to a bound.
public final class HitPages implements Iterator<Results> {

    private static final int PAGE = 100;

    private final PostingSearch search;
    private final Criteria criteria;
    private int left;
    private boolean last;
    private @Nullable String cursor;

    /// @param most postings in all
    public HitPages(PostingSearch search, Criteria criteria, int most) {
        this.search = search;
        this.criteria = criteria;
        this.left = most;
    }

    @Override
    public boolean hasNext() {
        return !last && left > 0;
    }

    @Override
    public Results next() {
        if (!hasNext()) throw new NoSuchElementException();
        var page = search.search(criteria, Math.min(PAGE, left), cursor);
        left -= page.hits().size();
        cursor = page.next();
        last = cursor == null;
        return page;
    }
}
