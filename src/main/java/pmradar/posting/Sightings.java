package pmradar.posting;

import java.util.Optional;

/// Which posting a listing is, by what feeds call it; the answer changes when postings are merged or split.
public interface Sightings {

    Optional<PostingId> posting(String feedId, String externalId);
}
