package pmradar.pursuit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pmradar.posting.Posting;
import pmradar.posting.PostingId;
import pmradar.posting.RoleMark;

/// What is kept of a posting: enough to read it when it is gone, and to find it under another number.
record Copied(
        @Nullable PostingId posting,
        String title,
        @Nullable String employer,
        @Nullable String link,
        RoleMark mark,
        List<Listing> listings) {

    /// A listing by what its feed calls it.
    record Listing(String feed, String id) {}

    private static final int MOST_LISTINGS = 50;

    Copied {
        title = cut(title, 500);
        employer = employer == null ? null : cut(employer, 300);
        link = link == null || link.length() > 2000 ? null : link;
        listings = listings.stream()
                .filter(one -> one.feed().length() <= 200 && one.id().length() <= 500)
                .distinct()
                .limit(MOST_LISTINGS)
                .toList();
    }

    static Copied of(Posting posting) {
        return new Copied(
                posting.id(),
                posting.title(),
                posting.company(),
                posting.url(),
                RoleMark.of(posting),
                posting.sightings().stream()
                        .map(one -> new Listing(one.feedId(), one.externalId()))
                        .toList());
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) return text;
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
