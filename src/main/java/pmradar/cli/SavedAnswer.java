package pmradar.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.context.annotation.AnnotationConfigUtils;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.support.GenericApplicationContext;
import pmradar.feed.Answer;
import pmradar.feed.Feed;
import pmradar.feed.FeedType;
import pmradar.feed.Page;
import pmradar.feed.UnreadableFeed;

/// Reads saved answers with one feed type, without the rest of the program.
final class SavedAnswer implements AutoCloseable {
    private static final int OK = 200;
    private final GenericApplicationContext types;
    private final FeedType type;

    private SavedAnswer(GenericApplicationContext types, FeedType type) {
        this.types = types;
        this.type = type;
    }

    /// @throws UnreadableFeed if there is no such type
    static SavedAnswer ofType(String name) {
        var context = new GenericApplicationContext();
        AnnotationConfigUtils.registerAnnotationConfigProcessors(context);
        new ClassPathBeanDefinitionScanner(context).scan("pmradar.feed.type");
        context.refresh();
        var types = context.getBeansOfType(FeedType.class).values();
        for (var type : types) if (type.name().equals(name)) return new SavedAnswer(context, type);
        var known = types.stream().map(FeedType::name).sorted().collect(Collectors.joining(", "));
        context.close();
        throw new UnreadableFeed("There is no feed type '%s'. Known are: %s.".formatted(name, known));
    }

    void pages(Feed feed, Path file, Consumer<Page> onPage) throws IOException {
        onPage.accept(page(feed, file.toUri(), Files.readAllBytes(file)));
    }

    Page page(Feed feed, URI where, byte[] bytes) {
        return type.parse(feed, new Answer(where, OK, Map.of(), bytes));
    }

    @Override
    public void close() {
        types.close();
    }
}
