package pmradar.classify;

import java.util.ArrayList;
import java.util.List;

/// Finds the units of evidence in the clauses of a posting.
final class UnitFinder {

    private final DegreeReader degrees = new DegreeReader();
    private final Knowledge knowledge = new Knowledge();
    private final Duties duties = new Duties();

    List<Unit> find(Reading reading) {
        var units = new ArrayList<Unit>();
        for (var clause : reading.cut().clauses()) {
            if (!clause.section().asks()) continue;
            int first = reading.words().at(clause.start());
            int end = reading.words().at(clause.end());
            if (first < end) read(new Part(reading, first, end, clause.section()), units);
        }
        return units;
    }

    private void read(Part part, List<Unit> units) {
        if (part.has(Cue.NEGATE)) return;
        var degree = degrees.read(part);
        if (degree == null) {
            rest(part, units);
            return;
        }
        if (degree.first() - part.first >= 4) rest(part.sub(part.first, degree.first()), units);
        if (degree.unit() != null) units.add(degree.unit());
        if (part.end - degree.end() >= 3) read(part.sub(degree.end(), part.end), units);
    }

    private void rest(Part part, List<Unit> units) {
        var unit = tellsOfWork(part) ? duties.read(part) : null;
        if (unit == null) unit = knowledge.read(part);
        if (unit != null) units.add(unit);
    }

    /// Whether the part tells what is done rather than what is known.
    private static boolean tellsOfWork(Part part) {
        var asked = part.firstFrom(part.first, Cue.KNOW, Cue.EXPERIENCE, Cue.YEARS, Cue.SHALLOW);
        if (asked == null) return true;
        if (part.section == Section.Kind.DUTIES) return asked.first() - part.first > 1;
        var work = part.firstFrom(part.first, Cue.STRONG_DUTY);
        return work != null && work.last() < asked.first();
    }
}
