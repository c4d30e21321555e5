package pmradar.feed.type;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

/// Job offers of the French employment service. `at` is what to search for (`chef de projet`); the option `token` is a
/// bearer token of its API, `days` how old offers are at most.
///
/// Source: France Travail, Offres d'emploi v2. The token is made with a client's id and secret and lasts about 25
/// minutes;
/// making it is the business of whoever sets the variable.
@Component
class FranceTravail implements FeedType {
    private static final int LIMIT = 150;
    private static final int MOST = 1_150;
    private static final Pattern RANGE = Pattern.compile("offres (\\d{1,6})-(\\d{1,6})/(\\d{1,7})");

    @Override
    public String name() {
        return "francetravail";
    }

    @Override
    public Optional<Located> locate(URI address) {
        var at = Address.of(address);
        if (!at.within("francetravail.fr") && !at.within("francetravail.io")) return Optional.empty();
        var words = at.parameter("motsCles").orElse("chef de projet");
        return Optional.of(Located.keyed(words, "France Travail", "key: [FRANCETRAVAIL_TOKEN] as its option token"));
    }

    @Override
    public FeedRequest first(Feed feed) {
        return request(
                feed,
                URI.create(
                        "https://api.francetravail.io/partenaire/offresdemploi/v2/offres/search?motsCles=%s&sort=1&publieeDepuis=%s&range=0-%d"
                                .formatted(At.step(feed.at()), At.step(At.option(feed, "days", "14")), LIMIT - 1)));
    }

    private static FeedRequest request(Feed feed, URI uri) {
        String token = At.option(feed, "token") == null ? At.required(feed, "key") : At.required(feed, "token");
        return new FeedRequest(uri, null, Map.of("Authorization", "Bearer " + token, "Accept", "application/json"));
    }

    @Override
    public Page parse(Feed feed, Answer answer) {
        // 204 means that there are none.
        if (answer.status() == 204) return Page.window(List.of(), List.of());
        JsonAnswer json = JsonAnswer.of(answer, "France Travail");
        JsonItem offers = json.list("list of offers", "resultats");
        return json.harvest(offers, FranceTravail::listing).page(next(feed, answer), false);
    }

    private static @Nullable FeedRequest next(Feed feed, Answer answer) {
        Matcher range = RANGE.matcher(answer.header("content-range").orElse(""));
        if (!range.matches()) return null;
        int from = Integer.parseInt(range.group(2)) + 1;
        if (from >= Integer.parseInt(range.group(3)) || from + LIMIT > MOST) return null;
        return request(feed, Query.with(answer.uri(), "range", from + "-" + (from + LIMIT - 1)));
    }

    private static Listing listing(JsonItem offer) {
        return new Listing(
                Ids.of(offer.text("id")),
                Line.of(offer.text("intitule")),
                Line.of(offer.text("entreprise.nom")),
                new Where(Places.of(place(offer.at("lieuTravail"))).list(), null, List.of()),
                Link.pair(
                        "https://candidat.francetravail.fr/offres/recherche/detail/"
                                + At.step(String.valueOf(offer.text("id"))),
                        offer.either("contact.urlPostulation", "origineOffre.partenaires.url")),
                DateWords.dates(offer.text("dateCreation"), offer.text("dateActualisation"), null),
                BodyText.of(offer.text("description")),
                new Terms(
                        EmploymentWords.of(offer.text("dureeTravailLibelleConverti"), contract(offer)),
                        PayText.of(offer.either("salaire.libelle", "salaire.commentaire"), "EUR", null),
                        null,
                        null,
                        "fr"));
    }

    /// "75 - PARIS 08" is the department and the town.
    private static String place(JsonItem at) {
        String written = at.text("libelle");
        return written == null ? "France" : written.replaceFirst("^\\d[\\dAB]\\d? - ", "") + ", France";
    }

    private static @Nullable String contract(JsonItem offer) {
        String type = offer.text("typeContrat");
        return type == null || type.equals("CDI") ? null : type;
    }
}
