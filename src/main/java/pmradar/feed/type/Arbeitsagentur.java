package pmradar.feed.type;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pmradar.feed.Answer;
import pmradar.feed.Feed;
import pmradar.feed.FeedRequest;
import pmradar.feed.FeedType;
import pmradar.feed.Listing;
import pmradar.feed.Listing.Terms;
import pmradar.feed.Listing.Where;
import pmradar.feed.Located;
import pmradar.feed.Page;
import pmradar.feed.StatedPay;
import pmradar.feed.Workplace;

/// Job search of the German federal employment agency. `at` is what to search for (`Projektleiter`); the options are
/// `wo`
/// (a place) and `days` (how old at most, 7).
///
/// Source: bundesAPI/jobsuche-api for version 4; version 6, which renamed all fields, as its website asks it. The key
/// is the
/// public one of that website.
@Component
class Arbeitsagentur implements FeedType {
    private static final String API = "https://rest.arbeitsagentur.de/jobboerse/jobsuche-service/pc/";
    private static final int LIMIT = 100;
    private static final int MOST_PAGES = 20;

    @Override
    public String name() {
        return "arbeitsagentur";
    }

    @Override
    public Optional<Located> locate(URI address) {
        var at = Address.of(address);
        if (!at.within("arbeitsagentur.de") || !address.toString().contains("jobsuche")) return Optional.empty();
        var found = Located.of(at.parameter("was").orElse("Projektleiter"));
        return Optional.of(
                at.parameter("wo").map(place -> found.with("wo", place)).orElse(found));
    }

    @Override
    public FeedRequest first(Feed feed) {
        String wo = At.option(feed, "wo");
        return request(URI.create(API
                + "v6/jobs?was=%s%s&angebotsart=1&veroeffentlichtseit=%s&page=1&size=%d"
                        .formatted(
                                At.step(feed.at()),
                                wo == null ? "" : "&wo=" + At.step(wo),
                                At.step(At.option(feed, "days", "7")),
                                LIMIT)));
    }

    private static FeedRequest request(URI uri) {
        return new FeedRequest(uri, null, Map.of("X-API-Key", "jobboerse-jobsuche"));
    }

    @Override
    public Page parse(Feed feed, Answer answer) {
        JsonAnswer json = JsonAnswer.of(answer, "the Jobsuche");
        JsonItem jobs = json.list("list of jobs", "ergebnisliste", "stellenangebote");
        Harvest harvest = json.harvest(jobs, Arbeitsagentur::listing);
        if (Details.wanted(feed, answer)) {
            for (JsonItem job : jobs.each()) {
                String id = job.either("referenznummer", "refnr");
                if (id != null) harvest.detail(Ids.of(id), request(URI.create(API + "v4/jobdetails/" + encoded(id))));
            }
        }
        int page = Query.number(answer.uri(), "page", 0);
        boolean more =
                page > 0 && page < MOST_PAGES && page * LIMIT < json.root().count("maxErgebnisse");
        return harvest.page(
                more && !jobs.node().isEmpty() ? request(Query.with(answer.uri(), "page", page + 1)) : null, false);
    }

    private static String encoded(String id) {
        return At.step(Base64.getEncoder().encodeToString(id.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public Page follow(Feed feed, Page.Pending pending, Answer answer) {
        JsonItem job = JsonAnswer.of(answer, "a job of the Jobsuche").root();
        return Page.window(List.of(Details.joined(pending.stub(), listing(job))), List.of());
    }

    private static Listing listing(JsonItem job) {
        String id = Ids.of(job.either("referenznummer", "refnr", "hashId"));
        return new Listing(
                id,
                Line.of(job.either("stellenangebotsTitel", "titel", "beruf", "hauptberuf")),
                Line.of(job.either("firma", "arbeitgeber")),
                where(job),
                Link.pair(
                        "https://www.arbeitsagentur.de/jobsuche/jobdetail/" + At.step(id),
                        job.either("externeURL", "externeUrl")),
                DateWords.dates(
                        job.either(
                                "datumErsteVeroeffentlichung",
                                "veroeffentlichungszeitraum.von",
                                "aktuelleVeroeffentlichungsdatum"),
                        job.either("aenderungsdatum", "modifikationsTimestamp"),
                        job.text("veroeffentlichungszeitraum.bis")),
                BodyText.of(job.either("stellenangebotsBeschreibung", "stellenbeschreibung")),
                new Terms(EmploymentWords.of(kinds(job)), pay(job), null, null, null));
    }

    private static Where where(JsonItem job) {
        Places places = new Places();
        for (JsonItem each : job.each("stellenlokationen")) places.and(place(each.at("adresse")));
        places.and(place(job.at("arbeitsort")));
        // Work from home is possible there, which need not mean all of it.
        boolean home = job.isTrue("homeofficemoeglich");
        return new Where(places.list(), home ? Workplace.HYBRID : null, List.of());
    }

    private static @Nullable String place(JsonItem address) {
        return Places.joined(address.text("ort"), address.text("region"), address.text("land"));
    }

    private static List<@Nullable String> kinds(JsonItem job) {
        List<@Nullable String> kinds = new ArrayList<>();
        if (job.isTrue("arbeitszeitVollzeit")) kinds.add("Vollzeit");
        if (job.isTrue("arbeitszeitTeilzeit")) kinds.add("Teilzeit");
        if (kinds.isEmpty() && "BEFRISTET".equalsIgnoreCase(job.text("vertragsdauer"))) kinds.add("befristet");
        return kinds;
    }

    /// Over which time the pay is meant is not said.
    private static @Nullable StatedPay pay(JsonItem job) {
        return PayText.of(job.text("gehaltsspanneVon"), job.text("gehaltsspanneBis"), "EUR", null);
    }
}
