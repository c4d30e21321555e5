package pmradar.feed;

import java.time.Instant;

/// A feed that is read elsewhere than it was declared, because a person accepted a [Proposal].
public record FeedMove(
        String feedId,
        String declaredType,
        String declaredAt,
        String type,
        String at,
        Instant accepted,
        String acceptedBy) {}
