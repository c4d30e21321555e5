package pmradar.feed.type;

import java.net.URI;
import java.util.LinkedHashMap;
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

/// Job offers of the French employment service. `at` is what to search for (`chef de projet`); the option `client_id`
/// names the application that was registered there and `key` is its secret, `days` how old offers are at most.
///
/// Source: France Travail, Offres d'emploi v2. It is asked with a token that lasts about 25 minutes and that it gives
/// for the secret (RFC 6749, 4.4): the first answer of a reading is the token, the offers follow.
@Component
class FranceTravail implements FeedType {
    private static final String TOKENS =
            "https://entreprise.francetravail.fr/connexion/oauth2/access_token?realm=%2Fpartenaire";
    private static final String OFFERS = "https://api.francetravail.io/partenaire/offresdemploi/v2/offres/search";
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
        return Optional.of(
                Located.keyed(words, "France Travail", "key: [FRANCETRAVAIL_SECRET] and the option client_id"));
    }

    @Override
    public FeedRequest first(Feed feed) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("grant_type", "client_credentials");
        fields.put("client_id", At.required(feed, "client_id"));
        fields.put("client_secret", At.required(feed, "key"));
        fields.put("scope", "api_offresdemploiv2 o2dsoffre");
        return FeedRequest.postForm(URI.create(TOKENS), fields);
    }

    private static FeedRequest offers(Feed feed, String token) {
        var address = "%s?motsCles=%s&sort=1&publieeDepuis=%s&range=0-%d"
                .formatted(OFFERS, At.step(feed.at()), At.step(At.option(feed, "days", "14")), LIMIT - 1);
        return new FeedRequest(
                URI.create(address), null, Map.of("Authorization", "Bearer " + token, "Accept", "application/json"));
    }

    @Override
    public Page parse(Feed feed, Answer answer) {
        // 204 means that there are none.
        if (answer.status() == 204) return Page.window(List.of(), List.of());
        JsonAnswer json = JsonAnswer.of(answer, "France Travail");
        String token = json.root().text("access_token");
        if (token != null) return new Page(List.of(), List.of(), List.of(), offers(feed, token), false);
        JsonItem offers = json.list("list of offers", "resultats");
        return json.harvest(offers, FranceTravail::listing).page(next(answer), false);
    }

    private static @Nullable FeedRequest next(Answer answer) {
        Matcher range = RANGE.matcher(answer.header("content-range").orElse(""));
        if (!range.matches()) return null;
        int from = Integer.parseInt(range.group(2)) + 1;
        if (from >= Integer.parseInt(range.group(3)) || from + LIMIT > MOST) return null;
        return FeedRequest.get(Query.with(answer.uri(), "range", from + "-" + (from + LIMIT - 1)));
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
