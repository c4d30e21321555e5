package pmradar.classify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Phrases filed by concept, found in a text in one pass whatever their number.
///
/// A phrase is one to four words; `*` after a word stands for any ending, before it for any beginning.
final class PhraseTable {

    private static final int SHORTEST_PART = 2;
    private static final int LONGEST_PART = 24;
    private static final int PAIRS = 4096;

    private enum Part {
        WHOLE,
        BEGINNING,
        ENDING
    }

    /// @param pair the hash of the two letters at its closed end
    private record Word(Part part, int length, long hash, long pair) {
        static Word of(String written) {
            if (written.endsWith("*")) return part(Part.BEGINNING, written.substring(0, written.length() - 1));
            if (written.startsWith("*")) return part(Part.ENDING, written.substring(1));
            return new Word(Part.WHOLE, written.length(), FoldedWords.hash(written), 0);
        }

        private static Word part(Part part, String letters) {
            if (letters.length() < SHORTEST_PART || letters.length() > LONGEST_PART) {
                throw new IllegalArgumentException("'%s*' must have 2 to 24 letters".formatted(letters));
            }
            var pair = part == Part.BEGINNING
                    ? letters.substring(0, SHORTEST_PART)
                    : letters.substring(letters.length() - SHORTEST_PART);
            return new Word(part, letters.length(), FoldedWords.hash(letters), FoldedWords.hash(pair));
        }

        boolean is(FoldedWords words, int at) {
            return switch (part) {
                case WHOLE -> words.hash(at) == hash && words.length(at) == length;
                case BEGINNING -> words.length(at) >= length && words.beginning(at, length) == hash;
                case ENDING -> words.length(at) > length && words.ending(at, length) == hash;
            };
        }
    }

    /// @param rest the words after the first
    private record Phrase(int concept, List<Word> rest) {
        boolean follows(FoldedWords words, int at) {
            if (at + rest.size() >= words.count()) return false;
            for (int i = 0; i < rest.size(); i++) {
                if (words.first(at + 1 + i) || !rest.get(i).is(words, at + 1 + i)) return false;
            }
            return true;
        }
    }

    /// All phrases with the same first word.
    ///
    /// @param alone the concepts of those that are this one word; @param longer the others
    private record Entry(long alone, List<Phrase> longer) {
        static Entry of(List<Phrase> phrases) {
            long alone = 0;
            for (var phrase : phrases) if (phrase.rest().isEmpty()) alone |= 1L << phrase.concept();
            return new Entry(
                    alone,
                    phrases.stream().filter(phrase -> !phrase.rest().isEmpty()).toList());
        }
    }

    private final List<String> concepts;
    private final HashFile<Entry> whole;
    private final HashFile<Entry> beginnings;
    private final HashFile<Entry> endings;

    /// How long the parts are that begin, or end, with the same two letters: one bit for each length.
    private final int[] beginningLengths = new int[PAIRS];

    private final int[] endingLengths = new int[PAIRS];

    private PhraseTable(Map<String, List<String>> phrases) {
        if (phrases.size() > Long.SIZE) throw new IllegalArgumentException("More than 64 concepts");
        concepts = List.copyOf(phrases.keySet());
        var filed = new HashMap<Part, Map<Long, List<Phrase>>>();
        for (var part : Part.values()) filed.put(part, new HashMap<>());
        for (int concept = 0; concept < concepts.size(); concept++) {
            for (var phrase : phrases.getOrDefault(concepts.get(concept), List.of())) file(concept, phrase, filed);
        }
        whole = entries(filed.getOrDefault(Part.WHOLE, Map.of()));
        beginnings = entries(filed.getOrDefault(Part.BEGINNING, Map.of()));
        endings = entries(filed.getOrDefault(Part.ENDING, Map.of()));
    }

    private static HashFile<Entry> entries(Map<Long, List<Phrase>> filed) {
        var entries = new HashMap<Long, Entry>();
        filed.forEach((hash, phrases) -> entries.put(hash, Entry.of(phrases)));
        return new HashFile<>(entries);
    }

    private void file(int concept, String phrase, Map<Part, Map<Long, List<Phrase>>> filed) {
        var words = Arrays.stream(phrase.split(" ")).map(Word::of).toList();
        var first = words.getFirst();
        if (first.part() == Part.BEGINNING) beginningLengths[pair(first.pair())] |= 1 << first.length();
        if (first.part() == Part.ENDING) endingLengths[pair(first.pair())] |= 1 << first.length();
        Objects.requireNonNull(filed.get(first.part()))
                .computeIfAbsent(first.hash(), hash -> new ArrayList<>())
                .add(new Phrase(concept, words.subList(1, words.size())));
    }

    /// @param resource beside this class's package root, under `pmradar/classify/`
    static PhraseTable read(String resource) {
        var phrases = new java.util.LinkedHashMap<String, List<String>>();
        try (var in = PhraseTable.class.getResourceAsStream("/pmradar/classify/" + resource);
                var lines = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(in, resource), StandardCharsets.UTF_8))) {
            for (var line : lines.lines().toList()) {
                int colon = line.indexOf(':');
                if (line.isBlank() || line.startsWith("#") || colon < 0) continue;
                var list = phrases.computeIfAbsent(line.substring(0, colon).strip(), name -> new ArrayList<>());
                for (var phrase : line.substring(colon + 1).split(",")) list.add(phrase.strip());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        }
        return new PhraseTable(phrases);
    }

    /// @param phrases by concept, in the order of the concepts' bits
    static PhraseTable of(Map<String, List<String>> phrases) {
        return new PhraseTable(phrases);
    }

    List<String> concepts() {
        return concepts;
    }

    /// @throws IllegalArgumentException when there is no such concept
    long bit(String concept) {
        int at = concepts.indexOf(concept);
        if (at < 0) throw new IllegalArgumentException("No concept '%s'".formatted(concept));
        return 1L << at;
    }

    /// The concepts whose bits are set.
    List<String> names(long bits) {
        var names = new ArrayList<String>();
        for (int concept = 0; concept < concepts.size(); concept++) {
            if ((bits >>> concept & 1) != 0) names.add(concepts.get(concept));
        }
        return names;
    }

    private static int pair(long hash) {
        return (int) (HashFile.mixed(hash) >>> 40) & (PAIRS - 1);
    }

    /// The concepts of the phrases that begin with the word, one bit each.
    long at(FoldedWords words, int word) {
        long found = matches(whole.get(words.hash(word)), words, word);
        int length = words.length(word);
        if (length < SHORTEST_PART) return found;
        int lengths = beginningLengths[pair(words.beginning(word, SHORTEST_PART))] & upTo(length);
        for (; lengths != 0; lengths &= lengths - 1) {
            int part = Integer.numberOfTrailingZeros(lengths);
            found |= matches(beginnings.get(words.beginning(word, part)), words, word);
        }
        lengths = endingLengths[pair(words.ending(word, SHORTEST_PART))] & upTo(length - 1);
        for (; lengths != 0; lengths &= lengths - 1) {
            int part = Integer.numberOfTrailingZeros(lengths);
            found |= matches(endings.get(words.ending(word, part)), words, word);
        }
        return found;
    }

    private static int upTo(int length) {
        return length > LONGEST_PART ? -1 : (1 << length + 1) - 1;
    }

    private static long matches(@Nullable Entry entry, FoldedWords words, int word) {
        if (entry == null) return 0;
        long found = entry.alone();
        for (int i = 0; i < entry.longer().size(); i++) {
            var phrase = entry.longer().get(i);
            if (phrase.follows(words, word)) found |= 1L << phrase.concept();
        }
        return found;
    }
}
