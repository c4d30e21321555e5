package pmradar.feed;

/// What happened to a feed. Carries the id only: a listener reads [FeedHealth] anew, so order and repetition
/// do
/// not matter.
public sealed interface FeedEvent {
    String feedId();

    /// A trouble was told that had not been told before.
    record FeedInTrouble(String feedId) implements FeedEvent {}

    /// A person removed it. What it showed is not known to be there any more.
    record FeedRemoved(String feedId) implements FeedEvent {}

    /// No trouble that was told is left.
    record FeedRecovered(String feedId) implements FeedEvent {}
}
