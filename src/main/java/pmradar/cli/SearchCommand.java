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
import pmradar.posting.PostingSheet;
import pmradar.posting.Postings;
import pmradar.search.Criteria;
import pmradar.search.Criteria.Condition;
import pmradar.search.Criteria.Sort;
import pmradar.search.Facet;
import pmradar.search.HitPages;
import pmradar.search.IndexWatch;
import pmradar.search.PostingSearch;
import pmradar.search.Results;

/// Searches the stored postings.
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description = "Searches the stored postings, with the query language of the search page.")
final class SearchCommand implements Callable<Integer> {
    private static final int MOST = 10_000;

    /// In lower case, as they are typed.
    enum Format {
        text,
        csv,
        jsonl
    }

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

    @Option(names = "--limit", paramLabel = "N", defaultValue = "20", description = "At most so many, 1 to 10000.")
    private int limit = 20;

    @Option(
            names = "--format",
            paramLabel = "F",
            defaultValue = "text",
            description = "text for people, csv for spreadsheets, jsonl for programs.")
    private Format format = Format.text;

    @Option(names = "--json", description = "The same as --format jsonl.")
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
            IndexWaiting.await(context.getBean(IndexWatch.class), spec);
            var criteria = new Criteria(String.join(" ", query), conditions(), sort);
            var found = new HitPages(context.getBean(PostingSearch.class), criteria, Math.clamp(limit, 1, MOST));
            print(found, context.getBean(Postings.class));
            return 0;
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

    private void print(HitPages found, Postings postings) {
        var out = spec.commandLine().getOut();
        if (form() == Format.csv) out.print(PostingSheet.head());
        int printed = 0;
        long total = 0;
        for (boolean first = true; found.hasNext(); first = false) {
            var page = found.next();
            if (first) explain(page);
            total = page.total();
            for (var posting :
                    postings.find(page.hits().stream().map(Results.Hit::id).toList())) {
                print(posting, form(), out);
                printed++;
            }
        }
        out.flush();
        spec.commandLine().getErr().printf("%d of %d postings%n", printed, total);
    }

    private Format form() {
        return json ? Format.jsonl : format;
    }

    private void explain(Results results) {
        var err = spec.commandLine().getErr();
        if (!results.understood().isBlank()) err.println("Understood: " + results.understood());
        results.mistakes().forEach(mistake -> err.println("In the query: " + mistake.message()));
    }

    private static void print(Posting posting, Format format, PrintWriter out) {
        switch (format) {
            case text -> print(posting, out);
            case csv -> out.print(PostingSheet.line(posting));
            case jsonl -> out.println(PostingJson.of(posting));
        }
    }

    private static void print(Posting posting, PrintWriter out) {
        var tags = posting.classification();
        out.printf("%3d %-9s  %s%n", tags.score(), VerdictJson.word(tags.label()), posting.title());
        var places = posting.places().stream().map(Place::raw).collect(Collectors.joining("; "));
        out.printf("               %s%s%n", posting.company() == null ? "" : posting.company() + " · ", places);
        if (posting.url() != null) out.printf("               %s%n", posting.url());
    }
}
