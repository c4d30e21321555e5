package pmradar.classify;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the degree that a clause asks for (E1).
final class DegreeReader {

    private static final int REACH = 14;
    private static final Set<Cue> STOPS = EnumSet.of(
            Cue.YEARS,
            Cue.KNOW,
            Cue.CERT_MANAGEMENT,
            Cue.CERTIFICATE,
            Cue.CERT_ENGINEERING,
            Cue.CERT_INFRA,
            Cue.CERT_SECURITY,
            Cue.CERT_SOFTWARE,
            Cue.CERT_APPS);
    private static final Set<String> GENERAL_ENGINEERING = Set.of(
            "engineering",
            "ecole d ingenieur",
            "ecole d ingenieurs",
            "engineering school",
            "school of engineering",
            "engineer",
            "ingenieurwesen",
            "ingenieur",
            "ingenieria",
            "ingenierie",
            "engenharia");
    private static final Cue[] FIELDS = {
        Cue.FIELD_COMPUTING, Cue.FIELD_ENGINEERING, Cue.FIELD_VAGUE, Cue.FIELD_OTHER_TECH, Cue.FIELD_PLAIN
    };

    /// @param first @param end the words that speak of the degree
    record Found(int first, int end, @Nullable Unit unit) {}

    /// The degree, technical or not; null where the part asks for none.
    @Nullable
    Found read(Part part) {
        var degree = part.firstFrom(part.first, Cue.DEGREE);
        while (degree != null) {
            var found = around(part, degree);
            if (found != null) return found;
            degree = part.firstFrom(degree.first() + 1, Cue.DEGREE);
        }
        return null;
    }

    private @Nullable Found around(Part part, Mark degree) {
        int first = degree.first();
        int end = degree.last() + 1;
        boolean grown = true;
        boolean field = false;
        while (grown) {
            grown = false;
            for (var mark : part.marks) {
                if (!belongs(mark) || mark.last() < end && mark.first() >= first) continue;
                boolean after = mark.first() >= first && mark.first() - end <= (field ? 5 : REACH);
                boolean before = mark.first() < first && first - mark.last() <= 3 && Part.is(mark, Cue.DEGREE);
                boolean fieldBefore = mark.first() < first
                        && first - mark.last() <= 3
                        && Part.is(mark, FIELDS)
                        && joined(part, mark.last(), first);
                if (!after && !before && !fieldBefore) continue;
                if (after && stops(part, end, mark.first())) continue;
                first = Math.min(first, mark.first());
                end = Math.max(end, mark.last() + 1);
                grown = true;
                field |= Part.is(mark, FIELDS);
            }
        }
        for (var mark : part.marks) field |= mark.first() >= first && mark.last() < end && Part.is(mark, FIELDS);
        if (!field) return null;
        var inner = part.sub(first, end);
        return new Found(first, end, unit(part.sub(first, qualified(part, end)), inner));
    }

    /// Where the words about the degree end, with what follows to qualify it ("is required", "preferred").
    private static int qualified(Part part, int end) {
        int limit = Math.min(part.end, end + 6);
        int word = end;
        while (word < limit && part.reading.words().gap(word) != Words.BREAK) word++;
        return word;
    }

    private static boolean joined(Part part, int from, int to) {
        for (int word = from + 1; word <= to; word++) {
            if (part.reading.words().gap(word) != Words.JOINED) return false;
        }
        return true;
    }

    /// Years or knowledge between a degree and a field mean that the field is not the degree's.
    private static boolean stops(Part part, int from, int to) {
        for (var mark : part.marks) {
            if (mark.first() >= from && mark.first() < to && STOPS.contains(mark.cue())) return true;
        }
        return false;
    }

    private static boolean belongs(Mark mark) {
        return Part.is(mark, FIELDS) || Part.is(mark, Cue.DEGREE, Cue.RELATED, Cue.OR_EXPERIENCE);
    }

    private @Nullable Unit unit(Part whole, Part part) {
        boolean computing = named(part, Cue.FIELD_COMPUTING);
        boolean engineering = named(part, Cue.FIELD_ENGINEERING);
        boolean other = named(part, Cue.FIELD_OTHER_TECH);
        boolean vague = named(part, Cue.FIELD_VAGUE);
        if (!computing && !engineering && !vague && !other) return null;
        boolean plain = named(part, Cue.FIELD_PLAIN);
        boolean alternative = plain || !computing && !engineering && !other;
        boolean preferred = whole.necessity() == Evidence.Necessity.PREFERRED;
        var strength = alternative
                ? preferred ? Evidence.Strength.W : Evidence.Strength.M
                : preferred ? Evidence.Strength.M : Evidence.Strength.S;
        Set<Domain> domains = EnumSet.noneOf(Domain.class);
        if (engineering && !(computing && unnamed(part))) domains.add(Domain.ENGINEERING);
        if (other && domains.isEmpty()) domains.add(Domain.OTHER);
        var type = Evidence.Type.E1;
        boolean expert = part.has(Cue.MASTER) && !bachelor(part);
        return new Unit(part.start(), part.stop(), type, strength, whole.necessity(), domains, computing, expert, null);
    }

    /// "computer science, engineering or similar": no discipline of engineering is named.
    private static boolean unnamed(Part part) {
        for (var mark : part.marks) {
            if (mark.cue() != Cue.FIELD_ENGINEERING || inside(part, mark)) continue;
            var name = Letters.fold(part.reading
                    .words()
                    .text
                    .substring(
                            part.reading.words().start(mark.first()),
                            part.reading.words().end(mark.last())));
            if (GENERAL_ENGINEERING.stream().noneMatch(general -> covers(general, name))) return false;
        }
        return true;
    }

    private static boolean covers(String general, String name) {
        return name.equals(general) || name.contains("diplom") && name.endsWith(general);
    }

    private static boolean bachelor(Part part) {
        for (var mark : part.marks) {
            if (mark.cue() == Cue.DEGREE
                    && part.reading
                            .words()
                            .text
                            .regionMatches(true, part.reading.words().start(mark.first()), "bachel", 0, 6)) return true;
        }
        return false;
    }

    /// Whether a field is named that is no part of a longer name of another kind ("construction engineering").
    private static boolean named(Part part, Cue field) {
        for (var mark : part.marks) {
            if (mark.cue() == field && !inside(part, mark)) return true;
        }
        return false;
    }

    private static boolean inside(Part part, Mark mark) {
        for (var other : part.marks) {
            boolean longer = other.length() > mark.length()
                    || other.length() == mark.length()
                            && other.cue() == Cue.FIELD_VAGUE
                            && mark.cue() != Cue.FIELD_VAGUE;
            if (longer && Part.is(other, FIELDS) && other.first() <= mark.first() && other.last() >= mark.last())
                return true;
        }
        return false;
    }
}
