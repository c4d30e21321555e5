package pmradar.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pmradar.feed.Listing;
import pmradar.posting.Drafts;

/// Invented listings.
final class Listings {
    private Listings() {}

    static Listing of(String id) {
        return of(id, "Project Manager " + id, "<p>" + Drafts.text(id.hashCode()) + "</p>");
    }

    static Listing of(String id, @Nullable String title, @Nullable String html) {
        return new Listing(
                id,
                title,
                "Northwind Rail GmbH",
                new Listing.Where(List.of("Graz, Austria"), null, List.of()),
                new Listing.Links("https://jobs.example.com/" + id + "?utm_source=x", null),
                Listing.Dates.UNKNOWN,
                new Listing.Body(html, null),
                Listing.Terms.UNKNOWN);
    }
}
