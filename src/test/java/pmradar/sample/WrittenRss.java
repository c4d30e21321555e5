package pmradar.sample;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.nodes.Entities;

/// Generated postings as a page of a feed in RSS, for benchmarks of what reads it.
public final class WrittenRss {

    private WrittenRss() {}

    /// @param round tells the employers of one page from those of another
    public static byte[] page(List<PostingGenerator.Ad> ads, int round) {
        var text = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <rss version="2.0" xmlns:job_listing="https://jobs.example.org"><channel><title>Jobs</title>
                <link>https://jobs.example.org/</link><description>Invented postings</description>
                """);
        for (var ad : ads) {
            text.append("""
                    <item><title>%s</title><link>https://jobs.example.org/jobs/%s</link>\
                    <guid isPermaLink="false">%s</guid><pubDate>Sun, 22 Nov 2026 10:00:00 +0000</pubDate>\
                    <job_listing:company>%s %d</job_listing:company><job_listing:location>%s</job_listing:location>\
                    <job_listing:job_type>Full Time</job_listing:job_type>\
                    <description><![CDATA[%s]]></description></item>
                    """.formatted(
                            Entities.escape(ad.title()),
                            ad.id(),
                            ad.id(),
                            Entities.escape(ad.employer()),
                            round,
                            Entities.escape(ad.places().getFirst()),
                            ad.html()));
        }
        return text.append("</channel></rss>\n").toString().getBytes(StandardCharsets.UTF_8);
    }
}
