package pmradar.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

class FeedSettingsTest {
    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Room.class);

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(FeedSettings.class)
    @Import({FeedTypes.class, KnownFeeds.class, PlainLines.class})
    static class Room {

        @Bean
        AddedRows added() {
            var database = new JdbcDataSource();
            database.setURL("jdbc:h2:mem:settings-%s;DB_CLOSE_DELAY=-1".formatted(UUID.randomUUID()));
            TestFeeds.tables(database);
            return new AddedRows(JdbcClient.create(database));
        }
    }

    private static String[] feed(int number, String... more) {
        var place = "pmradar.feed.feeds[%d].".formatted(number);
        var properties = new ArrayList<>(
                List.of(place + "id=f" + number, place + "type=plain", place + "at=https://feeds.example/" + number));
        for (var one : more) {
            properties.add(place + one);
        }
        return properties.toArray(String[]::new);
    }

    private void stops(String[] properties, String... words) {
        runner.withPropertyValues(properties).run(context -> {
            assertThat(context).hasFailed();
            var all = new StringBuilder();
            for (Throwable cause = context.getStartupFailure(); cause != null; cause = cause.getCause()) {
                all.append(cause.getMessage()).append('\n');
            }
            assertThat(all).contains(words);
        });
    }

    @Test
    void startsWithFeedsAndDefaults() {
        runner.withPropertyValues(feed(0, "every=2h", "options.title=company: title", "key=SOME_KEY"))
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    var limits = context.getBean(FeedSettings.class).limits();
                    assertThat(limits.whole()).isEqualTo(Duration.ofSeconds(30));
                    assertThat(limits.wire().toMegabytes()).isEqualTo(15);
                    assertThat(limits.decoded().toMegabytes()).isEqualTo(32);
                    assertThat(limits.pause()).isEqualTo(Duration.ofSeconds(5));
                    var feed = context.getBean(KnownFeeds.class).all().getFirst();
                    assertThat(feed.every()).isEqualTo(Duration.ofHours(2));
                    assertThat(feed.options()).containsEntry("title", "company: title");
                });
    }

    @Test
    void namesTheFeedWhoseTypeIsWrongAndTheTypesThereAre() {
        stops(feed(0, "type=plane"), "pmradar.feed.feeds[0] (id f0)", "no feed type 'plane'", "plain");
    }

    @Test
    void namesTheIdThatIsThereTwice() {
        var both = new ArrayList<>(List.of(feed(0)));
        both.addAll(List.of(feed(1, "id=f0")));
        stops(both.toArray(String[]::new), "pmradar.feed.feeds[1] (id f0)", "ids must differ");
    }

    @Test
    void namesTheKeyThatNobodyKnows() {
        stops(feed(0, "evry=2h"), "pmradar.feed.feeds[0].evry");
    }

    @Test
    void namesTheFieldThatIsOutOfBounds() {
        stops(feed(0, "every=1ms"), "feeds[0].every", "at least 1 second");
        stops(feed(0, "every=often"), "pmradar.feed.feeds[0].every", "often");
        stops(feed(0, "id=Not An Id"), "feeds[0].id", "lower-case letters");
        stops(feed(0, "at="), "feeds[0].at");
    }

    @Test
    void saysWhyAnAddressIsNothingForItsType() {
        stops(feed(0, "at=http://[broken"), "pmradar.feed.feeds[0] (id f0)", "'http://[broken'", "plain");
    }
}
