package pmradar.classify;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads what a part asks one to know or to have done: E2, E3 and E5.
final class Knowledge {

    /// Longer phrases of these kinds take a technology out of play.
    private static final Cue[] NOT_FREE = {
        Cue.IT_GENERAL, Cue.SOFT_TECH, Cue.PROCESS, Cue.ZERO, Cue.CERT_MANAGEMENT, Cue.BI, Cue.AUTHOR, Cue.FIELD_PLAIN,
    };

    @Nullable
    Unit read(Part part) {
        var credential = credential(part);
        if (credential != null) return credential;
        var practice = practice(part);
        if (practice != null) return practice;
        return knowledge(part);
    }

    private @Nullable Unit credential(Part part) {
        var certificates =
                part.marks.stream().filter(m -> Fields.certificate(m.cue())).toList();
        if (certificates.isEmpty()) return null;
        boolean engineering = certificates.stream().allMatch(m -> m.cue() == Cue.CERT_ENGINEERING);
        if (!part.has(Cue.CERTIFICATE)
                && !part.hasAny(Cue.CERT_SECURITY, Cue.CERT_INFRA)
                && engineering
                && part.words() > 12
                && certificates.getFirst().first() > part.first + 1) return null;
        boolean preferred = part.necessity() == Evidence.Necessity.PREFERRED;
        boolean alternative = part.has(Cue.CERT_MANAGEMENT);
        var strength = preferred || alternative ? Evidence.Strength.M : Evidence.Strength.S;
        return unit(part, Evidence.Type.E5, strength, Fields.named(certificates), false);
    }

    private @Nullable Unit practice(Part part) {
        for (var mark : part.marks) {
            if (!Fields.practice(mark.cue())) continue;
            if (!own(part, mark)) continue;
            boolean managed = managed(part, mark) || part.has(Cue.FIELD_PLAIN);
            var strength = weaker(part, managed ? Evidence.Strength.M : Evidence.Strength.S);
            var domains = EnumSet.noneOf(Domain.class);
            var domain = Fields.of(mark.cue());
            if (domain != null) domains.add(domain);
            return unit(part, Evidence.Type.E2, strength, domains, !managed && years(part) >= 3);
        }
        return null;
    }

    /// "as a developer", "background in engineering": not "with developers".
    private static boolean own(Part part, Mark role) {
        if (part.lastBefore(role.first(), Cue.OTHERS_DO) != null) return false;
        return part.hasAny(Cue.EXPERIENCE, Cue.YEARS, Cue.KNOW) && part.section != Section.Kind.DUTIES;
    }

    private @Nullable Unit knowledge(Part part) {
        var named = part.marks.stream()
                .filter(m -> Fields.technology(m.cue()) && free(part, m))
                .toList();
        if (!named.isEmpty()) return technology(part, named);
        return lesser(part);
    }

    private @Nullable Unit technology(Part part, List<Mark> named) {
        if (!asked(part) || used(part, named)) return null;
        boolean managed = true;
        for (var mark : named) managed &= managed(part, mark);
        boolean own = !managed && years(part) >= 3 && part.has(Cue.EXPERIENCE);
        var type = Evidence.Type.E3;
        return unit(
                part,
                type,
                weaker(part, managed ? Evidence.Strength.M : Evidence.Strength.S),
                Fields.named(named),
                own);
    }

    /// Products named beside office and planning tools are only used ("MS Office and SAP").
    private static boolean used(Part part, List<Mark> named) {
        if (named.stream().anyMatch(m -> rolledOut(part, m))) return false;
        long tools = part.marks.stream().filter(m -> m.cue() == Cue.ZERO).count();
        return tools > 0 && named.stream().allMatch(m -> m.cue() == Cue.T_APPS) || tools > 1 && named.size() < tools;
    }

    /// Things that never count fully: authoring and BI tools, drawings, norms, delivery processes, soft words.
    private @Nullable Unit lesser(Part part) {
        if (!asked(part)) return null;
        boolean preferred = part.necessity() == Evidence.Necessity.PREFERRED;
        boolean dashboards = part.section != Section.Kind.DUTIES && part.has(Cue.BI_MADE) && part.has(Cue.MAKE);
        if (dashboards || part.hasAny(Cue.AUTHOR, Cue.BI)) {
            var domains = dashboards || part.has(Cue.BI) ? EnumSet.of(Domain.DATA_AI) : EnumSet.of(Domain.SOFTWARE);
            return unit(part, Evidence.Type.E3, preferred ? Evidence.Strength.W : Evidence.Strength.M, domains, false);
        }
        if (part.has(Cue.DRAWINGS) && !part.has(Cue.OTHERS_DO) && part.hasAny(Cue.READING, Cue.KNOW, Cue.SHALLOW)) {
            return unit(
                    part,
                    Evidence.Type.E3,
                    preferred ? Evidence.Strength.W : Evidence.Strength.M,
                    EnumSet.of(Domain.ENGINEERING),
                    false);
        }
        if (part.has(Cue.NORMS) && part.hasAny(Cue.KNOW, Cue.SHALLOW, Cue.EXPERIENCE)) {
            return unit(part, Evidence.Type.E3, weaker(part, Evidence.Strength.M), Set.of(), false);
        }
        if (part.hasAny(Cue.IT_GENERAL, Cue.SOFT_TECH, Cue.PROCESS)) {
            return unit(part, Evidence.Type.E3, Evidence.Strength.W, Set.of(), false);
        }
        return null;
    }

