package pmradar.classify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pmradar.classify.FactWords.Role;

/// Reads the typed facts of a posting: years, degrees, certificates, clearance, languages, travel.
final class FactsReader {

    private static final int MOST = 40;

    private final YearsReader years = new YearsReader();
    private final DegreeFactsReader degrees = new DegreeFactsReader();
    private final ClearanceReader clearances = new ClearanceReader();
    private final TravelReader travels = new TravelReader();

    /// @param terms as found in the text of the cut
    Facts read(Cut cut, List<TermMatch> terms) {
        var found = new Found();
        var term = 0;
        for (var clause : cut.clauses()) {
            while (term < terms.size() && terms.get(term).start() < clause.start()) term++;
            var last = term;
            while (last < terms.size() && terms.get(last).end() <= clause.end()) last++;
            // Clauses that ask for nothing may still tell of travel.
            if (clause.section().asks() || found.travel == null) {
                clause(FactText.of(cut, clause), terms.subList(term, last), found);
            }
            term = last;
        }
        return found.facts();
    }

    private void clause(FactText text, List<TermMatch> terms, Found found) {
        if (found.travel == null) found.travel = travels.read(text);
        if (!text.section().asks()) return;
        var parts = 0;
        for (var i = text.first(); i < text.end(); i++) {
            if (!text.known(i)) continue;
            parts++;
            if (text.plays(i, Role.YEAR) || text.plays(i, Role.MONTH)) found.add(years.read(text, i));
            var language = FactWords.language(text.tokens().hash(i));
            if (language != null && spoken(text, i)) found.languages.add(language);
        }
        if (found.clearance == null) found.clearance = clearances.read(text);
        if (parts > 0 && found.degrees.size() < MOST) found.degrees.addAll(degrees.read(text, terms));
        certificates(text, terms, found);
    }

    /// A name of a language counts where the clause speaks of speaking.
    private static boolean spoken(FactText text, int token) {
        return text.has(Role.SPOKEN, token - 10, token + 11);
    }

    private static void certificates(FactText text, List<TermMatch> terms, Found found) {
        for (var match : terms) {
            var management = match.term().kind() == Term.Kind.MANAGEMENT_CERTIFICATE;
            if (!management && match.term().kind() != Term.Kind.CERTIFICATE) continue;
            var necessity = text.necessity(text.at(match.start()), text.at(match.end() - 1) + 1);
            found.certificates.merge(
                    match.term().name(),
                    new Facts.Certificate(match.term().name(), management, necessity),
                    (a, b) -> a.necessity() == Evidence.Necessity.MUST ? a : b);
        }
    }

    /// What the clauses have shown so far.
    private static final class Found {
        private Facts.@Nullable Years overall;
        private final Set<Facts.Years> special = new LinkedHashSet<>();
        private final List<Facts.Degree> degrees = new ArrayList<>();
        private final Map<String, Facts.Certificate> certificates = new LinkedHashMap<>();
        private @Nullable String clearance;
        private final Set<String> languages = new LinkedHashSet<>();
        private @Nullable Integer travel;

        private void add(Facts.@Nullable Years years) {
            if (years == null) return;
            if (years.in() != null) {
                if (special.size() < MOST) special.add(years);
            } else if (overall == null
                    || overall.necessity() == Evidence.Necessity.PREFERRED
                            && years.necessity() == Evidence.Necessity.MUST) {
                overall = years;
            }
        }

        private Facts facts() {
            return new Facts(
                    overall,
                    List.copyOf(special),
                    degrees.stream().distinct().toList(),
                    List.copyOf(certificates.values()),
                    clearance,
                    List.copyOf(languages),
                    travel);
        }
    }
}
