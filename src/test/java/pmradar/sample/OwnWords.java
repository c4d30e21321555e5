package pmradar.sample;

import java.util.regex.Pattern;

/// Gives a text invented words that no other text has, behind its short words: about one in five then is its own, and
/// two texts made of the same sentences share few runs of three words. Which word stands where depends on the words
/// around it only, so that a repeat with its sections in another order gets the same.
///
/// @param posting whose words they are
public record OwnWords(long posting) {
    private static final Pattern PLACE = Pattern.compile("(?<=[ >])\\p{Ll}{1,3} (?=\\p{Ll}+)");
    private static final String CONSONANTS = "bdfgklmnprstvz";
    private static final String VOWELS = "aeiou";
    private static final int AROUND = 12;

    public String in(String text) {
        return PLACE.matcher(text).replaceAll(place -> {
            var following = text.substring(place.end(), Math.min(text.length(), place.end() + AROUND));
            return place.group() + word((place.group() + following).hashCode()) + " ";
        });
    }

    private String word(int around) {
        long bits = mixed(posting * 0x9E3779B97F4A7C15L + around);
        var word = new StringBuilder();
        for (int syllable = 0; syllable < 3; syllable++) {
            word.append(CONSONANTS.charAt((int) Math.floorMod(bits, CONSONANTS.length())));
            bits >>>= 8;
            word.append(VOWELS.charAt((int) Math.floorMod(bits, VOWELS.length())));
            bits >>>= 8;
        }
        return word.toString();
    }

    /// The finaliser of SplitMix64.
    private static long mixed(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
