package pmradar.feed;

import java.time.Instant;

/// Where a feed's board may be now.
///
/// @param type @param at as `feeds.yml` would name it; @param how it was found, in a sentence
public record Proposal(long id, String feedId, String type, String at, String how, Instant found) {}