    private static Evidence.Strength weaker(Part part, Evidence.Strength strength) {
        boolean preferred = part.necessity() == Evidence.Necessity.PREFERRED;
        boolean shallow = part.has(Cue.SHALLOW);
        if (preferred && shallow) return Evidence.Strength.W;
        if (!preferred && !shallow) return strength;
        return shallow && strength == Evidence.Strength.M ? Evidence.Strength.W : Evidence.Strength.M;
    }

    private static boolean asked(Part part) {
        return switch (part.section) {
            case REQUIREMENTS, PREFERRED -> true;
            case DUTIES -> asksAtOnce(part);
            default -> part.hasAny(Cue.KNOW, Cue.EXPERIENCE, Cue.YEARS, Cue.SHALLOW);
        };
    }

    /// Among duties, knowledge is asked for only where the sentence begins with it.
    private static boolean asksAtOnce(Part part) {
        var mark = part.firstFrom(part.first, Cue.KNOW, Cue.EXPERIENCE, Cue.YEARS, Cue.SHALLOW);
        if (mark != null && part.has(Cue.REQUIRE)) return true;
        return mark != null
                && mark.first() - part.first <= 5
                && !part.reading.marks().is(mark.first(), Cue.READING);
    }

    /// A technology inside a longer phrase that only speaks of projects ("IT infrastructure projects") does not stand
    /// free.
    private static boolean free(Part part, Mark mark) {
        if (followed(part, mark, Cue.INDUSTRY)) return false;
        if (followed(part, mark, Cue.PM_TITLE) && (part.has(Cue.SEEK) || !experienced(part))) return false;
        for (var other : part.marks) {
            boolean tool = other.length() == mark.length() && other.cue() == Cue.ZERO && !rolledOut(part, mark);
            boolean longer = tool || other.length() > mark.length();
            if (longer && other.first() <= mark.first() && other.last() >= mark.last() && Part.is(other, NOT_FREE))
                return false;
        }
        return true;
    }

    /// A CRM as such is only used; "roll-out of a CRM" is about the thing.
    private static boolean rolledOut(Part part, Mark mark) {
        return mark.cue() == Cue.T_APPS && projectNear(part, mark);
    }

    private static boolean experienced(Part part) {
        return part.hasAny(Cue.EXPERIENCE, Cue.YEARS);
    }

    private static boolean followed(Part part, Mark mark, Cue cue) {
        int next = mark.last() + 1;
        return next < part.reading.words().count()
                && part.reading.words().gap(next) == Words.JOINED
                && part.reading.marks().is(next, cue);
    }

    /// Whether projects in the technology were managed, rather than the technology known.
    private static boolean managed(Part part, Mark mark) {
        var frame = part.lastBefore(mark.first(), Cue.KNOW, Cue.MANAGE);
        if (followed(part, mark, Cue.PM_TITLE)) return true;
        boolean project = projectNear(part, mark);
        if (frame != null && frame.cue() == Cue.MANAGE && governs(part, frame)) return true;
        return project && (frame == null || part.has(Cue.EXPERIENCE) && frame.cue() != Cue.KNOW);
    }

    /// "managing SAP projects", but not "project management, leadership and SAP" nor "project manager with SAP".
    private static boolean governs(Part part, Mark frame) {
        int next = frame.last() + 1;
        if (next >= part.end || part.reading.words().gap(next) != Words.JOINED) return false;
        return !part.reading.marks().is(next, Cue.NOT_GOVERNING);
    }

    private static boolean projectNear(Part part, Mark mark) {
        var project = part.firstFrom(mark.first(), Cue.PROJECT);
        if (project != null && project.first() - mark.last() <= 3) return true;
        var before = part.lastBefore(mark.first(), Cue.PROJECT);
        return before != null && mark.first() - before.last() <= 8;
    }

    static int years(Part part) {
        int most = 0;
        for (var mark : part.marks)
            if (mark.cue() == Cue.YEARS) most = Math.max(most, Numbers.of(part.reading.words(), mark));
        return most;
    }

    private static Unit unit(
            Part part, Evidence.Type type, Evidence.Strength strength, Set<Domain> domains, boolean expert) {
        return new Unit(part.start(), part.stop(), type, strength, part.necessity(), domains, false, expert, null);
    }
}
