package pmradar.alert.channel;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pmradar.alert.Digest;
import pmradar.alert.Hit;

/// A digest in plain words, as all channels for people write it.
final class PlainDigest {

    private PlainDigest() {}

    static String subject(Digest digest) {
        int count = digest.lines().size();
        return "%s: %s"
                .formatted(
                        digest.searchName(),
                        count == 1 ? digest.lines().getFirst().title() : count + " postings");
    }

    static String text(Digest digest) {
        return Stream.concat(
                        digest.lines().stream().map(PlainDigest::line),
                        digest.more().stream().map(PlainDigest::more))
                .collect(Collectors.joining("\n\n"));
    }

    /// At most so many characters, and none of them halved.
    static String cut(String text, int most) {
        if (text.length() <= most) return text;
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }

    static String line(Digest.Line line) {
        return Stream.of(
                        kind(line.kind()) + line.title(), facts(line), score(line), why(line), line.said(), line.link())
                .filter(Objects::nonNull)
                .filter(words -> !words.isBlank())
                .collect(Collectors.joining("\n"));
    }

    static String kind(Hit.Kind kind) {
        return switch (kind) {
            case NEW -> "";
            case CHANGED -> "Changed: ";
            case CLOSED -> "Closed: ";
        };
    }

    static String facts(Digest.Line line) {
        return Stream.of(line.employer(), line.place(), line.pay())
                .filter(Objects::nonNull)
                .filter(words -> !words.isBlank())
                .collect(Collectors.joining(" · "));
    }

    static String score(Digest.Line line) {
        var deciding = line.deciding() == null ? "" : " · " + line.deciding();
        return "%s, %d of 100%s".formatted(line.label(), line.score(), deciding);
    }

    static String why(Digest.Line line) {
        var seen = line.seenAt().isEmpty() ? "" : " · seen at " + String.join(", ", line.seenAt());
        return "Because: " + String.join(" · ", line.reasons()) + seen;
    }

    static String more(Digest.More more) {
        return more.employer() == null
                ? "+ %d more".formatted(more.count())
                : "+ %d more of %s".formatted(more.count(), more.employer());
    }
}
