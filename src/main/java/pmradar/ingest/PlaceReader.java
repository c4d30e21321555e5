package pmradar.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pmradar.feed.Listing;
import pmradar.posting.Place;
import pmradar.posting.Remote;

/// Reads where the work is done.
@Component
class PlaceReader {
    /// @param country of the first place
    record Where(List<Place> places, Remote remote, @Nullable String country) {}

    Where read(Listing.Where where, String title, String text) {
        var places = where.locations().stream().map(raw -> new Place(raw, null, null, null)).toList();
        return new Where(places, Remote.UNKNOWN, null);
    }
}
