package pmradar.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import pmradar.posting.Place;
import pmradar.posting.Posting;
import pmradar.posting.Postings;
import pmradar.search.Criteria;
import pmradar.search.Criteria.Condition;
import pmradar.search.Criteria.Sort;
import pmradar.search.Facet;
import pmradar.search.IndexWatch;
import pmradar.search.PostingSearch;
import pmradar.search.Results;

/// Searches the stored postings.
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description = "Searches the stored postings, with the query language of the search page.")
final class SearchCommand implements Callable<Integer> {
    private final Class<?> application;

    @Parameters(paramLabel = "QUERY", arity = "0..*", description = "What to search for; everything when absent.")
    private List<String> query = new ArrayList<>();

    @Option(names = "--label", paramLabel = "L", description = "technical or general.")
    private List<String> labels = new ArrayList<>();

    @Option(names = "--domain", paramLabel = "D", description = "software, infrastructure, data-ai, security, ...")
    private List<String> domains = new ArrayList<>();

    @Option(names = "--feed", paramLabel = "ID", description = "Only postings seen in this feed.")
    private List<String> feeds = new ArrayList<>();

    @Option(names = "--sort", paramLabel = "S", description = "relevance, newest, pay or score.")
    private Sort sort = Sort.RELEVANCE;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "20", description = "At most so many, 1 to 100.")
    private int limit = 20;

    @Option(names = "--json", description = "One JSON object per posting.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    SearchCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        try (var context = open()) {
            awaitIndex(context.getBean(IndexWatch.class));
            var criteria = new Criteria(String.join(" ", query), conditions(), sort);
            var results = context.getBean(PostingSearch.class).search(criteria, Math.clamp(limit, 1, 100), null);
            var ids = results.hits().stream().map(Results.Hit::id).toList();
            print(results, context.getBean(Postings.class).find(ids));
            return 0;
        }
    }

    /// An index that is being built anew would answer with a part of the postings.
    private void awaitIndex(IndexWatch index) {
        try {
            for (var state = index.state(); !state.ready(); state = index.state()) {
                spec.commandLine().getErr().printf("The index is being built: %d in 100%n", state.percent());
                Thread.sleep(500);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ConfigurableApplicationContext open() {
        return new SpringApplicationBuilder(application)
                .web(WebApplicationType.NONE)
                .run("--jobrunr.background-job-server.enabled=false");
    }

    private List<Condition> conditions() {
        var conditions = new ArrayList<Condition>();
        labels.forEach(label -> conditions.add(new Condition(Facet.LABEL, label.toLowerCase(Locale.ROOT), false)));
        domains.forEach(domain -> conditions.add(new Condition(Facet.DOMAIN, domain, false)));
        feeds.forEach(feed -> conditions.add(new Condition(Facet.FEED, feed, false)));
        return conditions;
    }

    private void print(Results results, List<Posting> postings) {
        var err = spec.commandLine().getErr();
        if (!results.understood().isBlank()) err.println("Understood: " + results.understood());
        results.mistakes().forEach(mistake -> err.println("In the query: " + mistake.message()));
        var out = spec.commandLine().getOut();
        for (var posting : postings) {
            if (json) out.println(PostingJson.of(posting));
            else print(posting, out);
        }
        out.flush();
        err.printf("%d of %d postings%n", postings.size(), results.total());
    }

    private static void print(Posting posting, PrintWriter out) {
        var tags = posting.classification();
        out.printf("%3d %-9s  %s%n", tags.score(), VerdictJson.word(tags.label()), posting.title());
        var places = posting.places().stream().map(Place::raw).collect(Collectors.joining("; "));
        out.printf("               %s%s%n", posting.company() == null ? "" : posting.company() + " · ", places);
        if (posting.url() != null) out.printf("               %s%n", posting.url());
    }
}
