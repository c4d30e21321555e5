package pmradar.classify;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which field of technology a phrase belongs to.
final class Fields {

    private Fields() {}

    static @Nullable Domain of(Cue cue) {
        return switch (cue) {
            case T_SOFTWARE, ROLE_SOFTWARE, CERT_SOFTWARE -> Domain.SOFTWARE;
            case T_INFRA, ROLE_INFRA, CERT_INFRA -> Domain.INFRASTRUCTURE;
            case T_DATA, ROLE_DATA, BI -> Domain.DATA_AI;
            case T_SECURITY, ROLE_SECURITY, CERT_SECURITY -> Domain.SECURITY;
            case T_APPS, ROLE_APPS, CERT_APPS -> Domain.ENTERPRISE_APPS;
            case T_ENGINEERING, ROLE_ENGINEERING, CERT_ENGINEERING, DRAWINGS -> Domain.ENGINEERING;
            case T_OTHER -> Domain.OTHER;
            default -> null;
        };
    }

    /// Whether a phrase names a technology or discipline.
    static boolean technology(Cue cue) {
        return switch (cue) {
            case T_SOFTWARE, T_INFRA, T_DATA, T_SECURITY, T_APPS, T_ENGINEERING, T_OTHER, T_ANY -> true;
            default -> false;
        };
    }

    static boolean practice(Cue cue) {
        return switch (cue) {
            case ROLE_SOFTWARE, ROLE_INFRA, ROLE_DATA, ROLE_SECURITY, ROLE_APPS, ROLE_ENGINEERING -> true;
            default -> false;
        };
    }

    /// Whether a phrase names a field of study.
    static boolean field(Cue cue) {
        return switch (cue) {
            case FIELD_COMPUTING, FIELD_ENGINEERING, FIELD_VAGUE, FIELD_OTHER_TECH -> true;
            default -> false;
        };
    }

    static boolean certificate(Cue cue) {
        return switch (cue) {
            case CERT_SECURITY, CERT_INFRA, CERT_SOFTWARE, CERT_APPS, CERT_ENGINEERING -> true;
            default -> false;
        };
    }

    /// The fields that phrases name; where many are named, those named by many.
    static Set<Domain> named(Iterable<Mark> marks) {
        var counts = new EnumMap<Domain, Integer>(Domain.class);
        for (var mark : marks) {
            var domain = of(mark.cue());
            if (domain != null) counts.merge(domain, mark.length(), Integer::sum);
        }
        int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        counts.values().removeIf(count -> count * 2 < most);
        var domains = EnumSet.noneOf(Domain.class);
        domains.addAll(counts.keySet());
        return domains;
    }
}
