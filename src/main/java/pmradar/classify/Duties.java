package pmradar.classify;

import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/// Reads technical work that the person does in person (E4).
final class Duties {

    @Nullable
    Unit read(Part part) {
        boolean strong = strong(part);
        if (!strong && !compound(part)) return null;
        var domains = EnumSet.noneOf(Domain.class);
        for (var mark : part.marks) {
            var domain = Fields.of(mark.cue());
            if (domain != null && Fields.technology(mark.cue())) domains.add(domain);
        }
        return new Unit(
                part.start(),
                part.stop(),
                Evidence.Type.E4,
                Evidence.Strength.S,
                part.necessity(),
                domains,
                false,
                false,
                null);
    }

    private static boolean strong(Part part) {
        for (var mark : part.marks) {
            if (mark.cue() == Cue.STRONG_DUTY && !others(part, mark)) return true;
        }
        return false;
    }

    /// A verb of technical work with a technical thing close behind it.
    private static boolean compound(Part part) {
        for (var verb : part.marks) {
            if (verb.cue() != Cue.DO || others(part, verb)) continue;
            var thing = part.firstFrom(verb.last() + 1, Cue.THING);
            if (thing != null && thing.first() - verb.last() <= 4) return true;
        }
        return hard(part);
    }

    private static boolean hard(Part part) {
        for (var verb : part.marks) {
            if (verb.cue() != Cue.DO_HARD || others(part, verb)) continue;
            var thing = part.firstFrom(verb.last() + 1, Cue.THING_ONE);
            if (thing != null && thing.first() - verb.last() <= 4) return true;
        }
        return false;
    }

    private static boolean others(Part part, Mark mark) {
        var other = part.lastBefore(mark.first(), Cue.OTHERS_DO);
        return other != null && mark.first() - other.last() < 12;
    }
}
