package pmradar.alert;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import pmradar.classify.Evidence;
import pmradar.posting.Posting;
import pmradar.posting.Remote;
import pmradar.posting.Sighting;
import pmradar.pursuit.Pursuits;
import pmradar.pursuit.Stage;
import pmradar.search.CriteriaMatcher;

/// Says of a posting, in a few words, what it is and why it is told of.
@Component
class DigestLines {
    private static final int PLACES = 3;
    private static final int REASONS = 10;
    private static final int LONGEST = 300;

    private final CriteriaMatcher matcher;
    private final Pursuits pursuits;

    DigestLines(CriteriaMatcher matcher, Pursuits pursuits) {
        this.matcher = matcher;
        this.pursuits = pursuits;
    }

    Digest.Line of(SavedSearch search, Hit hit, Posting posting) {
        var found = posting.classification();
        var pay = KnownFacts.pay(posting.pay());
        return new Digest.Line(
                posting.id().value(),
                hit.kind(),
                posting.title(),
                posting.company(),
                place(posting),
                pay.isEmpty() ? null : pay,
                found.label().name().toLowerCase(Locale.ROOT),
                found.score(),
                deciding(posting).map(DigestLines::named).orElse(null),
                deciding(posting)
                        .map(Evidence::quote)
                        .filter(quote -> !quote.isBlank())
                        .map(DigestLines::cut)
                        .orElse(null),
                reasons(search, posting),
                posting.sightings().stream().map(Sighting::feedId).distinct().toList(),
                hit.said(),
                posting.url());
    }

    private List<String> reasons(SavedSearch search, Posting posting) {
        if (search.subject() == SavedSearch.Subject.OWN) return List.of(own(search.owner(), posting));
        return matcher.reasons(search.criteria(), posting).stream()
                .limit(REASONS)
                .map(DigestLines::cut)
                .toList();
    }

    private String own(long account, Posting posting) {
        var standing = pursuits.standings(account, List.of(posting)).get(posting.id());
        var step = standing == null || standing.own() == null
                ? null
                : standing.own().current();
        if (step == null) return "it is among your postings";
        return step.stage() == Stage.SAVED ? "you saved it on " + step.on() : "you pursue it since " + step.on();
    }

    private static String place(Posting posting) {
        var places = posting.places().stream()
                .map(place -> place.city() == null ? place.raw() : place.city())
                .distinct()
                .limit(PLACES);
        var remote = posting.remote() == Remote.UNKNOWN
                ? Stream.<String>empty()
                : Stream.of(posting.remote().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        return Stream.concat(places, remote).collect(Collectors.joining(", "));
    }

    private static Optional<Evidence> deciding(Posting posting) {
        return posting.classification().evidence().stream().max(Comparator.comparingInt(Evidence::points));
    }

    private static String named(Evidence unit) {
        return cut(Objects.requireNonNullElse(unit.requirement(), unit.quote()));
    }

    private static String cut(String words) {
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST - 1) + "…";
    }
}
