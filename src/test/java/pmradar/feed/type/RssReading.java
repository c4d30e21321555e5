package pmradar.feed.type;

import pmradar.feed.Page;

/// Lets benchmarks read RSS as the program does.
public final class RssReading {
    private RssReading() {}

    public static Page page(byte[] feed) {
        return KnownTypes.named("rss").parse(KnownTypes.feed("rss"), KnownTypes.answer(feed));
    }
}
