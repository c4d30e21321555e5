package pmradar.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.FileSystemResource;

class ShippedFeedsTest {

    @Test
    void atLeastThirtyFeedsOfSixTypesWithoutAKey() throws IOException {
        var feeds = shipped().feeds();
        assertThat(feeds).hasSizeGreaterThanOrEqualTo(30);
        assertThat(feeds.stream().map(FeedSettings.Declared::type).collect(Collectors.toSet()))
                .contains("rss", "json-feed", "greenhouse", "lever", "ashby", "jsonld");
        assertThat(feeds).allSatisfy(feed -> assertThat(feed.key()).isEmpty());
    }

    @Test
    void eachHasItsOwnIdAndSaysItsTermsItsHomeAndAFairGap() throws IOException {
        var feeds = shipped().feeds();
        assertThat(feeds).extracting(FeedSettings.Declared::id).doesNotHaveDuplicates();
        assertThat(feeds).allSatisfy(feed -> {
            assertThat(feed.terms()).isNotBlank();
            assertThat(feed.home()).hasScheme("https");
            assertThat(feed.every()).isGreaterThanOrEqualTo(Duration.ofHours(1));
        });
    }

    @Test
    void noTwoReadTheSameAddress() throws IOException {
        assertThat(shipped().feeds().stream().map(feed -> feed.type() + " " + feed.at()))
                .doesNotHaveDuplicates();
    }

    static FeedSettings shipped() throws IOException {
        var sources = new MutablePropertySources();
        List.copyOf(new YamlPropertySourceLoader().load("feeds", new FileSystemResource("config/feeds.yml")))
                .forEach(sources::addLast);
        return new Binder(ConfigurationPropertySources.from(sources))
                .bind("pmradar.feed", FeedSettings.class)
                .get();
    }
}
