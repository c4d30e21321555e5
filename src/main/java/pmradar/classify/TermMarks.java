package pmradar.classify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/// Brings the terms of the taxonomy beside the phrases of the lexicon, as marks.
final class TermMarks {

    private TermMarks() {}

    /// @param phrases of the lexicon, in the order of their first words
    /// @param terms in the order of the text
    static Marks join(Words words, List<Mark> phrases, List<TermMatch> terms) {
        var all = new ArrayList<Mark>(phrases.size() + terms.size());
        all.addAll(phrases);
        for (var match : terms) add(words, match, all);
        all.removeIf(covered(words, all));
        boolean computing = computing(all);
        all.replaceAll(m -> m.cue() == Cue.IF_COMPUTING && computing ? new Mark(m.first(), m.last(), Cue.T_INFRA) : m);
        all.sort(Comparator.comparingInt(Mark::first));
        return new Marks(all, words.count());
    }

    /// Marks inside a phrase that is known not to count ("knowledge management"), or to be of any field.
    private static Predicate<Mark> covered(Words words, List<Mark> marks) {
        var until = new int[words.count()];
        for (var mark : marks) {
            if (mark.cue() == Cue.T_ANY || mark.cue() == Cue.ZERO && mark.length() > 1) {
                for (int word = mark.first(); word <= mark.last(); word++) until[word] = mark.last() + 1;
            }
        }
        return mark -> mark.cue() != Cue.ZERO
                && mark.cue() != Cue.T_ANY
                && until[mark.first()] > mark.last()
                && !Part.is(mark, Cue.THING, Cue.THING_ONE, Cue.THING_PAPER, Cue.DO, Cue.DO_HARD, Cue.STRONG_DUTY);
    }

    private static void add(Words words, TermMatch match, List<Mark> marks) {
        int first = words.holding(match.start());
        int last = words.holding(match.end() - 1);
        if (first > last || last >= words.count()) return;
        if (match.term().kind() == Term.Kind.BI && words.text.regionMatches(true, match.start(), "dashb", 0, 5)) {
            marks.add(new Mark(first, last, Cue.BI_MADE));
            return;
        }
        var domains = match.term().domains();
        if (domains.isEmpty() && match.term().kind() == Term.Kind.DEGREE) {
            marks.add(new Mark(first, last, Cue.FIELD_VAGUE));
        } else if (domains.isEmpty()) {
            marks.add(new Mark(first, last, cue(match.term().kind(), Domain.OTHER)));
        }
        for (var domain : domains)
            marks.add(new Mark(first, last, cue(match.term().kind(), domain)));
    }

    /// Whether the posting speaks of computing more than of building; "infrastructure" means either.
    private static boolean computing(List<Mark> marks) {
        int computing = 0;
        int construction = 0;
        for (var mark : marks) {
            switch (mark.cue()) {
                case T_SOFTWARE, T_INFRA, T_SECURITY, T_APPS, IT_GENERAL, PROCESS, FIELD_COMPUTING -> computing++;
                case CONSTRUCTION, T_ENGINEERING, FIELD_ENGINEERING -> construction++;
                default -> {}
            }
        }
        return computing > construction;
    }

    private static Cue cue(Term.Kind kind, Domain domain) {
        return switch (kind) {
            case TECHNOLOGY, DISCIPLINE -> technology(domain);
            case PRACTICE -> practice(domain);
            case DUTY -> Cue.THING;
            case DEGREE -> degree(domain);
            case CERTIFICATE -> certificate(domain);
            case BI -> Cue.BI;
            case AUTHORING -> Cue.AUTHOR;
            case DOCUMENT -> Cue.DRAWINGS;
            case NORM -> Cue.NORMS;
            case DELIVERY_PROCESS -> Cue.PROCESS;
            case GENERIC -> Cue.IT_GENERAL;
            case SOFT -> Cue.SOFT_TECH;
            case PLANNING_TOOL -> Cue.ZERO;
            case METHOD -> Cue.METHOD;
            case MANAGEMENT_CERTIFICATE -> Cue.CERT_MANAGEMENT;
            case OTHER_DEGREE -> Cue.FIELD_PLAIN;
        };
    }

    private static Cue technology(Domain domain) {
        return switch (domain) {
            case SOFTWARE -> Cue.T_SOFTWARE;
            case INFRASTRUCTURE -> Cue.T_INFRA;
            case DATA_AI -> Cue.T_DATA;
            case SECURITY -> Cue.T_SECURITY;
            case ENTERPRISE_APPS -> Cue.T_APPS;
            case ENGINEERING -> Cue.T_ENGINEERING;
            case OTHER -> Cue.T_OTHER;
        };
    }

    private static Cue practice(Domain domain) {
        return switch (domain) {
            case SOFTWARE, OTHER -> Cue.ROLE_SOFTWARE;
            case INFRASTRUCTURE -> Cue.ROLE_INFRA;
            case DATA_AI -> Cue.ROLE_DATA;
            case SECURITY -> Cue.ROLE_SECURITY;
            case ENTERPRISE_APPS -> Cue.ROLE_APPS;
            case ENGINEERING -> Cue.ROLE_ENGINEERING;
        };
    }

    private static Cue degree(Domain domain) {
        return switch (domain) {
            case ENGINEERING -> Cue.FIELD_ENGINEERING;
            case OTHER -> Cue.FIELD_OTHER_TECH;
            default -> Cue.FIELD_COMPUTING;
        };
    }

    private static Cue certificate(Domain domain) {
        return switch (domain) {
            case SOFTWARE, DATA_AI -> Cue.CERT_SOFTWARE;
            case INFRASTRUCTURE -> Cue.CERT_INFRA;
            case SECURITY -> Cue.CERT_SECURITY;
            case ENTERPRISE_APPS -> Cue.CERT_APPS;
            case ENGINEERING, OTHER -> Cue.CERT_ENGINEERING;
        };
    }
}
