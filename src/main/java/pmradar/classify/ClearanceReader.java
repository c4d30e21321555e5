package pmradar.classify;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pmradar.classify.FactWords.Role;

/// Reads the security clearance that a clause asks for, in its own words.
final class ClearanceReader {

    private static final int REACH = 7;

    @Nullable
    String read(FactText text) {
        if (!text.anywhere(Role.CLEARANCE) && !text.anywhere(Role.CLEARED)) return null;
        for (var i = text.first(); i < text.end(); i++) {
            if (!text.plays(i, Role.CLEARANCE)) continue;
            var first = run(text, i);
            if (first < i) return denied(text, first) ? null : text.between(first, i + 1);
        }
        for (var i = text.first(); i < text.end(); i++) {
            if (!text.plays(i, Role.CLEARED)) continue;
            var other = other(text, i);
            if (other != null) return denied(text, i) ? null : other;
        }
        return null;
    }

    private static boolean denied(FactText text, int token) {
        return text.has(Role.NEGATE, token - 4, token);
    }

    /// Where the words before "clearance" begin that name its kind: security, top secret, SC …
    private static int run(FactText text, int clearance) {
        var first = clearance;
        for (var i = clearance - 1; i >= Math.max(text.first(), clearance - REACH); i--) {
            if (text.tokens().gap(i + 1) > Tokens.PAUSED) break;
            if (text.plays(i, Role.CLEARED)) first = i;
            else if (!text.plays(i, Role.OPTION)) break;
        }
        return first;
    }

    private static @Nullable String other(FactText text, int i) {
        var word = text.tokens().word(i);
        var next = i + 1 < text.end() ? text.tokens().word(i + 1).toLowerCase(Locale.ROOT) : "";
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "sicherheitsüberprüfung", "sicherheitsüberprüfungen", "sicherheitsüberprüft" -> word;
            case "ü1", "ü2", "ü3", "bpss" -> word;
            case "security", "sc", "dv" ->
                next.equals("cleared") || next.equals("vetted") || next.equals("vetting")
                        ? text.between(i, i + 2)
                        : null;
            case "ts" -> next.equals("sci") ? text.between(i, i + 2) : null;
            case "public" -> next.equals("trust") ? text.between(i, i + 2) : null;
            case "habilitation" -> french(text, i);
            case "habilitación", "acreditación" ->
                next.equals("de")
                                && i + 2 < text.end()
                                && text.tokens().word(i + 2).startsWith("seguridad")
                        ? text.between(i, i + 3)
                        : null;
            default -> null;
        };
    }

    private static @Nullable String french(FactText text, int i) {
        for (var j = i + 1; j < Math.min(text.end(), i + 5); j++) {
            var word = text.tokens().word(j).toLowerCase(Locale.ROOT);
            if (word.equals("défense") || word.equals("sécurité")) return text.between(i, j + 1);
        }
        return null;
    }
}
