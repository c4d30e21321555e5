package pmradar.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pmradar.classify.Evidence.Necessity;
import pmradar.classify.Facts;
import pmradar.posting.Pay;
import pmradar.posting.Posting;

/// The typed facts and the history of a posting, as short statements.
final class PostingFacts {

    /// @param preferred whether the posting only wishes for it
    record Fact(String name, String words, boolean preferred) {}

    record Event(Instant at, String exact, String words) {}

    private PostingFacts() {}

    static List<Fact> of(Posting posting, Instant now) {
        var found = new ArrayList<Fact>();
        var facts = posting.classification().facts();
        add(
                found,
                "Places",
                posting.places().stream().map(Wording::place).distinct().collect(Collectors.joining(" / ")));
        add(found, "Remote", Wording.remote(posting.remote()));
        add(found, "Open to", String.join(", ", posting.eligible()));
        add(
                found,
                "Work from",
                posting.workFrom().stream().map(Wording::workFrom).sorted().collect(Collectors.joining(", ")));
        posting.contradictions().forEach(words -> add(found, "Does not agree", words));
        if (posting.pay() != null) pay(found, posting.pay());
        add(found, "Level", posting.seniority() == null ? null : Wording.tag(posting.seniority()));
        add(
                found,
                "Employment",
                posting.employment().stream().sorted().map(Wording::employment).collect(Collectors.joining(", ")));
        add(found, "Department", posting.department());
        if (facts.years() != null) found.add(years("Experience", facts.years()));
        facts.specialYears().forEach(years -> found.add(years("Experience", years)));
        facts.degrees().forEach(degree -> found.add(degree(degree)));
        facts.certificates()
                .forEach(certificate -> found.add(
                        new Fact("Certificate", certificate.name(), certificate.necessity() == Necessity.PREFERRED)));
        add(found, "Clearance", facts.clearance());
        add(
                found,
                "Languages",
                facts.languages().stream().map(Wording::language).collect(Collectors.joining(", ")));
        if (facts.travel() != null) add(found, "Travel", "up to %d %%".formatted(facts.travel()));
        add(found, "Written in", Wording.language(posting.classification().language()));
        if (posting.life().claimedPosted() == null && posting.life().claimedAs() != null)
            add(found, "Posted, as the ad says", posting.life().claimedAs());
        if (posting.life().closesAt() != null)
            add(found, "Apply until", Wording.day(posting.life().closesAt()));
        add(found, "Reference", posting.requisition());
        return found;
    }

    private static void pay(List<Fact> found, Pay pay) {
        var yearly = PayWords.yearly(pay);
        if (yearly != null) add(found, "Pay by the year", yearly + ", " + PayWords.counted(pay.period()));
        if (pay.stated()) add(found, "Pay stated by", "a field of the feed");
        else add(found, "Pay, in its words", pay.raw());
    }

    private static void add(List<Fact> facts, String name, @Nullable String words) {
        if (words != null && !words.isBlank()) facts.add(new Fact(name, words, false));
    }

    private static Fact years(String name, Facts.Years years) {
        var range = years.max() == null
                ? "at least " + Wording.counted(years.min(), "year")
                : "%d to %d years".formatted(years.min(), years.max());
        return new Fact(
                name,
                years.in() == null ? range : range + " in " + years.in(),
                years.necessity() == Necessity.PREFERRED);
    }

    private static Fact degree(Facts.Degree degree) {
        var level = switch (degree.level()) {
            case SECONDARY -> "secondary school";
            case VOCATIONAL -> "vocational training";
            case ASSOCIATE -> "associate degree";
            case BACHELOR -> "bachelor's degree";
            case MASTER -> "master's degree";
            case DOCTORATE -> "doctorate";
        };
        var fields = degree.fields().isEmpty() ? "" : " in " + String.join(", ", degree.fields());
        var other = degree.alternative() ? ", or something equal to it" : "";
        return new Fact("Degree", level + fields + other, degree.necessity() == Necessity.PREFERRED);
    }

    static List<Event> history(Posting posting) {
        var life = posting.life();
        var events = new ArrayList<Event>();
        add(events, life.claimedPosted(), "posted, as the posting itself claims" + written(life.claimedAs()));
        add(events, life.firstSeen(), "first seen by PM Radar");
        add(events, life.changed(), "its content changed");
        add(
                events,
                life.lastRelisted(),
                life.relisted() == 1
                        ? "advertised anew"
                        : "advertised anew, for the %d. time".formatted(life.relisted()));
        if (life.closed() == null) {
            add(events, life.lastSeen(), "last seen; still open");
        } else {
            add(events, life.lastSeen(), "last seen");
            var why = life.closedWhy();
            var how = life.lost() ? "no longer known to be open" : "found closed";
            add(events, life.closed(), why == null ? how : how + ": " + lowerFirst(why));
        }
        events.sort(java.util.Comparator.comparing(Event::at));
        return events;
    }

    /// The feed's own notation, where it says more than the instant: its zone, or that it is a day only.
    private static String written(@Nullable String claimed) {
        return claimed == null ? "" : " (written “%s”)".formatted(claimed);
    }

    private static String lowerFirst(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }

    private static void add(List<Event> events, @Nullable Instant at, String words) {
        if (at != null) events.add(new Event(at, Wording.exact(at), words));
    }
}
