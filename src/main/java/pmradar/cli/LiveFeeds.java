package pmradar.cli;

import java.util.function.Consumer;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import pmradar.feed.Feed;
import pmradar.feed.FeedReader;
import pmradar.feed.Page;
import pmradar.feed.Reading;

/// The feed room with its politeness, over a database in memory: nothing is kept.
record LiveFeeds(ConfigurableApplicationContext context) implements AutoCloseable {

    static LiveFeeds open(Class<?> application) {
        return new LiveFeeds(new SpringApplicationBuilder(application)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.main.lazy-initialization=true",
                        "--spring.datasource.url=jdbc:h2:mem:check",
                        "--jobrunr.background-job-server.enabled=false"));
    }

    Reading read(Feed feed, Consumer<Page> onPage) {
        return context.getBean(FeedReader.class).read(feed, onPage);
    }

    @Override
    public void close() {
        context.close();
    }
}
