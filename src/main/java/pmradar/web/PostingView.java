package pmradar.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pmradar.classify.Domain;
import pmradar.classify.Evidence;
import pmradar.posting.Posting;
import pmradar.posting.Sighting;

/// One posting in words, for its page and for the preview beside a list.
///
/// @param reasons how the score adds up, most points first; @param grouped the same, musts apart from the rest
/// @param other points that no single clause explains
/// @param facts short statements, each with its name; @param history what happened to it, oldest first
record PostingView(
        long id,
        String title,
        String employer,
        String where,
        @Nullable String pay,
        @Nullable String payYearly,
        ResultRow.Seen seen,
        Judgement judgement,
        List<Reason> reasons,
        List<Reasons> grouped,
        @Nullable Reason expertMark,
        @Nullable Reason limits,
        MarkedText text,
        List<PostingFacts.Fact> facts,
        List<Link> links,
        List<PostingFacts.Event> history,
        boolean open,
        boolean sample,
        boolean corrected) {

    /// @param sure the calibrated probability that the label is right, as "94 in 100"
    record Judgement(
            String label,
            int score,
            String band,
            int depth,
            String family,
            List<String> domains,
            String sure,
            List<String> flags) {}

    /// @param number of the clause in the text, or 0 where there is none
    record Reason(
            int number,
            String points,
            String necessity,
            String strength,
            String quote,
            @Nullable String requirement) {}

    /// @param expert whether the expert mark stands among them
    record Reasons(String necessity, String words, List<Reason> reasons, boolean expert) {}

    /// @param back what the feed's terms may ask for: its own page
    record Link(
            String feed,
            String feedLink,
            @Nullable String url,
            String seen,
            @Nullable String until) {}

    static PostingView of(Posting posting, UnaryOperator<String> feedName, Instant now) {
        var found = posting.classification();
        var firstSeen = posting.life().firstSeen();
        int sum = found.evidence().stream().mapToInt(Evidence::points).sum() + found.expertMark();
        return new PostingView(
                posting.id().value(),
                posting.title(),
                Objects.requireNonNullElse(posting.company(), "Employer not named"),
                ResultRow.where(posting),
                posting.pay() == null ? null : PayWords.stated(posting.pay()),
                posting.pay() == null ? null : PayWords.yearly(posting.pay()),
                new ResultRow.Seen(Wording.ago(firstSeen, now), firstSeen, Wording.exact(firstSeen)),
                judgement(posting),
                reasons(found.evidence()),
                grouped(reasons(found.evidence()), found.expertMark() > 0),
                found.expertMark() == 0
                        ? null
                        : new Reason(0, "+" + found.expertMark(), "must", "strong", "", "expert mark"),
                sum == found.score() ? null : new Reason(0, signed(found.score() - sum), "", "", "", "limits"),
                MarkedText.of(posting.text(), found.evidence()),
                PostingFacts.of(posting, now),
                posting.sightings().stream()
                        .map(sighting -> link(posting, sighting, feedName, now))
                        .toList(),
                PostingFacts.history(posting),
                posting.open(),
                posting.sample(),
                !posting.corrections().isEmpty());
    }

    private static Judgement judgement(Posting posting) {
        var found = posting.classification();
        return new Judgement(
                Wording.label(found.label()),
                found.score(),
                Wording.band(found.score()),
                Wording.depth(found.score()),
                FacetWords.family(Wording.tag(found.family())),
                found.domains().stream()
                        .map(Domain::tag)
                        .map(FacetWords::domain)
                        .toList(),
                "%d in 100".formatted(Math.round(found.sureness() * 100)),
                found.flags().stream().sorted().map(Wording::flag).toList());
    }

    private static List<Reason> reasons(List<Evidence> evidence) {
        return IntStream.range(0, evidence.size())
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(i -> evidence.get(i).points())
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .map(i -> reason(i + 1, evidence.get(i)))
                .toList();
    }

    private static List<Reasons> grouped(List<Reason> reasons, boolean expert) {
        return Stream.of("must", "preferred")
                .map(necessity -> new Reasons(
                        necessity,
                        necessity.equals("must") ? "Must" : "Preferred",
                        reasons.stream()
                                .filter(reason -> reason.necessity().equals(necessity))
                                .toList(),
                        expert && necessity.equals("must")))
                .filter(group -> !group.reasons().isEmpty() || group.expert())
                .toList();
    }

    private static Reason reason(int number, Evidence unit) {
        return new Reason(
                number,
                signed(unit.points()),
                Wording.tag(unit.necessity()),
                MarkedText.strength(unit),
                unit.quote().replaceAll("\\s+", " ").strip(),
                unit.requirement());
    }

    private static String signed(int points) {
        return points < 0 ? "−" + -points : "+" + points;
    }

    private static Link link(Posting posting, Sighting sighting, UnaryOperator<String> feedName, Instant now) {
        var until = sighting.until();
        var url = sighting.url() == null ? posting.url() : sighting.url();
        return new Link(
                feedName.apply(sighting.feedId()),
                "/feeds/" + sighting.feedId(),
                webAddress(url),
                Wording.ago(sighting.lastSeen(), now),
                until == null ? null : Wording.day(until));
    }

    /// Only what a browser opens as a page: a feed may put anything into a link.
    static @Nullable String webAddress(@Nullable String url) {
        return url != null && url.matches("(?i)https?://\\S+") ? url : null;
    }
}
