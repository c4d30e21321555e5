package pmradar.classify;

import org.jspecify.annotations.Nullable;
import pmradar.classify.FactWords.Role;

/// Reads how much of the time is spent travelling, in percent.
final class TravelReader {

    private static final int REACH = 14;

    @Nullable
    Integer read(FactText text) {
        if (!text.anywhere(Role.TRAVEL)) return null;
        for (var i = text.first(); i < text.end(); i++) {
            if (!text.plays(i, Role.TRAVEL)) continue;
            var percent = nearest(text, i);
            if (percent != null) return percent;
            if (text.plays(i - 1, Role.NEGATE)) return 0;
        }
        return null;
    }

    /// Of a range, the upper end.
    private static @Nullable Integer nearest(FactText text, int travel) {
        for (var distance = 1; distance <= REACH; distance++) {
            for (var token : new int[] {travel + distance, travel - distance}) {
                var number = text.number(token);
                if (number < 0 || number > 100 || !percent(text, token)) continue;
                var next = text.number(token + 1);
                return next > number && next <= 100 && percent(text, token + 1) ? Integer.valueOf(next) : number;
            }
        }
        return null;
    }

    /// "25%", "25 %", "25 percent", "25-50%"
    private static boolean percent(FactText text, int token) {
        if (sign(text, token)) return true;
        var next = token + 1;
        if (text.plays(next, Role.PERCENT) || text.plays(token + 2, Role.PERCENT) && text.number(next) < 0) return true;
        if (text.plays(next, Role.RANGE)) next++;
        return text.number(next) >= 0 && sign(text, next);
    }

    private static boolean sign(FactText text, int token) {
        var tokens = text.tokens();
        for (var i = tokens.end(token); i < Math.min(tokens.text().length(), tokens.end(token) + 3); i++) {
            var c = tokens.text().charAt(i);
            if (c == '%') return true;
            if (!Character.isSpaceChar(c)) return false;
        }
        return false;
    }
}
