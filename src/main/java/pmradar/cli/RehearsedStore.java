package pmradar.cli;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import pmradar.feed.Feed;
import pmradar.ingest.Rehearsal;
import pmradar.posting.Posting;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The line and the store of postings over a database in memory.
record RehearsedStore(ConfigurableApplicationContext context, SavedAnswer lines) implements AutoCloseable {
    private static final Feed FEED = new Feed(
            "rehearsal", "file", "-", "-", null, null, Duration.ofHours(1), null, Feed.Origin.DECLARED, Map.of());

    static RehearsedStore open(Class<?> application) {
        var context = new SpringApplicationBuilder(application)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.main.lazy-initialization=true",
                        "--spring.datasource.url=jdbc:h2:mem:rehearsal",
                        "--jobrunr.background-job-server.enabled=false");
        return new RehearsedStore(context, SavedAnswer.ofType("file"));
    }

    /// What postings given in order became.
    ///
    /// @param posting by position: which posting, or null where it could not be read
    /// @param group by position: which group of postings with one text, or null
    record Outcome(List<Posting> postings, Map<Integer, Long> posting, Map<Integer, Long> group) {

        int count() {
            return postings.size();
        }

        boolean together(int one, int other) {
            return posting.get(one) != null && Objects.equals(posting.get(one), posting.get(other));
        }

        boolean related(int one, int other) {
            return group.get(one) != null && Objects.equals(group.get(one), group.get(other));
        }

        List<List<Integer>> joined() {
            return several(posting);
        }

        List<List<Integer>> grouped() {
            return several(group);
        }

        private static List<List<Integer>> several(Map<Integer, Long> by) {
            return by.keySet().stream().sorted().collect(Collectors.groupingBy(by::get)).values().stream()
                    .filter(members -> members.size() > 1)
                    .toList();
        }
    }

    Outcome outcome(List<JsonNode> postings) {
        var text = IntStream.range(0, postings.size())
                .mapToObj(i -> numbered(postings.get(i), i))
                .collect(Collectors.joining("\n"));
        var page = lines.page(FEED, URI.create("file:///"), text.getBytes(StandardCharsets.UTF_8));
        var recorded = new ArrayList<>(context.getBean(Rehearsal.class).of(FEED, page.listings()));
        var posting = new HashMap<Integer, Long>();
        var group = new HashMap<Integer, Long>();
        for (var one : recorded) {
            for (var sighting : one.sightings()) {
                var position = Integer.valueOf(sighting.externalId());
                posting.put(position, one.id().value());
                var of = one.life().group();
                if (of != null) group.put(position, of.value());
            }
        }
        return new Outcome(recorded, posting, group);
    }

    private static String numbered(JsonNode posting, int number) {
        return ((ObjectNode) posting.deepCopy())
                .put("id", String.valueOf(number))
                .toString();
    }

    @Override
    public void close() {
        lines.close();
        context.close();
    }
}
