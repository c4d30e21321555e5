package pmradar.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import pmradar.classify.Evidence;
import pmradar.posting.Pay;
import pmradar.posting.Posting;

/// Reads of a posting what a person can be told has changed, and says the difference.
final class KnownFacts {
    private static final int MOST_REQUIREMENTS = 40;
    private static final int LONGEST = 80;

    private KnownFacts() {}

    static Hit.Facts of(Posting posting) {
        var requires = new TreeSet<String>();
        for (var unit : posting.classification().evidence()) {
            if (unit.necessity() == Evidence.Necessity.MUST && requires.size() < MOST_REQUIREMENTS)
                requires.add(cut(Objects.requireNonNullElse(unit.requirement(), unit.quote())));
        }
        return new Hit.Facts(pay(posting.pay()), List.copyOf(requires));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    static String pay(@Nullable Pay pay) {
        if (pay == null) return "";
        var period = pay.period().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        if (pay.min() == null) return "up to %,.0f %s a %s".formatted(pay.max(), pay.currency(), period);
        if (pay.max() == null) return "from %,.0f %s a %s".formatted(pay.min(), pay.currency(), period);
        if (pay.min().compareTo(pay.max()) == 0) return "%,.0f %s a %s".formatted(pay.min(), pay.currency(), period);
        return "%,.0f to %,.0f %s a %s".formatted(pay.min(), pay.max(), pay.currency(), period);
    }

    /// In sentences what is another now, of what the person wants to hear of; empty for nothing.
    static String difference(Hit.Facts before, Hit.Facts now, java.util.Set<Wishes.Change> wished) {
        var said = new ArrayList<String>();
        if (wished.contains(Wishes.Change.PAY) && !before.pay().equals(now.pay()))
            said.add("Pay: %s, before: %s.".formatted(orNone(now.pay()), orNone(before.pay())));
        if (wished.contains(Wishes.Change.REQUIREMENTS)) {
            listed("Now required: ", now.requires(), before.requires(), said);
            listed("No longer required: ", before.requires(), now.requires(), said);
        }
        return String.join(" ", said);
    }

    private static String orNone(String pay) {
        return pay.isEmpty() ? "not stated" : pay;
    }

    private static void listed(String words, List<String> these, List<String> those, List<String> said) {
        var only = new ArrayList<>(these);
        only.removeAll(those);
        if (!only.isEmpty()) said.add(words + String.join(", ", only.subList(0, Math.min(5, only.size()))) + ".");
    }
}
