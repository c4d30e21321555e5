package pmradar.feed;

import java.time.Instant;
import java.util.List;

/// All feeds as files that this and other programs read.
public interface FeedLists {

    /// At most so many bytes of OPML are taken in.
    int MOST_BYTES = 2_000_000;

    /// Every feed, declared and added, in the form of `config/feeds.yml`; removed ones and samples are left out.
    String yaml();

    /// The plain feeds among them (RSS, Atom, JSON Feed) as OPML 2.0.
    String opml();

    /// Adds the feeds that an OPML file names, after reading each once.
    ///
    /// @return what became of each outline with an address, in the order of the file
    /// @throws UnreadableFeed if it is no OPML, or too large
    List<Imported> importOpml(byte[] opml, String by, Instant now);

    /// @param said why, in words
    record Imported(String title, String address, Outcome outcome, String said) {}

    enum Outcome {
        ADDED,
        KNOWN,
        NOT_READ
    }
}
