package pmradar.classify;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads technical work that the person does in person (E4).
final class Duties {

    @Nullable
    Unit read(Part part) {
        if (part.has(Cue.SEEK)) return null;
        if (reports(part)) {
            return unit(part, Evidence.Strength.M, EnumSet.of(Domain.DATA_AI));
        }
        if (!strong(part) && !compound(part) && !builds(part) && !expertise(part)) return null;
        var domains = Fields.named(
                part.marks.stream().filter(m -> Fields.technology(m.cue())).toList());
        return unit(part, Evidence.Strength.S, domains);
    }

    /// Reports and dashboards built with a named tool count less.
    private static boolean reports(Part part) {
        var tool = part.firstFrom(part.first, Cue.BI);
        return tool != null && part.has(Cue.BI_OUTPUT) && part.lastBefore(tool.first(), Cue.MAKE) != null;
    }

    private static Unit unit(Part part, Evidence.Strength strength, Set<Domain> domains) {
        var type = Evidence.Type.E4;
        return new Unit(part.start(), part.stop(), type, strength, part.necessity(), domains, false, false, null);
    }

    private static boolean strong(Part part) {
        for (var mark : part.marks) {
            if (mark.cue() == Cue.STRONG_DUTY && !others(part, mark)) return true;
        }
        return false;
    }

    /// "Implement security technologies", as the first words: the technology is worked on, not managed.
    private static boolean builds(Part part) {
        var verb = part.firstFrom(part.first, Cue.DO_BUILD);
        if (verb == null || verb.first() - part.first > 3 || others(part, verb)) return false;
        boolean told = part.section == Section.Kind.DUTIES || verb.first() == part.first || part.has(Cue.ASK);
        if (!told) return false;
        if (part.lastBefore(verb.first(), Cue.MANAGE) != null || part.has(Cue.PROJECT)) return false;
        for (var mark : part.marks) {
            int distance = mark.first() - verb.last();
            if (Fields.technology(mark.cue()) && distance > 0 && distance <= 6) return true;
        }
        return false;
    }

    /// "Support other disciplines with traffic engineering expertise".
    private static boolean expertise(Part part) {
        if (part.section != Section.Kind.DUTIES) return false;
        for (var mark : part.marks) {
            if (!Fields.technology(mark.cue()) || others(part, mark)) continue;
            int next = mark.last() + 1;
            if (next < part.end && part.reading.marks().is(next, Cue.EXPERT_IN)) return true;
        }
        return false;
    }

    /// A verb of technical work with a technical thing close behind it.
    private static boolean compound(Part part) {
        for (var verb : part.marks) {
            if (verb.cue() != Cue.DO || noun(part, verb) || others(part, verb)) continue;
            var thing = part.firstFrom(verb.last() + 1, Cue.THING, Cue.THING_PAPER);
            if (thing != null && thing.first() - verb.last() <= 4) return true;
        }
        return hard(part);
    }

    private static boolean hard(Part part) {
        for (var verb : part.marks) {
            if (verb.cue() != Cue.DO_HARD || noun(part, verb) || others(part, verb)) continue;
            var thing = part.firstFrom(verb.last() + 1, Cue.THING_ONE);
            if (thing != null && thing.first() - verb.last() <= 4) return true;
        }
        return part.reading.cut().language().equals("de") && compounded(part);
    }

    /// "Infrastruktur-Setup", "Datenmodell-Integration": in German the thing may stand before the work.
    private static boolean compounded(Part part) {
        for (var work : part.marks) {
            if (work.cue() != Cue.DO_HARD || work.first() == part.first) continue;
            var thing = part.lastBefore(work.first(), Cue.THING, Cue.THING_ONE);
            if (thing != null && work.first() - thing.last() == 1 && !others(part, thing)) return true;
        }
        return false;
    }

    /// "design/specifications": no verb.
    private static boolean noun(Part part, Mark verb) {
        int end = part.reading.words().end(verb.last());
        var text = part.reading.words().text;
        return end < text.length() && text.charAt(end) == '/';
    }

    private static boolean others(Part part, Mark mark) {
        var other = part.lastBefore(mark.first(), Cue.OTHERS_DO);
        return other != null && mark.first() - other.last() < 12;
    }
}
