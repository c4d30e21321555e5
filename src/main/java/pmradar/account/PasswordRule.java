package pmradar.account;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What a password must be: long, and not among the first that are guessed. It need not have signs of several kinds.
///
/// Source: NIST SP 800-63B, section 3.1.1.2, and OWASP ASVS 5.0, chapter 6.2.
final class PasswordRule {

    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern OFTEN = Pattern.compile("password|passwort|passwd|kennwort|letmein|welcome|willkommen"
            + "|iloveyou|changeme|administrator|admin|secret|geheim|login|master|monkey|dragon|football|sunshine"
            + "|princess|trustno|pmradar|radar");
    private static final List<String> RUNS = List.of(
            "01234567890123456789",
            "abcdefghijklmnopqrstuvwxyz",
            "qwertyuiop",
            "qwertzuiop",
            "asdfghjkl",
            "zxcvbnm",
            "yxcvbnm");
    private static final int SHORTEST_RUN = 3;
    private static final int FEWEST_LEFT = 4;
    private static final int FEWEST_DIFFERENT = 5;

    private PasswordRule() {}

    /// @throws IllegalArgumentException with a sentence for people
    static void check(String name, String password) {
        int length = password.codePointCount(0, password.length());
        if (length < Accounts.SHORTEST_PASSWORD || length > Accounts.LONGEST_PASSWORD) {
            throw new IllegalArgumentException("A password has %d to %d characters."
                    .formatted(Accounts.SHORTEST_PASSWORD, Accounts.LONGEST_PASSWORD));
        }
        if (trivial(name, password)) {
            throw new IllegalArgumentException("This password is among the first that are guessed. Take three or four"
                    + " words that do not belong together, and not your name.");
        }
    }

    /// Whether next to nothing is left without the name, the most used words, and runs of the keyboard.
    private static boolean trivial(String name, String password) {
        var plain = plain(password);
        if (plain.chars().distinct().count() < FEWEST_DIFFERENT) return true;
        var left = OFTEN.matcher(plain.replace(plain(name), "")).replaceAll("");
        return withoutRuns(left).length() < FEWEST_LEFT;
    }

    private static String plain(String text) {
        var one = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return SIGNS.matcher(one).replaceAll("");
    }

    private static String withoutRuns(String text) {
        var left = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int run = run(text, at);
            if (run < SHORTEST_RUN) left.append(text.charAt(at++));
            else at += run;
        }
        return left.toString();
    }

    /// How many characters from here stand beside each other on a keyboard or in the alphabet, in either direction.
    private static int run(String text, int at) {
        int longest = 1;
        for (var row : RUNS) {
            for (var either : List.of(row, new StringBuilder(row).reverse().toString())) {
                int end = at + 1;
                while (end < text.length() && either.contains(text.substring(at, end + 1))) end++;
                longest = Math.max(longest, end - at);
            }
        }
        return longest;
    }
}
