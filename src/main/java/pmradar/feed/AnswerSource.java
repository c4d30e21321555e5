package pmradar.feed;

/// Where answers come from: a server, or those that were kept of an earlier reading.
interface AnswerSource {

    /// @param bookmark of the reading before; [Reading.Bookmark#NONE] asks for the answer in any case
    Fetched fetch(FeedRequest request, Reading.Bookmark bookmark);
}
