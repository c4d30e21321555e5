package pmradar.alert.channel;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pmradar.alert.Digest;
import pmradar.alert.Hit;

/// A digest in plain words, as all channels for people write it.
final class PlainDigest {

    private PlainDigest() {}

    static String subject(Digest digest) {
        return "%s: %s".formatted(digest.searchName(), counted(digest));
    }

    private static String counted(Digest digest) {
        int postings = digest.lines().size();
        int feeds = digest.notices().size();
        if (postings == 0) return feeds == 1 ? digest.notices().getFirst().title() : feeds + " notices";
        if (postings == 1 && feeds == 0) return digest.lines().getFirst().title();
        return postings + (postings == 1 ? " posting" : " postings") + (feeds == 0 ? "" : " and " + feeds + " notices");
    }

    static String text(Digest digest) {
        return Stream.of(
                        digest.notices().stream().map(PlainDigest::notice),
                        digest.lines().stream().map(PlainDigest::line),
                        digest.more().stream().map(PlainDigest::more))
                .flatMap(part -> part)
                .collect(Collectors.joining("\n\n"));
    }

    static String notice(Digest.Notice notice) {
        return notice.title() + "\n" + notice.said();
    }

    /// At most so many bytes as UTF-8, and no character halved.
    static String cutBytes(String text, int most) {
        if (text.getBytes(StandardCharsets.UTF_8).length <= most) return text;
        int left = most - "…".getBytes(StandardCharsets.UTF_8).length;
        int end = 0;
        while (end < text.length()) {
            int letter = text.codePointAt(end);
            left -= bytes(letter);
            if (left < 0) break;
            end += Character.charCount(letter);
        }
        return text.substring(0, end) + "…";
    }

    /// Half a pair is written as one byte, a question mark.
    private static int bytes(int letter) {
        if (letter < 0x80 || letter >= 0xD800 && letter <= 0xDFFF) return 1;
        if (letter < 0x800) return 2;
        return letter < 0x10000 ? 3 : 4;
    }

    /// At most so many characters, and none of them halved.
    static String cut(String text, int most) {
        if (text.length() <= most) return text;
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }

    static String line(Digest.Line line) {
        return Stream.of(
                        Stream.of(kind(line.kind()) + line.title()),
                        line.words().stream(),
                        Stream.ofNullable(line.link()))
                .flatMap(words -> words)
                .collect(Collectors.joining("\n"));
    }

    static String kind(Hit.Kind kind) {
        return switch (kind) {
            case NEW -> "";
            case CHANGED -> "Changed: ";
            case CLOSED -> "Closed: ";
        };
    }

    static String more(Digest.More more) {
        return more.employer() == null
                ? "+ %d more".formatted(more.count())
                : "+ %d more of %s".formatted(more.count(), more.employer());
    }
}
