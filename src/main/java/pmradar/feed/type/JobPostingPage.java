package pmradar.feed.type;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import pmradar.feed.Answer;
import pmradar.feed.Feed;
import pmradar.feed.FeedText;
import pmradar.feed.Listing;

/// The postings that a web page marks up for machines: as JSON-LD, else as microdata, else as RDFa.
final class JobPostingPage {
    private JobPostingPage() {}

    static Harvest read(Feed feed, Answer answer) {
        Document page = Jsoup.parse(FeedText.of(answer), answer.uri().toString());
        List<JsonItem> postings = new SchemaTree(JsonLdBlocks.in(page)).all("JobPosting");
        if (postings.isEmpty()) postings = new SchemaTree(Microdata.in(page)).all("JobPosting");
        if (postings.isEmpty()) postings = new SchemaTree(Rdfa.in(page)).all("JobPosting");
        var harvest = new Harvest();
        List<Listing> read = new ArrayList<>();
        harvest.each(postings, posting -> {
            Listing listing = JobPostingMarkup.listing(feed, posting, answer.uri());
            read.add(listing);
            return listing;
        });
        return tellApart(read) ? apart(feed, answer, postings) : harvest;
    }

    /// Whether several postings of different titles share one id, because each of them only names the page.
    private static boolean tellApart(List<Listing> read) {
        Map<String, String> titles = new HashMap<>();
        Set<String> ids = new HashSet<>();
        for (Listing listing : read) {
            String title = String.valueOf(listing.title());
            String before = titles.put(listing.externalId(), title);
            if (!ids.add(listing.externalId()) && before != null && !before.equals(title)) return true;
        }
        return false;
    }

    private static Harvest apart(Feed feed, Answer answer, List<JsonItem> postings) {
        return new Harvest().each(postings, posting -> {
            Listing one = JobPostingMarkup.listing(feed, posting, answer.uri());
            return new Listing(
                    Ids.of(one.externalId() + "#" + one.title()),
                    one.title(),
                    one.company(),
                    one.where(),
                    one.links(),
                    one.dates(),
                    one.body(),
                    one.terms());
        });
    }
}
