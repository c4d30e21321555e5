package pmradar.web;

import java.util.List;

/// A search in another form, by its own address.
///
/// @param subscribed whether it is for feed readers; else it is a file
record TakenAlong(String words, String type, String link, boolean subscribed) {

    static List<TakenAlong> of(SearchAddress address) {
        var all = address.from(null);
        return List.of(
                new TakenAlong("CSV", "text/csv", all.link("/api/postings.csv"), false),
                new TakenAlong("JSON Lines", "application/jsonl", all.link("/api/postings.jsonl"), false),
                new TakenAlong("Atom", "application/atom+xml", all.link("/api/postings.atom"), true),
                new TakenAlong("JSON Feed", "application/feed+json", all.link("/api/postings.feed.json"), true));
    }
}
