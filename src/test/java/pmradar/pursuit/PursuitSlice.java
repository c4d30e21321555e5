package pmradar.pursuit;

import org.springframework.context.annotation.Import;
import pmradar.posting.PostingSlice;

/// The room with the store of postings beside it, on whatever database the test names.
@Import({
    PostingSlice.class,
    PursuitTable.class,
    SeenTable.class,
    StoredPursuits.class,
    StoredFollowers.class,
    StoredPreferences.class,
    StoredTakeaway.class,
    Moves.class
})
class PursuitSlice {}
