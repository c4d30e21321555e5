package pmradar.posting;

/// What happened to a posting. Carries the id only: a listener reads the posting anew, so order and repetition do not
/// matter.
public sealed interface PostingEvent {
    PostingId id();

    record PostingPublished(PostingId id) implements PostingEvent {}

    record PostingChanged(PostingId id) implements PostingEvent {}

    record PostingClosed(PostingId id) implements PostingEvent {}
}
