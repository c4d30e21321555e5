package pmradar.feed;

/// A feed type whose feed is a file of lines. It is read in slices, so that a million lines need no memory; each slice
/// comes as an answer whose header [#FIRST_LINE] says which line it begins with.
public interface LineFeed extends FeedType {
    String FIRST_LINE = "pmradar-first-line";
}
