package pmradar.feed.type;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import pmradar.feed.FeedRequest;
import pmradar.feed.Listing;
import pmradar.feed.Page;
import pmradar.feed.Page.Pending;
import pmradar.feed.Page.Unreadable;

/// Gathers the listings of one answer. A bad one is set aside with its reason and never spoils the others; one that a
/// feed repeats for each of its places becomes one with all places.
final class Harvest {
    /// No board has as many open jobs; an answer with more is an attack or an archive.
    static final int MOST = 50_000;

    private final Map<String, Listing> listings = new LinkedHashMap<>();
    private final List<Unreadable> unreadable = new ArrayList<>();
    private final Map<String, FeedRequest> details = new LinkedHashMap<>();
    private int seen;
    private boolean broken;

    /// Reads each item. A reader answers null for what is not a listing to be shown (a prospect post, an unlisted job)
    /// and throws [UnreadableListing] for one that it cannot read.
    <T> Harvest each(Iterable<T> items, Function<T, @Nullable Listing> reader) {
        for (T item : items) {
            if (++seen > MOST) {
                breaksOff("The answer names more than %,d listings.".formatted(MOST));
                break;
            }
            one("listing " + seen, item, reader);
        }
        return this;
    }

    private <T> void one(String where, T item, Function<T, @Nullable Listing> reader) {
        try {
            Listing listing = reader.apply(item);
            if (listing == null) return;
            if (listing.title() == null) setAside(where + " (" + listing.externalId() + ")", "It has no title.");
            else listings.merge(listing.externalId(), listing, Harvest::together);
        } catch (UnreadableListing e) {
            setAside(where, e.getMessage());
        } catch (IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException e) {
            // Whatever a hostile value provokes in a reader stays with its own listing.
            setAside(where, "Its fields make no sense: " + e.getMessage());
        }
    }

    /// Says that the answer holds more than could be read.
    void breaksOff(String reason) {
        broken = true;
        setAside("the end of the answer", reason);
    }

    void setAside(String where, @Nullable String reason) {
        unreadable.add(new Unreadable(where, reason == null ? "It cannot be read." : reason));
    }

    /// Says where the rest of a listing stands.
    void detail(String externalId, FeedRequest request) {
        details.putIfAbsent(externalId, request);
    }

    boolean isEmpty() {
        return listings.isEmpty();
    }

    /// The page as gathered. An answer that breaks off names not all open jobs, nor does one of which much cannot be
    /// read;
    /// a single bad listing must not keep all others of its feed open for ever.
    Page page(@Nullable FeedRequest next, boolean complete) {
        List<Pending> pending = new ArrayList<>();
        List<Listing> ready = new ArrayList<>();
        for (Listing listing : listings.values()) {
            FeedRequest detail = details.get(listing.externalId());
            if (detail == null) ready.add(listing);
            else pending.add(new Pending(listing, detail));
        }
        return new Page(
                ready, unreadable, pending, next, complete && !broken && unreadable.size() * 20 <= listings.size());
    }

    Page whole() {
        return page(null, true);
    }

    Page window() {
        return page(null, false);
    }

    private static Listing together(Listing one, Listing other) {
        var where = new Listing.Where(
                union(one.where().locations(), other.where().locations()),
                one.where().workplace() == null
                        ? other.where().workplace()
                        : one.where().workplace(),
                union(one.where().eligible(), other.where().eligible()));
        return new Listing(
                one.externalId(), one.title(), one.company(), where, one.links(), one.dates(), one.body(), one.terms());
    }

    private static List<String> union(List<String> one, List<String> other) {
        Set<String> all = new LinkedHashSet<>(one);
        all.addAll(other);
        return List.copyOf(all);
    }
}
