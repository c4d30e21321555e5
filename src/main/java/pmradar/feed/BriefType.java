package pmradar.feed;

import java.util.ArrayList;
import java.util.List;

/// A feed type of which only the beginning is read: the first page that holds listings, and the rest of a few of them.
final class BriefType implements FeedType {
    private final FeedType whole;
    private final int details;
    private int bare;
    private boolean more;

    BriefType(FeedType whole, int details) {
        this.whole = whole;
        this.details = details;
    }

    /// How many listings were left of which no more than an address is known.
    int bare() {
        return bare;
    }

    boolean more() {
        return more;
    }

    @Override
    public String name() {
        return whole.name();
    }

    @Override
    public FeedRequest first(Feed feed) {
        return whole.first(feed);
    }

    @Override
    public Page parse(Feed feed, Answer answer) {
        var page = whole.parse(feed, answer);
        var listings = new ArrayList<>(page.listings());
        var followed =
                page.pending().subList(0, Math.min(details, page.pending().size()));
        for (var left : page.pending().subList(followed.size(), page.pending().size())) {
            if (left.stub().title() == null) bare++;
            else listings.add(left.stub());
        }
        var enough = !listings.isEmpty() || !page.pending().isEmpty();
        more |= enough && page.next() != null;
        return new Page(listings, page.unreadable(), followed, enough ? null : page.next(), false);
    }

    @Override
    public Page follow(Feed feed, Page.Pending pending, Answer answer) {
        var page = whole.follow(feed, pending, answer);
        return new Page(page.listings(), page.unreadable(), List.of(), null, false);
    }
}
