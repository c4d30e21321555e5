package pmradar.feed;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/// A sum over listings that is the same for the same listings in any order. It tells whether a feed has changed, and
/// protects nothing.
final class ListingSum {
    private long sum;
    private int listings;

    void add(Listing listing) {
        var crc = new CRC32C();
        put(crc, listing.externalId());
        put(crc, listing.title());
        put(crc, String.join("\n", listing.where().locations()));
        put(crc, listing.body().html());
        put(crc, listing.body().text());
        long mixed = (crc.getValue() << 32 ^ listing.externalId().hashCode()) * 0x9E3779B97F4A7C15L;
        sum += mixed ^ (mixed >>> 31);
        listings++;
    }

    private static void put(CRC32C crc, @org.jspecify.annotations.Nullable String text) {
        if (text != null) crc.update(text.getBytes(StandardCharsets.UTF_8));
        crc.update('\n');
    }

    String digest() {
        return "%016x-%d".formatted(sum, listings);
    }
}
