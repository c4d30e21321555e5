package pmradar.search.lucene;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import pmradar.posting.Posting;
import pmradar.posting.PostingId;
import pmradar.posting.Postings;
import pmradar.sample.BenchmarkPostings;
import pmradar.search.Criteria;
import pmradar.search.PostingSearch;
import pmradar.search.Synonyms;
import preview.PreviewApplication;
import preview.Shown;

/// The same mix of searches as [SearchLoad], in process and then over HTTP, on an index that [SearchTimes] has made:
/// the page of results with its facets, highlights and both sorts, from the real web server with all its filters, to
/// clients on loopback that wait for each answer. Postings are generated as they are asked for, in place of the store.
/// Arguments: the folder, how many seconds each load lasts, and the path: `/` for the page, `/api/postings` for the
/// API.
final class HttpLoad {

    private static final int SIZE = 30;

    private HttpLoad() {}

    /// In place of the store: what an id stands for is generated.
    public record Generated(BenchmarkPostings made, long count) {

        public Optional<Posting> find(PostingId id) {
            synchronized (made) {
                return Optional.of(made.posting(id.value() - 1));
            }
        }

        public List<Posting> find(Collection<PostingId> ids) {
            return ids.stream().flatMap(id -> find(id).stream()).toList();
        }

        public long countOpen() {
            return count;
        }

        public long lastVersion() {
            return count;
        }
    }

    public static void main(String[] args) throws InterruptedException, ExecutionException {
        var length = Duration.ofSeconds(Long.parseLong(args[1]));
        var path = args.length > 2 ? args[2] : "/";
        var index = new LuceneIndex(TestIndex.settings(Path.of(args[0])));
        var clock = Clock.fixed(Ads.NOW, ZoneOffset.UTC);
        var search = new LuceneSearch(index, new StaticListableBeanFactory().getBeanProvider(Synonyms.class), clock);
        System.out.printf("%,d postings%n", index.size());
        SearchLoad.load(criteria -> search.search(criteria, SIZE, null), 2, length, -1);
        for (int clients : new int[] {1, 8, 64}) {
            System.out.print("in process: ");
            SearchLoad.load(criteria -> search.search(criteria, SIZE, null), clients, length, clients);
        }
        try (var server = served(search, index.size())) {
            var asked = path.startsWith("/api/") ? "facets=true&size=" + SIZE + "&" : "";
            var address = "http://localhost:%d%s?%s".formatted(port(server), path, asked);
            SearchLoad.load(client(address), 2, length, -1);
            for (int clients : new int[] {1, 8, 64}) {
                System.out.print("over HTTP:  ");
                SearchLoad.load(client(address), clients, length, clients);
            }
        }
        SearchLoad.heap();
        index.close();
    }

    private static int port(ConfigurableApplicationContext server) {
        return ((WebServerApplicationContext) server).getWebServer().getPort();
    }

    private static ConfigurableApplicationContext served(PostingSearch search, long count) {
        var program = new SpringApplication(PreviewApplication.class);
        var generated = Shown.as(Postings.class, new Generated(new BenchmarkPostings(Ads.NOW), count));
        program.addInitializers(context -> {
            var beans = (GenericApplicationContext) context;
            beans.registerBean("loaded", PostingSearch.class, () -> search, bean -> bean.setPrimary(true));
            beans.registerBean("generated", Postings.class, () -> generated, bean -> bean.setPrimary(true));
        });
        return program.run("--server.port=0", "--pmradar.api.requests-from-here=1000000", "--logging.level.root=warn");
    }

    private static SearchLoad.Client client(String address) {
        var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return criteria -> {
            var request = HttpRequest.newBuilder(URI.create(address + query(criteria)))
                    .header("Accept", address.contains("/api/") ? "application/json" : "text/html")
                    .build();
            try {
                var answer = http.send(request, BodyHandlers.ofByteArray());
                if (answer.statusCode() != 200) throw new IOException(answer + " to " + request);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    private static String query(Criteria criteria) {
        var parts = new ArrayList<String>();
        parts.add("q=" + written(criteria.query()));
        parts.add("sort=" + criteria.sort().name().toLowerCase(Locale.ROOT));
        for (var condition : criteria.conditions())
            parts.add(
                    (condition.unwanted() ? "not_" : "") + condition.facet().key() + "=" + written(condition.value()));
        return String.join("&", parts);
    }

    private static String written(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
