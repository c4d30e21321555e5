package pmradar.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pmradar.alert.Digest;
import pmradar.alert.Hit;
import pmradar.alert.Inbox;
import pmradar.alert.SavedSearch;
import pmradar.classify.Domain;
import pmradar.posting.Posting;

/// What a subscribed search holds now, whatever the format. Names and dates of entries never change with the address
/// that this server is reached by.
///
/// @param id names the search for good; @param tag names exactly these entries as they are
/// @param self where it was asked for; @param page the same search for people
/// @param updated of the entry that changed last
record NewestPostings(
        String id, String tag, String title, String self, String page, Instant updated, List<Entry> entries) {

    private static final int SUMMARY = 600;

    /// @param link the posting's page here; @param source where it was seen, if that is a web address
    /// @param updated when it was first seen or last changed
    record Entry(
            String id,
            String title,
            @Nullable String employer,
            String link,
            @Nullable String source,
            Instant published,
            Instant updated,
            List<String> tags,
            String summary) {}

    /// @param self path and query
    static NewestPostings of(String title, SearchAddress address, String root, String self, List<Posting> found) {
        var entries = found.stream().map(posting -> entry(posting, root)).toList();
        var updated =
                entries.stream().map(Entry::updated).max(Instant::compareTo).orElse(Instant.EPOCH);
        var page = root + address.link("/");
        return new NewestPostings(
                named("search " + address.link("/")),
                "W/\"%s\""
                        .formatted(named(root + self + " "
                                + found.stream()
                                        .map(posting -> posting.id() + "-" + posting.version() + "-"
                                                + posting.corrections().size())
                                        .collect(Collectors.joining(" ")))),
                title,
                root + self,
                page,
                updated.truncatedTo(ChronoUnit.SECONDS),
                entries);
    }

    /// What a saved search told, line by line.
    ///
    /// @param told newest first; @param self path, with the secret; @param most entries at most
    static NewestPostings told(SavedSearch search, List<Inbox.Entry> told, String root, String self, int most) {
        var entries = told.stream()
                .map(Inbox.Entry::digest)
                .flatMap(digest -> Stream.concat(
                        digest.notices().stream().map(notice -> entry(digest, notice, root)),
                        digest.lines().stream().map(line -> entry(digest, line, root))))
                .limit(most)
                .toList();
        var updated = entries.isEmpty() ? search.since() : entries.getFirst().updated();
        return new NewestPostings(
                named("saved search " + search.token()),
                "W/\"%s\"".formatted(named(root + self + search.name() + entries)),
                search.name(),
                root + self,
                root + "/alerts/" + search.id(),
                updated.truncatedTo(ChronoUnit.SECONDS),
                entries);
    }

    private static Entry entry(Digest digest, Digest.Notice notice, String root) {
        var at = digest.at().truncatedTo(ChronoUnit.SECONDS);
        return new Entry(
                named("told %s %s %s".formatted(digest.key(), notice.path(), notice.title())),
                notice.title(),
                null,
                root + notice.path(),
                null,
                at,
                at,
                List.of(),
                notice.said());
    }

    private static Entry entry(Digest digest, Digest.Line line, String root) {
        var kind = switch (line.kind()) {
            case NEW -> "";
            case CHANGED -> "Changed: ";
            case CLOSED -> "Closed: ";
        };
        var at = digest.at().truncatedTo(ChronoUnit.SECONDS);
        return new Entry(
                named("told %s %d%s"
                        .formatted(digest.key(), line.posting(), line.kind() == Hit.Kind.NEW ? "" : " " + line.said())),
                kind + line.title(),
                line.employer(),
                root + "/postings/" + line.posting(),
                PostingView.webAddress(line.link()),
                at,
                at,
                List.of(line.label()),
                String.join("\n", line.words()));
    }

    private static Entry entry(Posting posting, String root) {
        var life = posting.life();
        var changed = life.changed();
        var tags = Stream.concat(
                        Stream.of(Wording.label(posting.classification().label())),
                        posting.classification().domains().stream().map(Domain::tag))
                .toList();
        return new Entry(
                named("posting %s %s".formatted(posting.id(), life.firstSeen())),
                posting.title(),
                posting.company(),
                root + "/postings/" + posting.id(),
                PostingView.webAddress(posting.url()),
                life.firstSeen().truncatedTo(ChronoUnit.SECONDS),
                (changed == null ? life.firstSeen() : changed).truncatedTo(ChronoUnit.SECONDS),
                tags,
                summary(posting));
    }

    /// Where, pay and label in one line, then how the text begins.
    private static String summary(Posting posting) {
        var found = posting.classification();
        var facts = Stream.of(
                        posting.company(),
                        ResultRow.where(posting),
                        posting.pay() == null ? null : PayWords.stated(posting.pay()),
                        "%s, %d of 100".formatted(Wording.label(found.label()), found.score()))
                .filter(words -> words != null && !words.isBlank())
                .collect(Collectors.joining(" · "));
        var text = posting.text().strip();
        return facts + "\n\n" + (text.length() <= SUMMARY ? text : cut(text) + "…");
    }

    private static String cut(String text) {
        int end = Character.isHighSurrogate(text.charAt(SUMMARY - 1)) ? SUMMARY - 1 : SUMMARY;
        return text.substring(0, end);
    }

    static String named(String what) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8));
    }
}
