package pmradar.classify;

import java.util.Map;

/// Reads small numbers in digits or words.
final class Numbers {

    private static final Map<String, Integer> SPELLED = Map.ofEntries(
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("mehrjahrige", 3),
            Map.entry("langjahrige", 5));

    private Numbers() {}

    /// The first number in a phrase; 0 where it holds none below 100.
    static int of(Words words, Mark mark) {
        for (int word = mark.first(); word <= mark.last(); word++) {
            int number = of(words, word);
            if (number > 0) return number;
        }
        return 0;
    }

    private static int of(Words words, int word) {
        int length = words.end(word) - words.start(word);
        if (words.number(word)) {
            if (length > 2) return 0;
            int value = 0;
            for (int i = words.start(word); i < words.end(word); i++) {
                int digit = Character.digit(words.text.charAt(i), 10);
                if (digit < 0) return value;
                value = value * 10 + digit;
            }
            return value;
        }
        if (length > 12) return 0;
        return SPELLED.getOrDefault(Letters.fold(words.text.substring(words.start(word), words.end(word))), 0);
    }
}
