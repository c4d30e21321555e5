package pmradar.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PollingTest {

    private static Polling of(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return Polling.of(new Answer(URI.create("https://feed.example/rss"), 200, Map.of(), bytes));
    }

    @Test
    void readsWhatTheChannelAsksFor() {
        var polling = of("<?xml version='1.0'?><rss version='2.0'><channel><ttl> 90 </ttl><skipHours><hour>0</hour>"
                + "<hour>23</hour><hour>24</hour><hour>77</hour></skipHours><skipDays><day>Sunday</day><day>Someday</day>"
                + "</skipDays><item><ttl>5</ttl></item></channel></rss>");
        assertThat(polling.ttl()).isEqualTo(Duration.ofMinutes(90));
        assertThat(polling.skipHours()).containsExactlyInAnyOrder(0, 23);
        assertThat(polling.skipDays()).containsExactly(DayOfWeek.SUNDAY);
    }

    @Test
    void hearsNothingWhereNothingIsAsked() {
        assertThat(of("<rss><channel><item><ttl>5</ttl></item></channel></rss>"))
                .isEqualTo(Polling.NONE);
        assertThat(of("{\"ttl\": \"<ttl>5</ttl>\"}")).isEqualTo(Polling.NONE);
        assertThat(of("")).isEqualTo(Polling.NONE);
        assertThat(of("<rss><ttl>0</ttl></rss>").ttl()).isNull();
        assertThat(of("<rss>" + "<hour>".repeat(100_000))).isEqualTo(Polling.NONE);
    }

    @Test
    void goesOnAfterTheHoursAndDaysToSkip() {
        var polling = of(
                "<rss><skipHours><hour>22</hour><hour>23</hour></skipHours><skipDays><day>Saturday</day></skipDays></rss>");
        // Friday, 27 November 2026
        assertThat(polling.notSkipped(Instant.parse("2026-11-27T21:30:00Z"))).isEqualTo("2026-11-27T21:30:00Z");
        assertThat(polling.notSkipped(Instant.parse("2026-11-27T22:30:00Z"))).isEqualTo("2026-11-29T00:00:00Z");
    }

    @Test
    void aFeedThatSkipsTheWholeWeekMeansNothing() {
        var hours = new StringBuilder("<rss>");
        for (int hour = 0; hour < 24; hour++)
            hours.append("<hour>").append(hour).append("</hour>");
        var due = Instant.parse("2026-11-27T21:30:00Z");
        assertThat(of(hours.toString()).notSkipped(due)).isEqualTo(due);
    }
}
