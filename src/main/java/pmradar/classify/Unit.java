package pmradar.classify;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One requirement or duty found in a clause, before it is counted.
///
/// @param start @param end UTF-16 offsets into the posting's text, end exclusive
/// @param domains as named by the unit itself; empty where only the posting as a whole can tell
/// @param computing whether it means computing in general, so that the posting tells software from infrastructure
/// @param expert whether it asks for a master's degree or for three years of own practice
record Unit(
        int start,
        int end,
        Evidence.Type type,
        Evidence.Strength strength,
        Evidence.Necessity necessity,
        Set<Domain> domains,
        boolean computing,
        boolean expert,
        @Nullable String requirement) {

    Unit {
        domains = Set.copyOf(domains);
    }

    Unit with(Set<Domain> other) {
        return new Unit(start, end, type, strength, necessity, other, computing, expert, requirement);
    }

    Unit named(@Nullable String name) {
        return new Unit(start, end, type, strength, necessity, domains, computing, expert, name);
    }
}
