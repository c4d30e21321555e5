package pmradar.posting;

import pmradar.classify.Classification;

/// A draft with its judgement: what one line of work hands to the store.
public record Judged(Draft draft, Classification classification) {}
